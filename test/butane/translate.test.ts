import fc from "fast-check";
import { translateButane } from "../../src/butane/index.js";
import { engines, readIgnition, renderIgnition } from "../../src/ignition/index.js";
import type { PathKey } from "../../src/report/index.js";
import { butane, localFiles, problemsOf, shown } from "./support.js";

const settings = { seed: 20_240_607, numRuns: 300 };

const sample = butane(`# every kind of member
ignition:
  timeouts: {http_total: 10}
  config:
    merge:
      - source: https://example.com/a.ign
        verification: {hash: sha256-${"0".repeat(64)}}
kernel_arguments:
  should_exist: [quiet]
passwd:
  users:
    - name: core
      uid: 1000
      ssh_authorized_keys: [key one]
      ssh_authorized_keys_local: [keys]
storage:
  disks:
    - device: /dev/vdb
      partitions:
        - {number: 1, label: data, size_mib: 10}
  filesystems:
    - {device: /dev/disk/by-partlabel/data, format: ext4, path: /data, with_mount_unit: true}
  files:
    - path: /etc/hostname
      mode: 0644
      contents:
        inline: |
          name
    -
    - path: /etc/motd
      contents: {local: keys}
  links:
    - {path: /l, target: /etc/motd}
  trees:
    - {local: tree, path: /srv}
systemd:
  units:
    - name: a.service
      enabled: true
      contents_local: unit
    - name: data.mount
      dropins:
        - {name: x.conf, contents: "[Mount]\\n"}
`);
const files = localFiles({
  keys: "key two\nkey three\n",
  unit: "[Service]\nExecStart=/bin/true\n[Install]\nWantedBy=a.target\n",
  "tree/a": "a",
  "tree/b/c": "c",
});

function leaves(value: unknown, path: readonly PathKey[] = []): (readonly PathKey[])[] {
  if (typeof value !== "object" || value === null) return value === undefined ? [] : [path];
  const entries: Iterable<[PathKey, unknown]> = Array.isArray(value)
    ? value.entries()
    : Object.entries(value);
  return [...entries].flatMap(([key, below]) => leaves(below, [...path, key]));
}

