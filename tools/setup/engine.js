"use strict";

const { fromGo } = require("./engine-from-go.js");
const { engineOnPath } = require("./engine-on-path.js");
const { release } = require("./engine-release.js");
const { SetUpFailure, reason } = require("./failure.js");

/**
 * A Pulumi engine with the hosts that run Node.js programs and their dynamic resources.
 *
 * @typedef {object} Engine
 * @property {string} folder has the executables `pulumi`, `pulumi-language-nodejs`, `pulumi-resource-pulumi-nodejs`
 * @property {string} version such as 3.259.0
 * @property {string} source where it comes from, for the reader
 */

/**
 * A way to get an engine into the cache.
 *
 * @typedef {object} Maker
 * @property {string} title how the engine is had, as in "built from Go modules"
 * @property {string} entry name in the cache; another name for another content
 * @property {string} version
 * @property {(work: string, step: import("./progress.js").Step) => Promise<void>} make puts the executables into the
 *   folder `bin` of an empty folder
 */

/**
 * An engine from PATH, else from the cache, else Pulumi's own release, else built from Go modules.
 *
 * @param {object} place
 * @param {import("./cache.js").Cache} place.cache
 * @param {string} place.root the clone, with its dependencies installed
 * @param {NodeJS.ProcessEnv} place.env
 * @param {import("./progress.js").Step} step
 * @returns {Promise<Engine>}
 */
async function provideEngine({ cache, root, env }, step) {
  const onPath = await cache.inWorkFolder((home) =>
    engineOnPath(env, home, (text) => step.note(text)),
  );
  return onPath ?? engineFromCache(cache, [release(env), fromGo(root, env)], step);
}

/**
 * The first engine that is in the cache, else the first that can be put there.
 *
 * @param {import("./cache.js").Cache} cache
 * @param {readonly Maker[]} makers
 * @param {import("./progress.js").Step} step
 * @returns {Promise<Engine>}
 */
async function engineFromCache(cache, makers, step) {
  for (const { entry, version } of makers) {
    const found = cache.find(entry);
    if (found !== undefined) return { folder: `${found}/bin`, version, source: "from the cache" };
  }
  /** @type {string[]} */
  const reasons = [];
  for (const { title, entry, version, make } of makers) {
    try {
      const made = await cache.entry(
        entry,
        (work) => make(work, step),
        (text) => step.update(text),
      );
      return { folder: `${made}/bin`, version, source: title };
    } catch (error) {
      reasons.push(`${title}: ${reason(error)}`);
      step.note(`cannot be ${title} (${reason(error)})`);
    }
  }
  throw new SetUpFailure(
    `No Pulumi engine can be had here:\n${reasons.map((line) => `  ${line}\n`).join("")}` +
      "Install Go 1.26 or newer (to build one) or the Pulumi CLI, then run this again.",
  );
}

module.exports = { provideEngine, engineFromCache };
