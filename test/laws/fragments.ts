import fc from "fast-check";
import type { Fragment } from "../../src/compose/index.js";

/** A text that must never come back in a message. */
export const canary = "canary-4711";

const pick = <T>(...values: T[]) => fc.constantFrom(...values);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const some = <T>(arbitrary: fc.Arbitrary<T>) => maybe(fc.array(arbitrary, { maxLength: 3 }));
const flag = maybe(fc.boolean());

const path = pick(
  "/etc/a",
  "/etc/b",
  "/etc/a/below",
  "/srv",
  "/srv/data",
  "relative",
  "/etc//x",
  "",
  "/usr/x",
);
const text = pick(
  "",
  canary,
  `[Service]\nExecStart=/bin/${canary}\n`,
  `[Unit\n${canary}`,
  `${canary}\n[Install]\nWantedBy=x`,
);
const source = pick(
  `https://example.com/${canary}`,
  "ftp://x",
  `data:,${canary}`,
  "",
  `http://user:${canary}@x`,
);
const hash = pick(`sha512-${"0".repeat(128)}`, `md5-${canary}`, canary);
const owner = maybe(
  fc.record(
    { id: maybe(fc.integer({ min: -1, max: 70000 })), name: maybe(pick("core", "")) },
    { requiredKeys: [] },
  ),
);
const node = { path, overwrite: flag, user: owner, group: owner };
const contents = { hash: maybe(hash), compression: maybe(pick("gzip", "", "bz2")) };
const from = fc.oneof(fc.record({ contents: text }), fc.record({ source }), fc.constant({}));

/** Fragments as people might write them, right and wrong, from few names so that they meet. */
export const aFragment: fc.Arbitrary<Fragment> = fc.record(
  {
    units: some(
      fc.record({
        name: pick("a.service", "b.mount", "c.servce", "a@b.service", ""),
        enabled: flag,
        mask: flag,
        contents: maybe(text),
        dropins: some(fc.record({ name: pick("10-a.conf", "x"), contents: maybe(text) })),
      }),
    ),
    files: some(
      fc
        .tuple(
          fc.record({ ...node, ...contents, mode: maybe(pick(0o600, 0o644, 644, -1, 0o10000)) }),
          from,
        )
        .map(([file, bytes]) => ({ ...file, ...bytes })),
    ),
    directories: some(fc.record({ ...node, mode: maybe(pick(0o755, 0o7777)) })),
    links: some(fc.record({ ...node, target: pick("/etc/a", "", "b"), hard: flag })),
    users: some(
      fc.record({
        name: pick("core", "ops"),
        passwordHash: maybe(fc.constant(canary)),
        sshAuthorizedKeys: some(pick(`ssh-ed25519 ${canary}`, "x")),
      }),
    ),
    disks: some(
      fc.record({
        device: pick("/dev/sda", "/dev/disk/by-id/x", ""),
        wipeTable: flag,
        partitions: some(
          fc.record({
            number: maybe(pick(0, 1, 2)),
            label: maybe(pick("ROOT", "data", "a:b")),
            startMiB: maybe(pick(0, 100)),
            sizeMiB: maybe(pick(0, 50)),
            shouldExist: flag,
          }),
        ),
      }),
    ),
    filesystems: some(
      fc.record({
        device: pick("/dev/disk/by-label/x", "x"),
        format: maybe(pick("ext4", "ntfs", "swap")),
        path: maybe(path),
        withMountUnit: flag,
      }),
    ),
    kernelArguments: maybe(
      fc.record({ shouldExist: some(pick("quiet", "nosmt")), shouldNotExist: some(pick("quiet")) }),
    ),
    butane: some(
      pick(
        "variant: flatcar\nversion: 1.1.0\n",
        `variant: flatcar\nversion: 1.1.0\nstorage:\n  files:\n    - path: /etc/a\n      mode: 644\n      contents: {inline: ${canary}}\n`,
        `variant: flatcar\nversion: 1.0.0\nsystemd: {units: [{name: a.servce, contents: "${canary}"}]}\n`,
        `: ${canary}: [`,
      ),
    ),
    ignition: some(
      pick(
        '{"ignition":{"version":"3.3.0"},"storage":{"links":[{"path":"/etc/b","target":"/etc"}]}}',
        `{"ignition":{"version":"3.5.0"},"storage":{"files":[{"path":"x","contents":{"source":"data:,${canary}"}}]}}`,
        `{"${canary}`,
      ),
    ),
  },
  { requiredKeys: [] },
);
