"use strict";

const path = require("node:path");
const { digest } = require("./cache.js");
const { childEnvironment } = require("./environment.js");
const { SetUpFailure, reason } = require("./failure.js");
const { lockedPackages } = require("./npm.js");
const { run } = require("./run.js");

/** The oldest Node.js that @pulumi/pulumi supports; package.json's `engines` says the same. */
const OLDEST = 22;

/**
 * A Node.js that is new enough: the running one, or one from a package, kept in the cache.
 *
 * @param {import("./cache.js").Cache} cache
 * @param {import("./progress.js").Step} step
 * @param {string} [running] version of the Node.js that runs this
 * @returns {Promise<{ folder: string, version: string, source: string }>} `folder` has the executable `node`
 */
async function provideNode(cache, step, running = process.versions.node) {
  if (Number.parseInt(running, 10) >= OLDEST) {
    return { folder: path.dirname(process.execPath), version: running, source: "this one" };
  }
  try {
    const packages = lockedPackages("node");
    const name = `node/${process.platform}-${process.arch}-${digest(packages.contents)}`;
    const cached = cache.find(name) !== undefined;
    const entry = await cache.entry(
      name,
      async (work) => {
        step.update(`downloading Node.js ${OLDEST}, as this one is ${running}`);
        await packages.install(work, childEnvironment([]));
        await nodeVersion(nodeFolder(work));
      },
      (text) => step.update(text),
    );
    const folder = nodeFolder(entry);
    return {
      folder,
      version: await nodeVersion(folder),
      source: cached ? "from the cache" : "downloaded",
    };
  } catch (error) {
    throw new SetUpFailure(
      `Node.js ${OLDEST} or newer is needed, this one is ${running}, and the npm package of a newer one ` +
        `cannot be used here (${reason(error)}).\nInstall Node.js ${OLDEST} or newer, then run this again.`,
    );
  }
}

/** @param {string} entry */
function nodeFolder(entry) {
  return path.join(entry, "node_modules", `node-${process.platform}-${process.arch}`, "bin");
}

/** @param {string} folder */
async function nodeVersion(folder) {
  const { stdout } = await run(path.join(folder, "node"), ["--version"], { timeout: 20_000 });
  return stdout.trim().replace(/^v/, "");
}

module.exports = { provideNode };
