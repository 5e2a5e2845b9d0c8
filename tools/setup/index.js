"use strict";

const path = require("node:path");
const { build } = require("./build.js");
const { Cache } = require("./cache.js");
const { installDependencies } = require("./dependencies.js");
const { provideEngine } = require("./engine.js");
const { childEnvironment } = require("./environment.js");
const { provideNode } = require("./node.js");
const { providePeers } = require("./peers.js");
const { inStep } = require("./progress.js");
const { provideYamlHost } = require("./yaml-host.js");

/** The clone that these tools are part of. */
const ROOT = path.resolve(__dirname, "..", "..");

/**
 * @typedef {object} Clone a clone whose dependencies are there
 * @property {string} root the clone
 * @property {import("./cache.js").Cache} cache
 * @property {NodeJS.ProcessEnv} env for children: the right Node.js comes first on its PATH, and nothing of the user's
 *   Pulumi is in it
 *
 * @typedef {Clone & { engine: import("./engine.js").Engine, peers?: string }} Place a clone with an engine, which is on
 *   the PATH as well, and a folder with the lowest SDKs that it is made for, where they were asked for and can be had
 */

/**
 * Makes a clone ready, without an engine: Node.js, dependencies, compiled sources. What is there already is not made
 * again.
 *
 * @param {object} [options]
 * @param {boolean} [options.compile] whether src is compiled to dist
 * @returns {Promise<Clone & { nodeFolder: string }>}
 */
async function setUpClone({ compile = true } = {}) {
  console.log("Set-up");
  const cache = new Cache();
  const node = await inStep(
    "node",
    (step) => provideNode(cache, step),
    ({ version, source }) => `${version}, ${source}`,
  );
  const env = withCompileCache(cache, childEnvironment([node.folder]));
  // Two set-ups of one clone would write the same folders.
  await cache.locked(`clone ${ROOT}`, async () => {
    await inStep("dependencies", (step) => installDependencies(ROOT, env, step), String);
    if (compile) await inStep("build", (step) => build(ROOT, env, step), String);
  });
  return { root: ROOT, cache, env, nodeFolder: node.folder };
}

/**
 * Makes a clone ready, with an engine.
 *
 * @param {object} [options]
 * @param {boolean} [options.compile] whether src is compiled to dist
 * @param {boolean} [options.yaml] whether the engine is to run programs in YAML, too
 * @param {boolean} [options.peers] whether to fetch the lowest SDKs that the clone is made for
 * @returns {Promise<Place>}
 */
async function setUp({ yaml = false, peers = false, ...options } = {}) {
  const { root, cache, env, nodeFolder } = await setUpClone(options);
  const engine = await inStep(
    "engine",
    (step) => provideEngine({ cache, root, env }, step),
    ({ version, source }) => `pulumi ${version}, ${source}`,
  );
  const folders = [nodeFolder, engine.folder];
  if (yaml) {
    const host = await inStep(
      "yaml host",
      (step) => provideYamlHost(cache, engine.folder, env, step),
      ({ source }) => source,
    );
    folders.push(host.folder);
  }
  const lowest = peers
    ? await inStep(
        "lowest SDKs",
        (step) => providePeers({ root, cache, env }, step),
        ({ source }) => source,
      )
    : undefined;
  console.log("");
  return {
    root,
    cache,
    peers: lowest?.folder,
    env: withCompileCache(cache, childEnvironment(folders)),
    engine,
  };
}

/**
 * A fifth of a `pulumi preview` goes into compiling the SDK's JavaScript, unless Node.js keeps what it compiled.
 *
 * @param {Cache} cache
 * @param {NodeJS.ProcessEnv} env
 */
function withCompileCache(cache, env) {
  return { NODE_COMPILE_CACHE: cache.path("compiled"), ...env };
}

module.exports = { setUp, setUpClone, ROOT };
