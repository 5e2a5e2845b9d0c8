"use strict";

const path = require("node:path");
const { hasHost } = require("./engine-on-path.js");
const { SetUpFailure, reason } = require("./failure.js");
const { GoModule, goBuild, whyNoGo } = require("./go.js");

const YAML = "github.com/pulumi/pulumi-yaml";
const HOST = "pulumi-language-yaml";

/**
 * The host that runs Pulumi programs in YAML. Pulumi's releases bring it; an engine that was built from Go modules does
 * without, as only tests need it.
 *
 * @param {import("./cache.js").Cache} cache
 * @param {string} engine folder of the engine
 * @param {NodeJS.ProcessEnv} env
 * @param {import("./progress.js").Step} step
 * @returns {Promise<{ folder: string, source: string }>} a folder for PATH
 */
async function provideYamlHost(cache, engine, env, step) {
  if (hasHost(path.join(engine, "pulumi"), HOST, env)) {
    return { folder: engine, source: "comes with the engine" };
  }
  const module = new GoModule(path.join(__dirname, "..", "engine", "language-yaml"));
  const entry = `engine/yaml-${process.platform}-${process.arch}-${module.digest}`;
  const found = cache.find(entry);
  if (found !== undefined) return { folder: found, source: "from the cache" };
  try {
    const folder = await cache.entry(
      entry,
      async (work) => {
        const why = await whyNoGo(module, env);
        if (why !== undefined) throw new Error(why);
        const flags = ["-trimpath", "-ldflags", "-s -w"];
        const out = path.join(work, HOST);
        await goBuild({ module, package: `${YAML}/cmd/${HOST}`, out, flags }, env, step);
      },
      (text) => step.update(text),
    );
    return { folder, source: `${module.version(YAML).slice(1)}, built from Go modules` };
  } catch (error) {
    throw new SetUpFailure(
      `Pulumi's host for YAML, which tests run programs with, cannot be built: ${reason(error)}.\n` +
        `Install Go ${module.goVersion} or newer (to build it) or the Pulumi CLI, then run this again.`,
    );
  }
}

module.exports = { provideYamlHost };
