"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { table } = require("../quickstart/table.js");
const { inStep } = require("../setup/progress.js");
const { run } = require("../setup/run.js");
const { CLOUDS } = require("./clouds.js");
const { digits, median, runs } = require("./figures.js");

const WORKER = path.join("tools", "bench", "import-worker.js");

/** @typedef {{ milliseconds: number, mib: number }} Cost */

/**
 * Imports each door of a cloud, and what it imports of the cloud's SDK, by turns.
 *
 * @param {import("../bench.js").BenchPlace} place
 */
async function measure({ root, env, quick }) {
  const rounds = quick ? 1 : 15;
  // Users have no cache of compiled modules.
  const { NODE_COMPILE_CACHE: _, ...withoutCache } = env;
  const cases = CLOUDS.map(({ door }) => ({
    door,
    imports: {
      bare: modulesOf(path.join(root, "dist", door)),
      ours: [path.join(root, "dist", door, "index.js")],
    },
    costs: { bare: /** @type {Cost[]} */ ([]), ours: /** @type {Cost[]} */ ([]) },
  }));
  await inStep(
    "imports",
    async (step) => {
      for (let round = 1; round <= rounds; round++) {
        for (const { door, imports, costs } of cases) {
          step.update(`round ${round} of ${rounds}, ${door}`);
          for (const kind of /** @type {const} */ (["bare", "ours"])) {
            const options = { cwd: root, env: withoutCache };
            const { stdout } = await run("node", [WORKER, ...imports[kind]], options);
            costs[kind].push(JSON.parse(stdout));
          }
        }
      }
    },
    () => `${runs(rounds)} of each, by turns`,
  );
  const rows = cases.map(({ door, costs }) => {
    const [bare, ours] = [middle(costs.bare), middle(costs.ours)];
    const more = (ours.milliseconds / bare.milliseconds - 1) * 100;
    return [
      `pulumi-flatcar/${door}`,
      digits(bare.milliseconds),
      digits(ours.milliseconds),
      `${more.toFixed(0)} %`,
      digits(bare.mib),
      digits(ours.mib),
    ];
  });
  const headings = ["DOOR", "SDK CPU MS", "DOOR CPU MS", "MORE", "SDK MIB", "DOOR MIB"];
  return (
    `\n${table(headings, rows)}\n` +
    `  Medians of ${runs(rounds)} by turns of: node ${WORKER} MODULE...\n` +
    "  SDK: @pulumi/pulumi and the modules of the cloud's SDK that the door imports. Start of Node.js not counted.\n"
  );
}

/**
 * What a compiled room imports of SDKs.
 *
 * @param {string} room
 */
function modulesOf(room) {
  const texts = fs
    .readdirSync(room, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .map((name) => fs.readFileSync(path.join(room, name), "utf8"));
  const found = texts.flatMap((text) => [...text.matchAll(/require\("(@pulumi\/[^"]+)"\)/g)]);
  return [...new Set(found.map(([, name = ""]) => name))].sort();
}

/**
 * @param {readonly Cost[]} costs
 * @returns {Cost}
 */
function middle(costs) {
  return {
    milliseconds: median(costs.map(({ milliseconds }) => milliseconds)),
    mib: median(costs.map(({ mib }) => mib)),
  };
}

module.exports = {
  title: "Importing a door, against the SDK that is behind it",
  run: measure,
};
