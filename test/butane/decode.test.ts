import { translateButane } from "../../src/butane/index.js";
import { butane, configOf, problemsOf } from "./support.js";

const modeOf = (text: string) =>
  translateButane(butane(`storage: {files: [{path: /a, mode: ${text}}]}\n`)).config?.storage
    ?.files?.[0]?.mode;
const enabledOf = (text: string) =>
  translateButane(butane(`systemd: {units: [{name: a.path, enabled: ${text}}]}\n`)).config?.systemd
    ?.units?.[0]?.enabled;
const gecosOf = (text: string) =>
  translateButane(butane(`passwd:\n  users:\n    - name: core\n      gecos: ${text}\n`)).config
    ?.passwd?.users?.[0]?.gecos;

describe("Decoding", () => {
  it.each([
    ["420", 420],
    ["0644", 0o644],
    ["0o644", 0o644],
    ["0x1A4", 420],
    ["0b110100100", 420],
    ["4_2_0", 420],
    ["+420", 420],
    ["420.0", 420],
    ["4.2e2", 420],
    ["089", 89],
    ["!!int '420'", 420],
    ["null", undefined],
    ["~", undefined],
  ])("reads %s as a whole number", (text, expected) => {
    expect(modeOf(text)).toBe(expected);
  });

  it.each([
    "'420'",
    "1.5",
    "0o9",
    "_1",
    "1k",
    "true",
    "[1]",
    "{}",
    "99999999999999999999",
    ".inf",
    "!!int x",
  ])("rejects %s as a whole number", (text) => {
    expect(problemsOf(`storage: {files: [{path: /a, mode: ${text}}]}\n`)).toEqual([
      "YAML_TYPE $.storage.files[0].mode",
    ]);
  });

  it.each([
    ...["true", "True", "TRUE", "yes", "on", "y", "Y", "'yes'"].map(
      (text) => [text, true] as const,
    ),
    ...["false", "no", "Off", "n", "NO"].map((text) => [text, false] as const),
    ["~", undefined] as const,
  ])("reads %s as a boolean", (text, expected) => {
    expect(enabledOf(text)).toBe(expected);
  });

  it.each(["'true'", "1", "maybe", "[]"])("rejects %s as a boolean", (text) => {
    expect(problemsOf(`systemd: {units: [{name: a.path, enabled: ${text}}]}\n`)).toEqual([
      "YAML_TYPE $.systemd.units[0].enabled",
    ]);
  });

  it.each([
    ["0644", "0644"],
    ["true", "true"],
    ["1.50", "1.50"],
    ["2001-02-03", "2001-02-03"],
    ["'null'", "null"],
    ["!!str ~", "~"],
    ["!!binary aGVsbG8=", "hello"],
    ["!mine 1", "1"],
    ["~", undefined],
    ['"it\\\'s \\\\ fine"', "it's \\ fine"],
    ['"a\\tb\\x41\\u00e9"', "a\tbAé"],
  ])("keeps the source text of %s where a text belongs", (text, expected) => {
    expect(gecosOf(text)).toBe(expected);
  });

  it.each(["[a]", "{a: b}", "!!binary '*'", "!!int x"])("rejects %s as a text", (text) => {
    expect(problemsOf(`passwd: {users: [{name: core, gecos: ${text}}]}\n`)).toEqual([
      "YAML_TYPE $.passwd.users[0].gecos",
    ]);
  });

  it("collects all mismatches and duplicate keys in one report", () => {
    expect(
      problemsOf(
        "storage:\n  files: {}\n  links: 5\n  links: []\nsystemd: []\npasswd:\n  users: [1, [2]]\n",
      ),
    ).toEqual([
      "YAML_DUPLICATE_KEY $.storage.links",
      "YAML_TYPE $.storage.files",
      "YAML_TYPE $.storage.links",
      "YAML_TYPE $.systemd",
      "YAML_TYPE $.passwd.users[0]",
      "YAML_TYPE $.passwd.users[1]",
    ]);
  });

  it("rejects a key that is not a text, and a merge of something other than mappings", () => {
    expect(problemsOf("storage:\n  [a]: 1\n  <<: 5\n")).toEqual([
      "YAML_TYPE $.storage",
      "YAML_TYPE $.storage",
    ]);
  });

  it("drops items of lists that are null, and keeps the paths of the others", () => {
    const body = "storage:\n  files:\n    - path: /a\n    -\n    - path: b\n";
    const { report } = translateButane(butane(body));
    expect(report.errors).toMatchObject([
      { path: ["storage", "files", 2, "path"], position: { line: 7, column: 13 } },
    ]);
  });

  it("warns about a key without its section", () => {
    expect(problemsOf("storage:\nsystemd: {}\n")).toEqual(["~BUTANE_SECTION_EMPTY $.storage"]);
  });

  it("knows the spelling of every member", () => {
    const config = configOf(
      "storage:\n  disks:\n    - device: /dev/sda\n      wipe_table: true\n      partitions:\n" +
        "        - {number: 1, size_mib: 5, start_mib: 1, type_guid: 01234567-89AB-CDEF-EDCB-A98765432101}\n" +
        "ignition:\n  timeouts: {http_response_headers: 3}\n  proxy: {no_proxy: [a]}\nkernel_arguments:\n  should_not_exist: [quiet]\n",
    );
    expect(config).toEqual({
      ignition: {
        version: "3.4.0",
        timeouts: { httpResponseHeaders: 3 },
        proxy: { noProxy: ["a"] },
      },
      kernelArguments: { shouldNotExist: ["quiet"] },
      storage: {
        disks: [
          {
            device: "/dev/sda",
            wipeTable: true,
            partitions: [
              {
                number: 1,
                sizeMiB: 5,
                startMiB: 1,
                typeGuid: "01234567-89AB-CDEF-EDCB-A98765432101",
              },
            ],
          },
        ],
      },
    });
  });
});

