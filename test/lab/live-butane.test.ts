import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { translateButane } from "../../src/butane/index.js";
import { compileButane } from "./oracles.js";
import { judgeButane } from "./support/agreement.js";
import { butaneTexts, tidyButane } from "./support/arbitraries/butane.js";
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

  it("are accepted and rejected as by butane --strict itself", async () => {
    const texts = fc.sample(tidyButane, { numRuns: 200, seed });
    const verdicts = await compileButane(texts, folder);
    const ours = texts.map((text) => translateButane(text, { files: localFiles, strict: true }));
    expect(ours.map(({ config }) => config !== undefined)).toEqual(
      verdicts.map(({ accepted }) => accepted),
    );
    expect(verdicts.some(({ accepted }) => accepted)).toBe(true);
    expect(verdicts.some(({ accepted }) => !accepted)).toBe(true);
  });
});
