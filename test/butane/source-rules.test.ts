import { meantAsOctal } from "../../src/butane/decimal-mode.js";
import { translateButane } from "../../src/butane/index.js";
import { butane, problemsOf, shown } from "./support.js";

describe("Modes", () => {
  it.each([
    [644, false, 0o644],
    [755, false, 0o755],
    [600, false, 0o600],
    [400, false, 0o400],
    [4755, false, 0o4755],
    [755, true, 0o755],
    [1777, true, 0o1777],
    [0o644, false, undefined],
    [0o755, true, undefined],
    [0, false, undefined],
    [644, true, undefined],
    [888, false, undefined],
    [1777, false, undefined],
    [4755, true, undefined],
    [-644, false, undefined],
    [77755, false, undefined],
    [123, false, undefined],
  ])("%d, directory %s, was meant as %s", (mode, directory, expected) => {
    expect(meantAsOctal(mode, directory)).toBe(expected);
  });

  it("warn when they are typed in decimal, with the number to write", () => {
    const { report, config } = translateButane(
      butane(
        "storage:\n  files: [{path: /a, mode: 644}]\n  directories: [{path: /b, mode: 755}]\n",
      ),
    );
    expect(config?.storage?.files?.[0]?.mode).toBe(644);
    expect(report.warnings.filter(({ code }) => code === "FILE_MODE_DECIMAL")).toMatchObject([
      { path: ["storage", "directories", 0, "mode"], hint: expect.stringContaining("0755") },
      { path: ["storage", "files", 0, "mode"], hint: expect.stringContaining("0644") },
    ]);
  });
});

describe("Configs inside ignition.config", () => {
  const merge = (json: string) => `ignition:\n  config:\n    merge:\n      - inline: '${json}'\n`;

  it("are left alone when they are sound", () => {
    expect(problemsOf(merge('{"ignition":{"version":"3.4.0"}}'))).toEqual([]);
  });

  it.each([
    ["what is not JSON", "xyzzy", "JSON_SYNTAX"],
    ["an empty text", "", "JSON_EMPTY"],
    ["a wrong type", '{"ignition":{"version":"3.4.0"},"storage":5}', "JSON_TYPE"],
    [
      "a broken rule",
      '{"ignition":{"version":"3.4.0"},"storage":{"files":[{"path":"a"}]}}',
      "PATH_RELATIVE",
    ],
    ["no version", '{"ignition":{}}', "SPEC_VERSION_MALFORMED"],
  ])("rejects %s, at the inline text", (_, json, code) => {
    expect(problemsOf(merge(json))).toEqual([`${code} $.ignition.config.merge[0].inline`]);
  });

  it.each(["3.3.0", "3.5.0", "3.7.0-experimental", "2.3.0"])(
    "warn when they are of spec %s",
    (version) => {
      expect(problemsOf(merge(`{"ignition":{"version":"${version}"},"x":1}`))).toEqual([
        "~REFERENCED_CONFIG_VERSION $.ignition.config.merge[0].version",
      ]);
    },
  );

  it("say where inside the config a problem lies", () => {
    const json = '{"ignition":{"version":"3.4.0"},"storage":{"files":[{"path":"a"}]}}';
    const { report } = translateButane(
      butane(`ignition:\n  config:\n    replace:\n      inline: '${json}'\n`),
    );
    expect(report.errors[0]?.message).toMatch(
      /^in the inline config at \$\.storage\.files\[0\]\.path: /,
    );
    expect(report.errors[0]?.position).toEqual({ line: 6, column: 15 });
  });

  it("are not looked at outside ignition.config", () => {
    expect(problemsOf("storage: {files: [{path: /a, contents: {inline: xyzzy}}]}\n")).toEqual([]);
  });
});

describe("clevis", () => {
  const luks = (clevis: string) =>
    `storage: {luks: [{name: a, device: /dev/a, clevis: ${clevis}}]}\n`;

  it.each(["{tpm2: false}", "{threshold: 0}", "{tang: [{url: http://a}]}", "{custom: {pin: ''}}"])(
    "rejects %s",
    (clevis) => {
      for (const version of ["1.0.0", "1.1.0"]) {
        expect(shown(translateButane(butane(luks(clevis), version)))).toEqual([
          "CLEVIS_UNSUPPORTED $.storage.luks[0].clevis",
        ]);
      }
    },
  );

  it.each(["{}", "{tang: []}", "{custom: {}}", "{tpm2: null}"])(
    "passes %s, in which nothing is given",
    (clevis) => {
      expect(problemsOf(luks(clevis))).toEqual([]);
    },
  );
});