describe("translateButane", () => {
  it("makes a config that Ignition reads without a complaint", () => {
    const { config, report } = translateButane(sample.replace("    -\n", ""), { files });
    expect(report.issues).toEqual([]);
    if (!config) throw new Error("no config");
    const reading = readIgnition(renderIgnition(config));
    expect(reading.report.issues).toEqual([]);
    expect(config.ignition.version).toBe("3.4.0");
    expect(config).not.toHaveProperty("variant");
  });

  it("makes the same bytes every time", () => {
    const texts = [1, 2].map(() => {
      const { config } = translateButane(sample, { files });
      return config && renderIgnition(config);
    });
    expect(texts[0]).toBe(texts[1]);
  });

  it("gives every leaf an origin that stands in the document", () => {
    const { config, origins } = translateButane(sample, { files, name: "machine.bu" });
    const lines = sample.split("\n");
    const found = leaves(config).map((path) => ({ path, origin: origins.originOf(path) }));
    expect(found.length).toBeGreaterThan(40);
    for (const { path, origin } of found) {
      expect(origin.position.source).toBe("machine.bu");
      const line = lines[origin.position.line - 1] ?? "";
      const key = origin.path.findLast((step) => typeof step === "string");
      // The value stands beside or below its key, or opens the item of a list.
      const around = lines.slice(0, origin.position.line).join("\n");
      expect({ path, has: around.includes(`${key}:`) }).toEqual({ path, has: true });
      expect(line.slice(origin.position.column - 1)).toMatch(/^\S/);
    }
  });

  it.each([
    [["ignition", "version"], "version", "1.1.0"],
    [["storage", "files", 0, "contents", "source"], "storage.files.0.contents.inline", "|"],
    [["storage", "files", 0, "contents", "compression"], "storage.files.0.contents.inline", "|"],
    [["storage", "files", 1, "path"], "storage.files.2.path", "/etc/motd"],
    [["storage", "files", 1, "contents", "source"], "storage.files.2.contents.local", "keys"],
    [["storage", "files", 2, "path"], "storage.trees.0", "{local: tree"],
    [
      ["storage", "disks", 0, "partitions", 0, "sizeMiB"],
      "storage.disks.0.partitions.0.size_mib",
      "10}",
    ],
    [
      ["passwd", "users", 0, "sshAuthorizedKeys", 0],
      "passwd.users.0.ssh_authorized_keys.0",
      "key one",
    ],
    [
      ["passwd", "users", 0, "sshAuthorizedKeys", 2],
      "passwd.users.0.ssh_authorized_keys_local.0",
      "keys",
    ],
    [["systemd", "units", 0, "contents"], "storage.filesystems.0.with_mount_unit", "true}"],
    [["systemd", "units", 0, "dropins", 0, "name"], "systemd.units.1.dropins.0.name", "x.conf"],
    [["systemd", "units", 1, "contents"], "systemd.units.0.contents_local", "unit"],
    [["systemd", "units", 1, "enabled"], "systemd.units.0.enabled", "true"],
    [["storage", "files", 9, "mode"], "storage.files.9.mode", "- path: /etc/hostname"],
  ])("leads from %j to %s", (path, expected, text) => {
    const { path: source, position } = translateButane(sample, { files }).origins.originOf(path);
    expect(source.join(".")).toBe(expected);
    const line = sample.split("\n")[position.line - 1] ?? "";
    expect(line.slice(position.column - 1).startsWith(text)).toBe(true);
  });

  it("shows problems of the produced config under the keys and at the place of the document", () => {
    const { report } = translateButane(
      butane(
        "storage:\n  files:\n    - path: /a😀\n      user: {id: 1, name: 😀x}\n    - contents: {source: 'ftp://a'}\n",
      ),
      { name: "a.bu" },
    );
    expect(
      report.issues.map(({ code, path, position }) => [code, path.join("."), position]),
    ).toEqual([
      ["OWNER_ID_AND_NAME", "storage.files.0.user", { source: "a.bu", line: 6, column: 13 }],
      ["PATH_MISSING", "storage.files.1.path", { source: "a.bu", line: 7, column: 7 }],
      [
        "URL_SCHEME_UNKNOWN",
        "storage.files.1.contents.source",
        { source: "a.bu", line: 7, column: 26 },
      ],
    ]);
  });

  it("takes what is absent as left out, so that two references without a source are one too many", () => {
    expect(problemsOf("ignition: {config: {merge: [{}, {}]}}\n")).toContain(
      "DUPLICATE_ENTRY $.ignition.config.merge[1]",
    );
  });

  it("counts columns in characters", () => {
    const { report } = translateButane(butane("storage: {links: [{path: /😀😀é, target: ''}]}\n"));
    expect(report.issues[0]?.position).toEqual({ line: 3, column: 40 });
  });

  it("turns warnings into errors when it is strict", () => {
    const text = butane("storag: {}\n");
    expect(shown(translateButane(text))).toEqual(["~BUTANE_KEY_UNKNOWN $.storag"]);
    expect(translateButane(text).config).toBeDefined();
    expect(shown(translateButane(text, { strict: true }))).toEqual(["BUTANE_KEY_UNKNOWN $.storag"]);
    expect(translateButane(text, { strict: true }).config).toBeUndefined();
  });

  it("judges by the rules of the Ignition release that it is given", () => {
    const body =
      "storage:\n  disks:\n    - device: /dev/a\n      partitions:\n        - {number: 1, should_exist: false}\n        - {label: b}\n";
    expect(problemsOf(body, { engine: engines["2.24.0"] })).toContain(
      "PARTITION_REMOVAL_BESIDE_ZERO $.storage.disks[0].partitions",
    );
    expect(problemsOf(body, { engine: engines["2.27.0"] })).toEqual([]);
  });

  it("stops after the step that found errors", () => {
    expect(
      problemsOf(
        "storage:\n  files:\n    - {path: a, mode: x}\n    - {path: /b, contents: {inline: a, local: b}}\n",
      ),
    ).toEqual(["YAML_TYPE $.storage.files[0].mode"]);
    expect(
      problemsOf(
        "storage:\n  files:\n    - {path: a}\n    - {path: /b, contents: {inline: a, local: b}}\n",
      ),
    ).toEqual(["RESOURCE_SOURCES $.storage.files[1].contents.inline"]);
  });

  it("never throws, on any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        translateButane(text);
        translateButane(butane(text));
      }),
      settings,
    );
  });

  it("never throws and stays sound on damaged documents", () => {
    const damage = fc.record({
      at: fc.nat(sample.length),
      cut: fc.nat(40),
      put: fc.oneof(
        fc.constantFrom(
          ": ",
          "- ",
          "\n",
          "'",
          '"',
          "[",
          "{",
          "&a ",
          "*a",
          "|",
          "<<: ",
          "!!binary ",
          "null",
          "\t",
          "#",
        ),
        fc.string({ maxLength: 8 }),
      ),
    });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (changes) => {
        const text = changes.reduce(
          (before, { at, cut, put }) => before.slice(0, at) + put + before.slice(at + cut),
          sample,
        );
        const { config, report, origins } = translateButane(text, { files });
        expect(config === undefined).toBe(report.hasErrors);
        const lines = text.split("\n");
        for (const { position } of report.issues) {
          expect(position?.line).toBeLessThanOrEqual(lines.length);
          expect(position?.column).toBeGreaterThanOrEqual(1);
        }
        for (const path of leaves(config))
          expect(origins.originOf(path).position.line).toBeGreaterThan(0);
      }),
      settings,
    );
  });

  it("never shows contents, keys, hashes or passwords", () => {
    const secret = "c4n4ry";
    const bodies = [
      `storage: {files: [{path: /a, mode: x, contents: {inline: ${secret}, local: b}}]}\n`,
      `storage: {files: [{path: /a, contents: {inline: ${secret}, compression: zip}}]}\n`,
      `storage: {files: [{path: /a, mode: ${secret}}]}\n`,
      `storage: {files: [{path: /a, contents: {source: 'ftp://u:${secret}@a'}}]}\n`,
      `passwd: {users: [{name: core, password_hash: [${secret}], uid: ${secret}}]}\n`,
      `passwd: {users: [{name: core, ssh_authorized_keys: [${secret}, ${secret}]}]}\n`,
      `passwd: {users: [{name: core, ssh_authorized_keys: {${secret}: 1}}]}\n`,
      `systemd: {units: [{name: a.service, enabled: ${secret}, contents: "[${secret}"}]}\n`,
      `systemd: {units: [{name: a.service, contents: "[Unit]${secret}\\n"}]}\n`,
      `systemd: {units: [{name: a.service, contents: "[Unit]\\n${secret}\\n"}]}\n`,
      `ignition: {config: {replace: {inline: ${secret}}}}\n`,
      `ignition: {config: {replace: {inline: '{"ignition":{"version":"3.4.0"},"storage":"${secret}"}'}}}\n`,
      `storage: {luks: [{name: a, device: /dev/a, key_file: {inline: ${secret}, source: b}}]}\n`,
      `storage:\n  files:\n    - path: /a\n      contents: {inline: "${secret}\\q"}\n`,
      `storage:\n  files:\n    - path: /a\n      contents:\n        inline: |${secret}\n          x\n`,
    ];
    for (const body of bodies) {
      const { report } = translateButane(butane(body));
      expect(report.issues).not.toEqual([]);
      expect(JSON.stringify(report.issues)).not.toContain(secret);
    }
  });
});
