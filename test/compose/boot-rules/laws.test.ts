import fc from "fast-check";
import { checkBoot, checkPlainSecrets } from "../../../src/compose/boot-rules/index.js";
import {
  encodeDataUrl,
  type File,
  type IgnitionDocument,
  type Resource,
  type Unit,
} from "../../../src/ignition/index.js";
import { codes } from "../../../src/report/index.js";
import { cpuTime } from "../../support/cpu-time.js";

const canary = "CANARY7f3a";

/** A member that may be left out, given as undefined, or given. */
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
/** Lists have holes too, which the types of a finished document do not speak of. */
const list = <T>(item: fc.Arbitrary<T>) =>
  maybe(fc.array(maybe(item), { maxLength: 4 }) as fc.Arbitrary<T[]>);
const some = (...values: string[]) => fc.oneof(fc.constantFrom(...values), fc.string());

const path = some("/", "", "/usr/x", "/etc/a", "/etc/a/b", "/var/lib/d", "/var/lib/d/x", "/opt/x");
const device = some("/dev/sda", "/dev/disk/by-label/x");
const line = fc.oneof(
  fc.constantFrom(
    "[Service]",
    "[Unit",
    "[Mount]",
    "[Serivce]",
    "=",
    "\\",
    "# c",
    "[Install]",
    "[X-a]",
  ),
  fc
    .constantFrom("ExecStart=", "ListenStream=", "What=", "WantedBy=", "Type=oneshot", "Requires=")
    .chain((name) =>
      fc.constantFrom("", canary, `/etc/${canary}`, `a/${canary}`).map((value) => name + value),
    ),
  fc.constantFrom(`[${canary}]`, canary, `${canary}=${canary}`),
  fc.string(),
);
const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join("\n"));
const resource: fc.Arbitrary<Resource> = fc.record({
  compression: maybe(some("gzip", "")),
  source: maybe(
    fc.oneof(
      text.map((each) => encodeDataUrl(Buffer.from(each))),
      some("https://x/y"),
    ),
  ),
  verification: maybe(
    fc.record({
      hash: maybe(some(`sha512-${canary.padEnd(128, "x")}`, `sha256-${"0".repeat(64)}`)),
    }),
  ),
  httpHeaders: list(
    fc.record({ name: maybe(some("Authorization")), value: maybe(fc.constant(canary)) }),
  ),
});
const file = fc.record({ path: maybe(path), contents: maybe(resource), append: list(resource) });
const unit = fc.record({
  name: maybe(some("a.service", "var-lib-d.mount", "x@.timer", "s.swap", "docker.socket", "é")),
  contents: maybe(text),
  dropins: list(fc.record({ name: maybe(some("a.conf")), contents: maybe(text) })),
  enabled: maybe(fc.boolean()),
  mask: maybe(fc.boolean()),
});
const anyDocument: fc.Arbitrary<IgnitionDocument> = fc.record({
  ignition: fc.record({
    config: maybe(fc.record({ merge: list(resource), replace: maybe(resource) })),
  }),
  storage: maybe(
    fc.record({
      files: list(file),
      directories: list(fc.record({ path: maybe(path) })),
      links: list(fc.record({ path: maybe(path), target: maybe(path) })),
      disks: list(fc.record({ device: maybe(device) })),
      filesystems: list(
        fc.record({
          device: maybe(device),
          path: maybe(path),
          format: maybe(some("ext4", "swap")),
        }),
      ),
      raid: list(fc.record({ devices: list(device) })),
      luks: list(fc.record({ device: maybe(device), keyFile: maybe(resource) })),
    }),
  ),
  systemd: maybe(fc.record({ units: list(unit) })),
});

const check = (config: IgnitionDocument) => [
  ...checkBoot(config, { release: "4593.2.5" }).issues,
  ...checkPlainSecrets(config).issues,
];

function pathExists(config: IgnitionDocument, place: readonly (string | number)[]): boolean {
  let value: unknown = config;
  for (const key of place.slice(0, -1)) {
    if (typeof value !== "object" || value === null) return false;
    value = (value as Record<string | number, unknown>)[key];
  }
  return typeof value === "object" && value !== null;
}

describe("the boot rules, on any well-typed config", () => {
  it("never throw, give the same report twice, and point at places that exist", () => {
    fc.assert(
      fc.property(anyDocument, (config) => {
        const issues = check(config);
        expect(check(config)).toEqual(issues);
        for (const issue of issues) {
          expect(codes).toHaveProperty(issue.code);
          expect(pathExists(config, issue.path)).toBe(true);
        }
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  it("never repeat what is in files, units, hashes and headers", () => {
    fc.assert(
      fc.property(anyDocument, (config) => {
        for (const { message, hint } of check(config)) {
          expect(`${message} ${hint}`).not.toContain(canary);
        }
      }),
      { numRuns: 1000, seed: 2 },
    );
  });

  it("say nothing elsewhere when a value is missing", () => {
    const quiet: [File[], Unit[]] = [
      [{}, { path: "/etc/a" }],
      [{}, { name: "a.service" }],
    ];
    const [files, units] = quiet;
    expect(check({ ignition: {}, storage: { files }, systemd: { units } })).toEqual([]);
    expect(check({ ignition: {} })).toEqual([]);
  });
});

describe("the boot rules, on two megabytes of one thing", () => {
  const units = ["[a]\n", "[Unit]\naaaaa=\n", "\\\n", "ExecStart=a/b\n", 'ExecStart="\n', " "];
  it.each(units)("answer soon to a unit of %j", (piece) => {
    const contents = `[Service]\n${piece.repeat(2_000_000 / piece.length)}`;
    const start = cpuTime();
    check({ ignition: {}, systemd: { units: [{ name: "a.service", contents }] } });
    expect(cpuTime() - start).toBeLessThan(3000);
  });

  it.each(["/", "/a", "a:"])("answer soon to a path of %j", (piece) => {
    const path = `/${piece.repeat(2_000_000 / piece.length)}`;
    const start = cpuTime();
    check({
      ignition: {},
      storage: { files: [{ path }, { path: "/a" }], disks: [{ device: path }] },
    });
    expect(cpuTime() - start).toBeLessThan(3000);
  });
});
