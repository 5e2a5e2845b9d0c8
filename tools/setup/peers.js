"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { digest } = require("./cache.js");
const { reason } = require("./failure.js");
const { npmReason } = require("./npm.js");
const { CommandFailed, run } = require("./run.js");

/** SDKs of which users may have several major versions. */
const PACKAGES = ["@pulumi/aws"];

/**
 * The lowest versions of the SDKs that package.json allows, one for each major version.
 *
 * @param {{ peerDependencies: Readonly<Record<string, string>> }} manifest
 * @returns {{ name: string, version: string }[]}
 */
function lowestPeers({ peerDependencies }) {
  return PACKAGES.flatMap((name) => {
    const versions = (peerDependencies[name] ?? "").match(/\d+\.\d+\.\d+/g) ?? [];
    return versions.map((version) => ({ name, version }));
  });
}

/**
 * Those versions in one folder, each as `<name>@<version>/package` and without its dependencies. They are not there where
 * the registry cannot be reached: only a test needs them.
 *
 * @param {{ root: string, cache: import("./cache.js").Cache, env: NodeJS.ProcessEnv }} place
 * @param {import("./progress.js").Step} step
 * @returns {Promise<{ folder?: string, source: string }>}
 */
async function providePeers({ root, cache, env }, step) {
  const manifest = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
  const specs = lowestPeers(manifest).map(({ name, version }) => `${name}@${version}`);
  const entry = `peers/${digest(specs)}`;
  const found = cache.find(entry);
  if (found !== undefined) return { folder: found, source: `${specs.join(", ")}, from the cache` };
  try {
    const folder = await cache.entry(
      entry,
      async (work) => {
        for (const spec of specs) {
          step.update(`downloading ${spec}`);
          await unpack(spec, path.join(work, spec), env);
        }
      },
      (text) => step.update(text),
    );
    return { folder, source: `${specs.join(", ")}, downloaded` };
  } catch (error) {
    const why = error instanceof CommandFailed ? npmReason(error.output) : undefined;
    return { source: `cannot be downloaded: ${why ?? reason(error)}` };
  }
}

/**
 * @param {string} spec
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 */
async function unpack(spec, folder, env) {
  fs.mkdirSync(folder, { recursive: true });
  const flags = ["--loglevel=error", "--fetch-retries=1", "--pack-destination", folder];
  await run("npm", ["pack", spec, ...flags], { cwd: folder, env });
  const [tarball = ""] = fs.readdirSync(folder);
  await run("tar", ["-xzf", tarball], { cwd: folder, env });
  fs.rmSync(path.join(folder, tarball));
}

module.exports = { lowestPeers, providePeers };
