"use strict";

const path = require("node:path");
const { table } = require("../quickstart/table.js");
const { SetUpFailure } = require("../setup/failure.js");
const { provideOracles } = require("../setup/oracles.js");
const { Step, inStep } = require("../setup/progress.js");
const { run } = require("../setup/run.js");
const { digits, median, runs } = require("./figures.js");
const { Theirs } = require("./theirs.js");

const WORKER = path.join("tools", "bench", "ours.js");

/** What is compared, by the mode of oracle-batch: what the original is called, and what we do. */
const WORK = /** @type {const} */ ([
  {
    mode: "butane",
    input: "butane",
    theirs: "butane",
    ours: "translateButane, renderIgnition",
  },
  {
    mode: "butane-strict",
    input: "butane",
    theirs: "butane --strict",
    ours: "composeIgnition, renderIgnition",
  },
  { mode: "validate", input: "ignition", theirs: "ignition-validate", ours: "readIgnition" },
]);

/**
 * The same documents through ours and through the originals, by turns.
 *
 * @param {import("../bench.js").BenchPlace} place
 */
async function measure(place) {
  const theirs = await originals(place);
  const rounds = place.quick ? 1 : 3;
  const seconds = place.quick ? 0.2 : 1.5;
  const rows = await place.cache.inWorkFolder((folder) =>
    inStep(
      "originals",
      async (step) => {
        const cases = await casesIn(folder, place);
        /** @type {string[][]} */
        const rows = [];
        for (const each of cases) {
          step.update(`${each.theirs} on ${each.name}, ${rows.length + 1} of ${cases.length}`);
          rows.push(await compare(each, { place, theirs, rounds, seconds }));
        }
        return rows;
      },
      () => `${runs(rounds)} of each, by turns`,
    ),
  );
  const headings = ["DOCUMENTS", "BYTES", "OURS", "PER S", "THEIRS", "PER S", "OURS / THEIRS"];
  return (
    `\n${table(headings, rows)}\n` +
    `  PER S: documents for each second of CPU time, median of ${runs(rounds)} by turns, starts of processes not counted.\n` +
    "  CPU time is that of all threads; one core suits the originals best, as their collector then keeps to it.\n" +
    `  Ours: node ${WORKER} MODE FILE ${seconds}, after as long a time of warming up.\n` +
    "  Theirs: GOMAXPROCS=1 oracle-batch MODE --bench TIMES < FILE, after a first pass.\n"
  );
}

/**
 * @typedef {(typeof WORK)[number] & import("./prepare.js").Input & { name: string }} Case
 *
 * @param {string} folder
 * @param {import("../bench.js").BenchPlace} place
 * @returns {Promise<Case[]>}
 */
async function casesIn(folder, { root, env, quick }) {
  const args = [path.join(__dirname, "prepare.js"), folder, ...(quick ? ["--quick"] : [])];
  const { stdout } = await run("node", args, { cwd: root, env });
  /** @type {import("./prepare.js").Prepared[]} */
  const sets = JSON.parse(stdout);
  return sets.flatMap(({ name, ...inputs }) =>
    WORK.map((work) => ({ ...work, ...inputs[work.input], name })),
  );
}

/**
 * @param {Case} compared
 * @param {object} how
 * @param {import("../bench.js").BenchPlace} how.place
 * @param {Theirs | undefined} how.theirs
 * @param {number} how.rounds
 * @param {number} how.seconds
 * @returns {Promise<string[]>} a row of the table
 */
async function compare({ mode, file, ...row }, { place, theirs, rounds, seconds }) {
  const calibration = await theirs?.calibrate(mode, file, seconds);
  /** @type {{ ours: number[], theirs: number[] }} */
  const found = { ours: [], theirs: [] };
  for (let round = 0; round < rounds; round++) {
    const args = [WORKER, mode, file, `${seconds}`];
    const { stdout } = await run("node", args, { cwd: place.root, env: place.env });
    const ours = JSON.parse(stdout);
    found.ours.push(ours.documents / ours.seconds);
    if (theirs && calibration) found.theirs.push(await theirs.throughput(mode, file, calibration));
  }
  const ours = median(found.ours);
  const compared = theirs
    ? [digits(median(found.theirs)), digits(ours / median(found.theirs))]
    : ["-", "-"];
  return [row.name, `${row.bytes}`, row.ours, digits(ours), row.theirs, ...compared];
}

/**
 * The originals, unless they cannot be had here; then a line says why.
 *
 * @param {import("../bench.js").BenchPlace} place
 */
async function originals({ cache, env }) {
  const given = process.env.FLATCAR_ORACLES;
  if (given) return new Theirs(given, env);
  const step = new Step("oracles");
  try {
    const { folder, source } = await provideOracles(cache, env, step);
    step.done(source);
    return new Theirs(folder, env);
  } catch (error) {
    if (!(error instanceof SetUpFailure)) throw error;
    step.done(`skipped, so ours stands alone. ${error.message.replaceAll("\n", " ")}`);
    return undefined;
  }
}

module.exports = {
  title: "Documents through ours and through the Go originals, on one core",
  run: measure,
};
