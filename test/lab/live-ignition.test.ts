import fc from "fast-check";
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

  it("are judged by ignition-validate itself as by the batch", async () => {
    const texts = fc.sample(ignitionTexts, { numRuns: 200, seed });
    const answers = await askBatch(
      "validate",
      texts.map((text) => [text]),
    );
    const verdicts = await validateIgnition(texts);
    for (const [index, { accepted, stdout }] of verdicts.entries()) {
      expect(answers[index]?.accepted).toBe(accepted);
      for (const { message } of answers[index]?.entries ?? []) {
        expect(stdout).toContain(message.trim());
      }
    }
  });
});
