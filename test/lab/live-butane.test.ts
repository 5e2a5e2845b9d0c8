import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { translateButane } from "../../src/butane/index.js";
import { compileButane } from "./oracles.js";
import { judgeButane } from "./support/agreement.js";
import { butaneTexts } from "./support/arbitraries/butane.js";
import { localFiles, writeLocalFiles } from "./support/arbitraries/local-files.js";
import { askBatch } from "./support/batch.js";
import { compare, seed } from "./support/live.js";
import { butaneDifferences } from "./support/live-differences.js";
import { describeWith, oracles } from "./support/needs.js";

jest.setTimeout(300_000);

describeWith([oracles], "generated Butane documents", () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "pulumi-flatcar-files-"));
    writeLocalFiles(folder);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("are translated as Butane translates them: verdict, problems with their places, output", () =>
    compare({
      title: "butane",
      questions: butaneTexts,
      ask: (texts) =>
        askBatch(
          "butane",
          texts.map((text) => [text]),
          folder,
        ),
      judge: (text, answer) => judgeButane(text, answer, { files: localFiles }),
      differences: butaneDifferences,
      show: (text) => text,
    }));

  it("are translated by butane --strict itself as by the batch, and by us when we are strict", async () => {
    // Butane warns that it does not look behind aliases.
    const texts = fc
      .sample(butaneTexts, { numRuns: 300, seed })
      .filter((text) => !/\*a/.test(text));
    const answers = await askBatch(
      "butane-strict",
      texts.map((text) => [text]),
      folder,
    );
    const verdicts = await compileButane(texts, folder);
    expect(answers.map(({ accepted, output }) => [accepted, output ? `${output}\n` : ""])).toEqual(
      verdicts.map(({ accepted, stdout }) => [accepted, stdout]),
    );
    const clean = texts.filter((_, index) => answers[index]?.accepted);
    const options = { files: localFiles, strict: true };
    expect(clean.length).toBeGreaterThan(50);
    for (const text of clean) expect(translateButane(text, options).config).toBeDefined();
  });
});
