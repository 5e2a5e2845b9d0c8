"use strict";

const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { run, CommandFailed } = require("../setup/run.js");
const { pulumiEnvironment } = require("../setup/environment.js");
const { jestCounts } = require("./counts.js");

/** Jest itself would use one core less than there are, which of two leaves one: half the tests wait for processes. */
const WORKERS = Math.max(2, os.availableParallelism() - 1);
/** Names of tests that did not run which are listed; the rest is a number. */
const NAMES_SHOWN = 40;

/**
 * Runs jest in the clone, shows its output and the tests that did not run, and counts.
 *
 * @param {import("../setup/index.js").Place} place
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [extra] more variables for the tests
 * @returns {Promise<import("./counts.js").Counts>}
 */
function runJest({ root, cache, env, engine }, args, extra = {}) {
  return cache.inWorkFolder(async (folder) => {
    // A test that starts Pulumi without settings of its own still stays out of the user's home.
    for (const name of ["home", "state"]) fs.mkdirSync(path.join(folder, name));
    const report = path.join(folder, "jest.json");
    const jest = path.join(root, "node_modules", "jest", "bin", "jest.js");
    let ended = true;
    try {
      await run(
        "node",
        [jest, "--json", `--outputFile=${report}`, `--maxWorkers=${WORKERS}`, ...args],
        {
          cwd: root,
          env: {
            ...env,
            ...pulumiEnvironment(folder, ""),
            FLATCAR_ENGINE_BIN: engine.folder,
            ...extra,
          },
          show: true,
        },
      );
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error;
      ended = false;
    }
    const { notRun, ...counts } = jestCounts(readReport(report));
    if (notRun.length > 0) {
      console.log("\nSkipped");
      for (const name of notRun.slice(0, NAMES_SHOWN)) console.log(`  ${name}`);
      if (notRun.length > NAMES_SHOWN) console.log(`  and ${notRun.length - NAMES_SHOWN} more`);
    }
    // It can fail for another reason than a test, such as an obsolete snapshot or no test at all.
    return !ended && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  });
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

module.exports = { runJest };
