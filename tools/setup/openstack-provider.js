"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { digest } = require("./cache.js");
const { SetUpFailure, reason } = require("./failure.js");
const { GoModule, goBuild, whyNoGo } = require("./go.js");

const PROGRAM = "pulumi-resource-openstack";

/**
 * The provider of @pulumi/openstack, built from Go modules: tests that make machines in a real OpenStack run it, whether
 * or not Pulumi's own release of it can be downloaded.
 *
 * @param {string} root the clone, with its dependencies installed
 * @param {import("./cache.js").Cache} cache
 * @param {NodeJS.ProcessEnv} env
 * @param {import("./progress.js").Step} step
 * @returns {Promise<{ folder: string, version: string, source: string }>} the folder that holds it
 */
async function provideOpenStackProvider(root, cache, env, step) {
  const module = new GoModule(path.join(__dirname, "..", "providers", "openstack"));
  const version = sdkVersion(root);
  const key = digest([module.digest, version]);
  const entry = `providers/openstack-${process.platform}-${process.arch}-${key}`;
  const found = cache.find(entry);
  if (found !== undefined) return { folder: found, version, source: "from the cache" };
  try {
    const folder = await cache.entry(
      entry,
      async (work) => {
        const why = await whyNoGo(module, env);
        if (why !== undefined) throw new Error(why);
        const flags = ["-trimpath", "-ldflags", `-s -w -X main.version=${version}`];
        await goBuild({ module, package: ".", out: path.join(work, PROGRAM), flags }, env, step);
      },
      (text) => step.update(text),
    );
    return { folder, version, source: "built from Go modules" };
  } catch (error) {
    throw new SetUpFailure(
      `Pulumi's OpenStack provider, which the lab runs, cannot be built: ${reason(error)}.\n` +
        `It needs Go ${module.goVersion} or newer on PATH.`,
    );
  }
}

/**
 * The version of the installed SDK, which is the version it asks the engine for.
 *
 * @param {string} root
 * @returns {string}
 */
function sdkVersion(root) {
  const file = path.join(root, "node_modules", "@pulumi", "openstack", "package.json");
  return JSON.parse(fs.readFileSync(file, "utf8")).version.replace(/^v/, "");
}

module.exports = { provideOpenStackProvider };
