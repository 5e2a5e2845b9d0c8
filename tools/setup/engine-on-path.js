"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { reason } = require("./failure.js");
const { run } = require("./run.js");
const { isAtLeast } = require("./version.js");

/** The oldest engine this library is used with; the peer dependency on @pulumi/pulumi in package.json says the same. */
const OLDEST = "3.217.0";
/** What an engine needs beside `pulumi` to run a Node.js program with dynamic resources. */
const HOSTS = ["pulumi-language-nodejs", "pulumi-resource-pulumi-nodejs"];
/** Milliseconds for `pulumi version`. */
const PATIENCE = 20_000;

/**
 * The first `pulumi` on PATH that can be used. Others are passed over, with a line that says why.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} home a folder that Pulumi may write to
 * @param {(text: string) => void} note
 * @returns {Promise<import("./engine.js").Engine | undefined>}
 */
async function engineOnPath(env, home, note) {
  const folders = foldersOf(env)
    // Launchers of npm packages, put there by the npm that runs this; the package is looked at later.
    .filter((folder) => !folder.endsWith(path.join("node_modules", ".bin")));
  for (const folder of folders) {
    const file = path.join(folder, "pulumi");
    if (!isExecutable(file)) continue;
    const answer = await version(file, env, home);
    const missing = HOSTS.filter((host) => !hasHost(file, host, env));
    if (!isAtLeast(answer, OLDEST)) note(`passed over ${file}: ${answer}, ${OLDEST} is needed`);
    else if (missing.length > 0) note(`passed over ${file}: no ${missing.join(", no ")}`);
    else return { folder, version: answer.replace(/^v/, ""), source: `from ${folder}` };
  }
  return undefined;
}

/**
 * @param {string} file
 * @param {NodeJS.ProcessEnv} env
 * @param {string} home
 */
async function version(file, env, home) {
  try {
    const { stdout } = await run(file, ["version"], {
      env: { ...env, PULUMI_HOME: home, PULUMI_SKIP_UPDATE_CHECK: "true" },
      timeout: PATIENCE,
    });
    return stdout.trim() || "no version";
  } catch (error) {
    return reason(error);
  }
}

/**
 * Whether Pulumi will find a host: it looks on PATH, then beside the file that its own name leads to.
 *
 * @param {string} file Pulumi's executable
 * @param {string} host
 * @param {NodeJS.ProcessEnv} env
 */
function hasHost(file, host, env) {
  const places = [...foldersOf(env), path.dirname(fs.realpathSync(file))];
  return places.some((folder) => isExecutable(path.join(folder, host)));
}

/** @param {NodeJS.ProcessEnv} env */
function foldersOf(env) {
  const folders = (env.PATH ?? "").split(path.delimiter);
  return [...new Set(folders)].filter((folder) => path.isAbsolute(folder));
}

/** @param {string} file */
function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

module.exports = { engineOnPath, hasHost };
