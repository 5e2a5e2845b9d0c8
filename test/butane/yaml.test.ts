import { translateButane } from "../../src/butane/index.js";
import { cpuTime } from "../support/cpu-time.js";
import { butane, configOf, shown } from "./support.js";

const size = 2_000_000;
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join("");

/** Inputs made to hurt a parser, and the code of the first problem of each. */
const hostile: readonly (readonly [string, string | Uint8Array, string])[] = [
  ["two megabytes of [", butane(`storage: ${"[".repeat(size)}`), "YAML_TOO_DEEP"],
  ["two megabytes of {", butane(`storage: ${"{".repeat(size)}`), "YAML_TOO_DEEP"],
  ["two megabytes of '- '", "- ".repeat(size / 2), "YAML_TOO_DEEP"],
  ["two megabytes of '? '", "? ".repeat(size / 2), "YAML_TOO_DEEP"],
  ["a million closing brackets", "] ".repeat(size / 2), "YAML_SYNTAX"],
  ["half a million directives", "%a\n".repeat(size / 4), "YAML_SYNTAX"],
  ["half a million anchors", "&a ".repeat(size / 4), "YAML_TOO_LARGE"],
  ["half a million list items", "- a\n".repeat(size / 4), "YAML_TOO_LARGE"],
  ["a million comments", butane("#\n".repeat(size / 2)), "YAML_TOO_LARGE"],
  ["a quote that never ends", butane(`storage: "${"a".repeat(size)}`), "YAML_SYNTAX"],
  [
    "an anchor that contains itself",
    butane("storage: &a\n  files:\n    - *a\n"),
    "YAML_ALIAS_CYCLE",
  ],
  ["a merge key that contains itself", butane("storage: &a {<<: *a}\n"), "YAML_ALIAS_CYCLE"],
  ["an alias without an anchor", butane("storage: *nothing\n"), "YAML_ALIAS_UNKNOWN"],
  [
    "sixty thousand aliases of one file",
    butane(
      `passwd: {users: [{name: &n x}]}\nstorage:\n  files: [&f {path: *n},${"*f,".repeat(60_000)}]\n`,
    ),
    "YAML_ALIASES_EXCESSIVE",
  ],
  [
    "a megabyte of text aliased a thousand times",
    butane(
      `storage:\n  files:\n    - {path: /a, contents: {inline: &a ${"z".repeat(size / 2)}}}\n` +
        lines(1000, (index) => `    - {path: /${index}, contents: {inline: *a}}\n`),
    ),
    "YAML_ALIASES_EXCESSIVE",
  ],
  [
    "merge keys that grow a list",
    butane(
      `systemd:\n  units:\n    - &u {name: a.service, dropins: [${"{name: a.conf},".repeat(5000)}]}\n` +
        lines(3000, () => "    - {<<: *u}\n"),
    ),
    "YAML_ALIASES_EXCESSIVE",
  ],
  [
    "an anchor made of marks",
    butane(`storage: &${"&!".repeat(90)}\n  # comment\n  files: 5\n`),
    "YAML_TYPE",
  ],
  [
    "a version of a million zeros",
    `variant: flatcar\nversion: ${"0".repeat(size)}\n`,
    "BUTANE_VERSION_INVALID",
  ],
  ["a NUL byte", butane("storage: \0\n"), "YAML_CHARACTER"],
  ["half a surrogate pair", butane("storage: \ud800\n"), "YAML_CHARACTER"],
  ["an escape for half a surrogate pair", butane('storage: "\\ud800"\n'), "YAML_CHARACTER"],
  ["bytes that are not UTF-8", Buffer.from([0xff, 0xfe, 0, 1]), "YAML_ENCODING"],
];

