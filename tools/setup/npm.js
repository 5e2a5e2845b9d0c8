"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { run, CommandFailed } = require("./run.js");

const FLAGS = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"];

/**
 * Installs exactly what the lock file of a folder names; no package runs a script of its own.
 *
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 */
async function npmCi(folder, env) {
  try {
    await run("npm", ["ci", ...FLAGS], { cwd: folder, env });
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    throw new Error(npmReason(error.output) ?? `npm ci ${error.why}`);
  }
}

/**
 * What npm says went wrong, without its codes and the place of its log.
 *
 * @param {string} output
 */
function npmReason(output) {
  return output
    .split("\n")
    .filter((line) => /^npm (error|ERR!)/.test(line))
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, "").trim())
    .find((line) => line !== "" && !/^(code|errno|syscall|type|A complete log)\b/.test(line));
}

/** @param {string} name one of the folders under packages/ */
function lockedPackages(name) {
  const folder = path.join(__dirname, "packages", name);
  const files = ["package.json", "package-lock.json"];
  return {
    contents: files.map((file) => fs.readFileSync(path.join(folder, file))),
    /**
     * @param {string} target an empty folder
     * @param {NodeJS.ProcessEnv} env
     */
    async install(target, env) {
      for (const file of files) fs.copyFileSync(path.join(folder, file), path.join(target, file));
      await npmCi(target, env);
    },
  };
}

module.exports = { npmCi, npmReason, lockedPackages };
