"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { digest } = require("./cache.js");
const { reason } = require("./failure.js");
const { CommandFailed, run } = require("./run.js");

const LIST = path.join(__dirname, "packages", "moto", "requirements.txt");

/** What compiled Python packages depend on. */
const WHICH_PYTHON =
  "import platform, sys; print(sys.version_info[0:2], platform.system(), platform.machine())";

/**
 * A folder for PYTHONPATH with moto, which plays AWS's API. It is not there where there is no Python with pip, or PyPI
 * cannot be reached: only one test needs it.
 *
 * @param {import("./cache.js").Cache} cache
 * @param {NodeJS.ProcessEnv} env
 * @param {import("./progress.js").Step} step
 * @returns {Promise<{ folder?: string, source: string }>}
 */
async function provideMoto(cache, env, step) {
  try {
    const { stdout: python } = await run("python3", ["-c", WHICH_PYTHON], { env });
    const entry = `moto/${digest([python, fs.readFileSync(LIST)])}`;
    const found = cache.find(entry);
    if (found !== undefined) return { folder: found, source: "from the cache" };
    const folder = await cache.entry(
      entry,
      async (work) => {
        step.update("downloading from PyPI");
        const flags = [
          "--quiet",
          "--disable-pip-version-check",
          "--no-deps",
          "--only-binary=:all:",
        ];
        const args = ["-m", "pip", "install", ...flags, "--target", work, "--requirement", LIST];
        await run("python3", args, { env });
      },
      (text) => step.update(text),
    );
    return { folder, source: "downloaded from PyPI" };
  } catch (error) {
    const output = error instanceof CommandFailed ? error.output.trim().split("\n").at(-1) : "";
    return { source: `cannot be had: ${output || reason(error)}` };
  }
}

module.exports = { provideMoto };
