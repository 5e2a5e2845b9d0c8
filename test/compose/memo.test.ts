import { composeIgnition } from "../../src/compose/index.js";
import { Memo } from "../../src/compose/memo.js";
import { engines, strictEngine } from "../../src/ignition/index.js";

const document = (...lines: string[]) =>
  ["variant: flatcar", "version: 1.1.0", ...lines, ""].join("\n");

describe("documents that are composed again", () => {
  const butane = document("storage:", "  files:", "    - path: /etc/a", "      mode: 0644");
  const ignition = '{"ignition":{"version":"3.4.0"},"storage":{"files":[{"path":"/etc/a"}]}}';

  it.each([
    ["Butane", { butane: [butane] }],
    ["Ignition", { ignition: [ignition] }],
  ])("are what they were, whatever became of the config made from %s", (_, fragment) => {
    const first = composeIgnition([fragment]).config;
    const before = JSON.stringify(first);
    for (const file of first.storage?.files ?? []) file.path = "/etc/b";
    first.storage?.files?.push({ path: "/etc/c" });
    expect(JSON.stringify(composeIgnition([fragment]).config)).toBe(before);
  });

  it.each([
    ["Butane", (name: string) => ({ name, butane: [document("storge: {}")] })],
    [
      "Ignition",
      (name: string) => ({ name, ignition: ['{"ignition":{"version":"3.4.0"},"a":1}'] }),
    ],
  ])("are named as where they stand, in %s", (_, fragment) => {
    const sources = ["one", "two"].flatMap((name) =>
      composeIgnition([fragment(name)]).report.issues.map(({ position }) => position?.source),
    );
    expect(sources).toEqual([expect.stringMatching(/^one: /), expect.stringMatching(/^two: /)]);
  });

  it("read the local files of each time", () => {
    const local = document(
      "storage:",
      "  files:",
      "    - path: /etc/a",
      "      contents: { local: a }",
    );
    const source = (text: string) =>
      composeIgnition([{ butane: [local] }], { files: new Map([["a", Buffer.from(text)]]) }).config
        .storage?.files?.[0]?.contents?.source;
    expect([source("one"), source("two")]).toEqual(["data:,one", "data:,two"]);
  });
});

describe("a memo", () => {
  const asked = (memo: Memo<string>, text: string, engine = strictEngine) => {
    let made = false;
    memo.get(text, engine, () => {
      made = true;
      return text;
    });
    return made ? "made" : "known";
  };

  it("makes a result once for each text", () => {
    const memo = new Memo<string>();
    expect(["a", "b", "a", "b"].map((text) => asked(memo, text))).toEqual([
      "made",
      "made",
      "known",
      "known",
    ]);
  });

  it("makes it again for another engine", () => {
    const memo = new Memo<string>();
    const rules = [strictEngine, engines["2.14.0"], engines["2.14.0"]];
    expect(rules.map((engine) => asked(memo, "a", engine))).toEqual(["made", "made", "known"]);
  });

  it("drops what was not asked for longest, and never keeps more than a million characters", () => {
    const memo = new Memo<string>();
    const [a, b, c] = ["a", "b", "c"].map((letter) => letter.repeat(400_000)) as [
      string,
      string,
      string,
    ];
    const huge = "d".repeat(1_000_001);
    expect([a, b, a, c, a, b].map((text) => asked(memo, text))).toEqual([
      "made",
      "made",
      "known",
      "made",
      "known",
      "made",
    ]);
    expect([huge, huge].map((text) => asked(memo, text))).toEqual(["made", "made"]);
  });
});
