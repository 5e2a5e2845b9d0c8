"use strict";

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 *
 * @typedef {object} JestResults what `jest --json` writes, as far as it is used here
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numRuntimeErrorTestSuites files of which no test could run
 * @property {{ assertionResults: { status: string, fullName: string }[] }[]} testResults
 */

/** States of a test that did not run. */
const NOT_RUN = new Set(["pending", "skipped", "disabled", "todo"]);

/**
 * @param {readonly Counts[]} counts
 * @returns {Counts}
 */
function sum(counts) {
  return counts.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/**
 * The last line of a run.
 *
 * @param {Counts} counts
 */
function countsLine({ passed, failed, skipped }) {
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}

/**
 * Counts of a jest run and the names of the tests that did not run. A file that cannot be loaded is a failure, and so
 * is a run without a result.
 *
 * @param {JestResults | undefined} results
 * @returns {Counts & { notRun: string[] }}
 */
function jestCounts(results) {
  if (results === undefined) return { passed: 0, failed: 1, skipped: 0, notRun: [] };
  const notRun = results.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => NOT_RUN.has(status))
    .map(({ fullName }) => fullName);
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return { passed: results.numPassedTests, failed, skipped: notRun.length, notRun };
}

module.exports = { sum, countsLine, jestCounts };