describe("Unknown keys", () => {
  const hintOf = (body: string, version?: string) =>
    translateButane(butane(body, version)).report.warnings.map(
      ({ code, hint }) => `${code}: ${hint}`,
    );

  it.each([
    ["a mistyped one", "storage:\n  file: []\n", "BUTANE_KEY_UNKNOWN: did you mean files?"],
    [
      "a camel-cased one",
      "kernelArguments: {}\n",
      "BUTANE_KEY_UNKNOWN: did you mean kernel_arguments?",
    ],
    [
      "one of Fedora CoreOS",
      "boot_device: {}\n",
      "BUTANE_KEY_UNKNOWN: it belongs to variant fcos; Flatcar has no counterpart, so remove it",
    ],
    [
      "a quadlet",
      "systemd:\n  quadlets: []\n",
      "BUTANE_KEY_UNKNOWN: write a file /etc/containers/systemd/NAME instead",
    ],
    [
      "a strange one",
      "storage: {files: [{path: /a, user: {zzzzzzzz: 1}}]}\n",
      "BUTANE_KEY_UNKNOWN: remove it; known here: id, name",
    ],
  ])("warns about %s with its fix", (_, body, expected) => {
    expect(hintOf(body)).toEqual([expected]);
  });

  it.each([
    ["open_options", "storage: {luks: [{name: a, device: /dev/a, open_options: []}]}\n"],
    ["contents_local", "systemd: {units: [{name: a.path, contents_local: x}]}\n"],
    [
      "ssh_authorized_keys_local",
      "passwd: {users: [{name: core, ssh_authorized_keys_local: [x]}]}\n",
    ],
  ])("warns that version 1.0.0 drops %s", (_, body) => {
    expect(hintOf(body, "1.0.0")).toEqual(["BUTANE_KEY_NEWER: write version: 1.1.0"]);
  });

  it("points at the key", () => {
    const { report } = translateButane(
      butane("storage:\n  files:\n    - path: /a\n      moed: 1\n"),
    );
    expect(report.issues).toMatchObject([
      { path: ["storage", "files", 0, "moed"], position: { line: 6, column: 7 } },
    ]);
  });
});
