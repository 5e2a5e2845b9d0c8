"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { digest } = require("./cache.js");
const { SetUpFailure, reason } = require("./failure.js");
const { run } = require("./run.js");

const REQUIREMENTS = path.join(__dirname, "..", "emulator", "requirements.txt");
/** Debian's own, whose binding to libvirt the emulator uses. */
const PYTHON = "/usr/bin/python3";

/**
 * The Redfish emulator with all that it imports, in a folder for PYTHONPATH.
 *
 * @param {import("./cache.js").Cache} cache
 * @param {NodeJS.ProcessEnv} env
 * @param {import("./progress.js").Step} step
 * @returns {Promise<{ folder: string, source: string }>}
 */
async function provideEmulator(cache, env, step) {
  try {
    const { stdout: python } = await run(PYTHON, ["--version"], { env });
    const entry = `lab/emulator-${process.arch}-${digest([python, fs.readFileSync(REQUIREMENTS)])}`;
    const found = cache.find(entry);
    if (found !== undefined) return { folder: found, source: "from the cache" };
    const folder = await cache.entry(
      entry,
      (work) => install(cache, work, env, step),
      (text) => step.update(text),
    );
    return { folder, source: "installed by pip" };
  } catch (error) {
    throw new SetUpFailure(
      `The Redfish emulator, which the lab's machines are switched by, cannot be installed: ${reason(error)}.\n` +
        "It needs the Debian packages python3-venv and python3-libvirt, and a package index for pip.",
    );
  }
}

/**
 * @param {import("./cache.js").Cache} cache
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 * @param {import("./progress.js").Step} step
 */
async function install(cache, folder, env, step) {
  await cache.inWorkFolder(async (work) => {
    // For its pip alone: an environment cannot be moved into the cache, a folder of packages can.
    step.update("a Python environment");
    await run(PYTHON, ["-m", "venv", work], { env });
    step.update("pip install");
    const pip = ["-m", "pip", "install", "--quiet", "--no-deps", "--disable-pip-version-check"];
    const python = path.join(work, "bin", "python");
    await run(python, [...pip, "--target", folder, "--requirement", REQUIREMENTS], { env });
  });
}

module.exports = { provideEmulator };
