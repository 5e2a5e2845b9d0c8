"use strict";

const { table } = require("../quickstart/table.js");
const { provideEngine } = require("../setup/engine.js");
const { childEnvironment } = require("../setup/environment.js");
const { inStep } = require("../setup/progress.js");
const { digits, exponent } = require("./figures.js");
const { RackStack } = require("./rack-stack.js");

/**
 * What is done with a rack, one after the other, and what the engine says that it did.
 *
 * @type {readonly { work: string, args: readonly string[], did: (machines: number) => string, before?: (stack: RackStack) => void | Promise<void> }[]}
 */
const STEPS = [
  { work: "preview of nothing there", args: ["preview"], did: (n) => `+ ${2 * n + 4} to create` },
  { work: "up", args: ["up", "--yes", "--skip-preview"], did: (n) => `+ ${2 * n + 4} created` },
  { work: "preview again", args: ["preview"], did: (n) => `${2 * n + 4} unchanged` },
  {
    work: "up of one changed row",
    args: ["up", "--yes", "--skip-preview"],
    did: () => "~ 1 updated",
    before: (stack) => stack.writeInventory(""),
  },
  {
    work: "up of raw file resources",
    args: ["up", "--yes", "--skip-preview"],
    did: (n) => `+ ${n + 2} created`,
    before: (stack) => stack.becomeRaw(),
  },
];

/**
 * A rack under the real engine in three sizes, and what the same files cost as raw resources.
 *
 * @param {import("../bench.js").BenchPlace} place
 */
async function measure(place) {
  const sizes = place.quick ? [2] : [50, 100, 200];
  const steps = STEPS.filter(({ work }) => !place.quick || !work.startsWith("preview"));
  const engine = await inStep(
    "engine",
    (step) => provideEngine(place, step),
    ({ version, source }) => `pulumi ${version}, ${source}`,
  );
  const env = { ...place.env, ...childEnvironment([engine.folder], place.env) };
  /** @type {{ work: string, machines: number, cost: import("./rack-stack.js").Cost }[]} */
  const results = [];
  const work = async (/** @type {import("../setup/progress.js").Step} */ step) => {
    for (const machines of sizes) {
      await place.cache.inWorkFolder(async (folder) => {
        const stack = new RackStack({ folder, root: place.root, env, machines });
        await stack.create();
        for (const { work, args, did, before } of steps) {
          step.update(`${work}, ${machines} machines`);
          await before?.(stack);
          results.push({ work, machines, cost: await stack.run(args, did(machines)) });
        }
      });
    }
  };
  await inStep("rack", work, () => "1 run of each");
  const rows = steps.flatMap(({ work }) => {
    const costs = results.filter((result) => result.work === work);
    return costs.map(({ machines, cost }, index) => {
      const smaller = costs[index - 1];
      const growth = smaller && growthOf(smaller, { machines, cost });
      return [
        work,
        `${machines}`,
        digits(cost.seconds),
        growth === undefined ? "" : growth.toFixed(2),
        `${Math.round(cost.memory)}`,
        (cost.state / 2 ** 20).toFixed(1),
      ];
    });
  });
  const headings = ["WHAT", "MACHINES", "CPU S", "EXPONENT", "PEAK MIB", "STATE MIB"];
  return (
    `\n${table(headings, rows)}\n` +
    "  CPU time of engine, program and provider together. PEAK MIB is the program's. EXPONENT: growth of CPU S from the\n" +
    "  line above; 1 is linear, less is a start that all sizes share, more is the engine, which writes its whole state\n" +
    "  after every step. Raw file resources: one for each machine, with the bytes that the rack wrote, and nothing else.\n"
  );
}

/**
 * @typedef {{ machines: number, cost: import("./rack-stack.js").Cost }} Result
 * @param {Result} smaller
 * @param {Result} larger
 */
function growthOf(smaller, larger) {
  const [from, to] = [smaller, larger].map(({ machines, cost }) => ({
    size: machines,
    cost: cost.seconds,
  }));
  return from && to && exponent(from, to);
}

module.exports = {
  title: "A rack from an inventory, under the real engine",
  run: measure,
};
