"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { SetUpFailure } = require("./failure.js");
const { npmCi } = require("./npm.js");

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} LockFile
 */

/**
 * Installs the dependencies of a clone, unless node_modules is already what the lock file names.
 *
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {import("./progress.js").Step} step
 * @returns {Promise<string>} what was done
 */
async function installDependencies(root, env, step) {
  const lock = readLock(path.join(root, "package-lock.json"));
  if (lock === undefined) throw new SetUpFailure(`${root} has no package-lock.json.`);
  // npm writes this file when an installation has ended, so half of one never looks like a whole.
  if (isInstalled(lock, readLock(path.join(root, "node_modules", ".package-lock.json")))) {
    return "as in package-lock.json";
  }
  const count = Object.keys(lock.packages ?? {}).length - 1;
  step.update(`installing ${count} packages`);
  try {
    await npmCi(root, env);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new SetUpFailure(
      `The npm packages of package-lock.json cannot be installed: ${message}\n` +
        "Where the registry is out of reach, npm's settings `registry` and `proxy` name another way.",
    );
  }
  return `installed ${count} packages`;
}

/**
 * True when the installed packages are those of the lock file: all of them but optional ones (which may be for another
 * system), in these versions, and no others.
 *
 * @param {LockFile} lock
 * @param {LockFile | undefined} installed npm's own record in node_modules
 */
function isInstalled(lock, installed) {
  if (installed?.packages === undefined) return false;
  const wanted = Object.entries(lock.packages ?? {}).filter(([place]) => place !== "");
  const found = new Map(Object.entries(installed.packages));
  for (const [place, entry] of wanted) {
    const there = found.get(place);
    if (there === undefined && entry.optional) continue;
    if (there?.version !== entry.version || there?.integrity !== entry.integrity) return false;
    found.delete(place);
  }
  return found.size === 0;
}

/**
 * @param {string} file
 * @returns {LockFile | undefined}
 */
function readLock(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

module.exports = { installDependencies, isInstalled };
