"use strict";

const fs = require("node:fs");
const { createRequire } = require("node:module");
const path = require("node:path");
const { SetUpFailure } = require("../setup/failure.js");

/**
 * Makes an example's imports lead to this clone: a link for the library, in the example's git-ignored node_modules. All
 * else is found in the clone's own node_modules above it, so that there is one copy of @pulumi/pulumi.
 *
 * @param {string} folder the example's
 * @param {string} root the clone
 */
function linkExample(folder, root) {
  const { dependencies = {} } = readPackage(folder);
  const { name: library } = readPackage(root);
  const link = path.join(folder, "node_modules", library);
  if (!isLinkTo(link, root)) {
    fs.mkdirSync(path.dirname(link), { recursive: true });
    fs.rmSync(link, { recursive: true, force: true });
    fs.symlinkSync(path.relative(path.dirname(link), root), link, "dir");
  }
  const missing = Object.keys(dependencies).filter((name) => {
    const own = resolve(name, root);
    return name !== library && (own === undefined || resolve(name, folder) !== own);
  });
  if (missing.length > 0) {
    throw new SetUpFailure(
      `${path.relative(root, folder)} does not use this clone's copy of ${missing.join(", ")}: ` +
        "remove its node_modules, and name the package in the clone's devDependencies.",
    );
  }
}

/**
 * Removes the link, and the folder around it when nothing else is in it.
 *
 * @param {string} folder the example's
 * @param {string} root the clone
 */
function unlinkExample(folder, root) {
  const modules = path.join(folder, "node_modules");
  const link = path.join(modules, readPackage(root).name);
  if (!isLinkTo(link, root)) return;
  fs.unlinkSync(link);
  if (fs.readdirSync(modules).length === 0) fs.rmdirSync(modules);
}

/**
 * @param {string} link
 * @param {string} target
 */
function isLinkTo(link, target) {
  const status = fs.lstatSync(link, { throwIfNoEntry: false });
  if (status?.isSymbolicLink() !== true || !fs.existsSync(link)) return false;
  return fs.realpathSync(link) === fs.realpathSync(target);
}

/**
 * @param {string} name
 * @param {string} folder
 */
function resolve(name, folder) {
  try {
    return createRequire(path.join(folder, "package.json")).resolve(`${name}/package.json`);
  } catch {
    return undefined;
  }
}

/** @param {string} folder */
function readPackage(folder) {
  return JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
}

module.exports = { linkExample, unlinkExample };
