"use strict";

const { SetUpFailure } = require("../setup/failure.js");
const { countsLine, sum } = require("./counts.js");

/**
 * Runs checks to their line of counts, which is the last one whatever happens, and sets the exit status.
 *
 * @param {() => Promise<readonly import("./counts.js").Counts[]>} checks
 */
async function countChecks(checks) {
  let counts = { passed: 0, failed: 1, skipped: 0 };
  try {
    counts = sum(await checks());
  } catch (error) {
    console.error(error instanceof SetUpFailure ? `\n${error.message}` : error);
  }
  if (counts.failed > 0) process.exitCode = 1;
  console.log(`\n${countsLine(counts)}`);
}

module.exports = { countChecks };
