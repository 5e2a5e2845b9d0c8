"use strict";

const { CommandFailed, run } = require("../setup/run.js");
const { Step } = require("../setup/progress.js");

/**
 * One check that is a few commands of the clone's own packages, all at once: passed when all end well. The output of the
 * first that does not is shown.
 *
 * @param {string} title
 * @param {import("../setup/index.js").Place} place
 * @param {readonly (readonly string[])[]} commands scripts under node_modules with their arguments
 * @returns {Promise<import("./counts.js").Counts>}
 */
async function check(title, { root, env }, commands) {
  const step = new Step(title);
  try {
    step.update("running");
    await Promise.all(
      commands.map(([script, ...args]) =>
        run("node", [`node_modules/${script}`, ...args], { cwd: root, env }),
      ),
    );
    step.done("passed");
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    step.done("failed");
    console.log(`${error.output}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

module.exports = { check };