describe("A YAML text", () => {
  it.each(hostile)("rejects %s within a second or so", (_, text, code) => {
    const start = cpuTime();
    const { config, report } = translateButane(text);
    const milliseconds = cpuTime() - start;
    expect(config).toBeUndefined();
    expect(report.errors[0]?.code).toBe(code);
    expect(report.issues.length).toBeLessThan(10);
    expect(milliseconds).toBeLessThan(3000);
  });

  it("takes many unknown keys in reasonable time and warns about each", () => {
    const { report } = translateButane(butane(lines(15_000, (index) => `key${index}: 1\n`)));
    expect(report.warnings).toHaveLength(15_000);
  });

  it("keeps keys that name parts of prototypes out of the config", () => {
    const { config, report } = translateButane(
      butane(
        "__proto__: {polluted: true}\nstorage:\n  __proto__: {polluted: true}\n  files:\n" +
          "    - path: /a\n      constructor: x\n      contents: {__proto__: {source: 'data:,'}}\n",
      ),
    );
    expect(config).toEqual({
      ignition: { version: "3.4.0" },
      storage: { files: [{ path: "/a", contents: {} }] },
    });
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    expect(report.warnings.map(({ code }) => code)).toEqual(Array(4).fill("BUTANE_KEY_UNKNOWN"));
  });

  it("reads UTF-8 bytes, with a byte order mark or without", () => {
    const text = butane("storage:\n  files:\n    - path: /größe\n");
    const expected = { path: "/größe" };
    for (const input of [Buffer.from(text), Buffer.from(`\ufeff${text}`), `\ufeff${text}`]) {
      expect(translateButane(input).config?.storage?.files).toEqual([expected]);
    }
  });

  it("reads a JSON document", () => {
    const text = '{"variant":"flatcar","version":"1.1.0","storage":{"files":[{"path":"/a"}]}}';
    expect(translateButane(text).config?.storage).toEqual({ files: [{ path: "/a" }] });
  });

  it("warns about a second document, which Butane drops without a word", () => {
    const translation = translateButane(butane("---\nstorage: [\n"));
    expect(translation.config).toBeDefined();
    expect(shown(translation)).toEqual(["~YAML_MORE_DOCUMENTS $"]);
  });

  it.each([
    ["|", "x\n"],
    [">", "x\n"],
    ["|-", "x"],
  ])("gives a block text %s its last line break when the text has one", (mark, expected) => {
    const body = `systemd:\n  units:\n    - name: a.service\n      contents: ${mark}\n        x`;
    const contents = (text: string) =>
      translateButane(butane(text)).config?.systemd?.units?.[0]?.contents;
    expect(contents(`${body}\n`)).toBe(expected);
    // Butane's parser adds no line break that the text does not have.
    expect(contents(body)).toBe("x");
  });

  it.each([
    ["a quote that is not closed", 'storage: "x\n', 4],
    ["a tab as indentation", "storage:\n\tfiles: []\n", 4],
    ["members at odd indentation", "storage:\n    files: []\n  links: []\n", 5],
    ["a key without its colon", "storage\nsystemd: {}\n", 3],
    ["a reserved character", "storage: @x\n", 3],
    ["an escape that only newer YAML knows", 'storage: "\\/"\n', 3],
  ])("rejects %s at its line", (_, body, line) => {
    const { report } = translateButane(butane(body), { name: "machine.bu" });
    expect(report.errors[0]).toMatchObject({
      code: "YAML_SYNTAX",
      position: { source: "machine.bu", line },
    });
  });

  it("never quotes the text in a syntax error", () => {
    for (const body of [
      "a: 'secret\n",
      'a: "\\secret"\n',
      "a: |secret\n x",
      "a: [secret\n",
      "a: *\n",
      "@secret",
    ]) {
      expect(JSON.stringify(translateButane(butane(body)).report.issues)).not.toContain("secret");
    }
  });

  it("points at the anchor or tag of a value that has one", () => {
    for (const [mark, column] of [
      ["&a ", 9],
      ["!!str ", 9],
      ["&a !!str ", 9],
      ["", 9],
    ] as const) {
      const { report } = translateButane(butane(`passwd: ${mark}x\n`));
      expect(report.issues[0]?.position).toEqual({ line: 3, column });
    }
  });

  it("points at the mark of a mapping whose first key has one, also after an odd escape", () => {
    const { report } = translateButane(
      butane(
        'systemd: {units: [{name: "\\\'a.path"}]}\nstorage:\n  trees:\n    - ? path\n      : /a\n',
      ),
      { files: new Map() },
    );
    expect(report.issues[0]?.position).toEqual({ line: 6, column: 7 });
  });

  it("shares values by anchors, aliases and merge keys", () => {
    const config = configOf(
      "systemd:\n  units:\n    - &unit\n      name: a.service\n      enabled: true\n      contents: |\n" +
        "        [Install]\n        WantedBy=multi-user.target\n    - <<: *unit\n      name: b.service\n",
    );
    const [first, second] = config.systemd?.units ?? [];
    expect(second).toEqual({ ...first, name: "b.service" });
  });

  it("lets a mapping's own members win over merged ones, and earlier merged ones over later", () => {
    const config = configOf(
      "passwd:\n  users:\n    - &a {name: a, uid: 1}\n    - &b {name: b, uid: 2, gecos: B}\n    - {<<: [*a, *b], name: c}\n",
    );
    expect(config.passwd?.users?.[2]).toEqual({ name: "c", uid: 1, gecos: "B" });
  });

  it("rejects a list that is merged by its alias", () => {
    const body = "passwd:\n  groups: &a []\n  users:\n    - <<: *a\n      name: core\n";
    expect(shown(translateButane(butane(body)))).toEqual(["YAML_TYPE $.passwd.users[0]"]);
  });

  it("points directly after a mark that nothing follows", () => {
    const { report } = translateButane(butane("systemd: # units\n"));
    expect(report.issues[0]?.position).toEqual({ line: 3, column: 9 });
  });
});
