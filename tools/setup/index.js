"use strict";

const path = require("node:path");
const { build } = require("./build.js");
const { Cache } = require("./cache.js");
const { installDependencies } = require("./dependencies.js");
const { provideEngine } = require("./engine.js");
const { childEnvironment } = require("./environment.js");
const { provideNode } = require("./node.js");
const { inStep } = require("./progress.js");

/** The clone that these tools are part of. */
const ROOT = path.resolve(__dirname, "..", "..");

/**
 * @typedef {object} Place where everything is, when the set-up has ended
 * @property {string} root the clone
 * @property {import("./cache.js").Cache} cache
 * @property {NodeJS.ProcessEnv} env for children: the right Node.js and the engine come first on its PATH, and nothing
 *   of the user's Pulumi is in it
 * @property {import("./engine.js").Engine} [engine]
 */

/**
 * Makes a clone ready: Node.js, dependencies, compiled sources, engine. What is there already is not made again.
 *
 * @param {object} [options]
 * @param {boolean} [options.compile] whether src is compiled to dist
 * @param {boolean} [options.engine] whether an engine is needed
 * @returns {Promise<Place>}
 */
async function setUp({ compile = true, engine: wanted = true } = {}) {
  console.log("Set-up");
  const cache = new Cache();
  const node = await inStep(
    "node",
    (step) => provideNode(cache, step),
    ({ version, source }) => `${version}, ${source}`,
  );
  const env = childEnvironment([node.folder]);
  // Two set-ups of one clone would write the same folders.
  await cache.locked(`clone ${ROOT}`, async () => {
    await inStep("dependencies", (step) => installDependencies(ROOT, env, step), String);
    if (compile) await inStep("build", (step) => build(ROOT, env, step), String);
  });
  if (!wanted) {
    console.log("");
    return { root: ROOT, cache, env };
  }
  const engine = await inStep(
    "engine",
    (step) => provideEngine({ cache, root: ROOT, env }, step),
    ({ version, source }) => `pulumi ${version}, ${source}`,
  );
  console.log("");
  return { root: ROOT, cache, env: childEnvironment([node.folder, engine.folder]), engine };
}

module.exports = { setUp, ROOT };
