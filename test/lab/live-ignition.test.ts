import fc from "fast-check";
import { readIgnition } from "../../src/ignition/index.js";
import { validateIgnition } from "./oracles.js";
import { judgeIgnition, judgeMerge } from "./support/agreement.js";
import { ignitionTexts, mergePairs } from "./support/arbitraries/ignition.js";
import { askBatch } from "./support/batch.js";
import { compare, seed } from "./support/live.js";
import { ignitionDifferences } from "./support/live-differences.js";
import { describeWith, oracles } from "./support/needs.js";

jest.setTimeout(300_000);

describeWith([oracles], "generated Ignition configs", () => {
  it("are judged as Ignition judges them: verdict, problems, places, lines and columns", () =>
    compare({
      title: "ignition-validate",
      questions: ignitionTexts,
      ask: (texts) =>
        askBatch(
          "validate",
          texts.map((text) => [text]),
        ),
      judge: judgeIgnition,
      differences: ignitionDifferences,
      show: (text) => text,
    }));

  it("are merged as Ignition merges them, byte for byte", () =>
    compare({
      title: "Ignition's merge",
      questions: mergePairs,
      ask: (pairs) => askBatch("merge", pairs),
      judge: judgeMerge,
      show: (pair) => pair.join("\n"),
    }));

  it("are judged as by ignition-validate itself", async () => {
    const texts = fc.sample(ignitionTexts, { numRuns: 200, seed });
    const verdicts = await validateIgnition(texts);
    expect(texts.map((text) => !readIgnition(text).report.hasErrors)).toEqual(
      verdicts.map(({ accepted }) => accepted),
    );
  });
});
