"use strict";

const path = require("node:path");
const { table } = require("../quickstart/table.js");
const { inStep } = require("../setup/progress.js");
const { run } = require("../setup/run.js");
const { digits, exponent, median, runs } = require("./figures.js");
const { FORMS } = require("./fleet.js");

const WORKER = path.join("tools", "bench", "compose-worker.js");

/** @typedef {{ seconds: number, peak: number, before: number }} Cost CPU seconds and MiB, as the worker tells */

/**
 * Composes fleets of three sizes, each in a new process, and tells how the cost grows.
 *
 * @param {import("../bench.js").BenchPlace} place
 */
async function measure({ root, env, quick }) {
  const forms = quick ? ["mixed"] : Object.keys(FORMS);
  const sizes = quick ? [10, 100] : [10, 100, 1000];
  const rounds = quick ? 1 : 3;
  const cases = forms.flatMap((form) =>
    sizes.map((size) => ({ form, size, costs: /** @type {Cost[]} */ ([]) })),
  );
  const work = async (/** @type {import("../setup/progress.js").Step} */ step) => {
    for (let round = 1; round <= rounds; round++) {
      for (const { form, size, costs } of cases) {
        step.update(`round ${round} of ${rounds}, ${size} machines, ${form}`);
        const { stdout } = await run("node", [WORKER, form, `${size}`], { cwd: root, env });
        costs.push(JSON.parse(stdout));
      }
    }
    return cases.map(({ form, size, costs }) => ({ form, size, ...middle(costs) }));
  };
  const results = await inStep("compose", work, () => `${runs(rounds)} of each`);

  const rows = results.map(({ form, size, seconds, peak, before }, index) => {
    const smaller = results[index - 1];
    const growth =
      smaller?.form === form
        ? exponent({ size: smaller.size, cost: smaller.seconds }, { size, cost: seconds })
        : undefined;
    return [
      form,
      `${size}`,
      digits(seconds),
      digits((seconds / size) * 1000),
      growth === undefined ? "" : growth.toFixed(2),
      `${Math.round(peak)}`,
      `${Math.round(peak - before)}`,
    ];
  });
  const headings = [
    "FRAGMENTS",
    "MACHINES",
    "CPU S",
    "MS EACH",
    "EXPONENT",
    "PEAK MIB",
    "OF WHICH FOR THIS",
  ];
  return (
    `\n${table(headings, rows)}\n` +
    `  Medians of ${runs(rounds)} of: node ${WORKER} FRAGMENTS MACHINES\n` +
    "  A new process for each run; its start is not counted, its warming up is. EXPONENT: growth of CPU S from the\n" +
    "  line above; 1 is linear, less is a start that many machines share. All rendered configs are kept to the end.\n" +
    "  A Butane or Ignition document that many machines share is read once for all of them.\n"
  );
}

/**
 * @param {readonly Cost[]} costs
 * @returns {Cost}
 */
function middle(costs) {
  return {
    seconds: median(costs.map(({ seconds }) => seconds)),
    peak: median(costs.map(({ peak }) => peak)),
    before: median(costs.map(({ before }) => before)),
  };
}

module.exports = {
  title: "Machines of five shared fragments and 50 files each: compose, check and render",
  run: measure,
};
