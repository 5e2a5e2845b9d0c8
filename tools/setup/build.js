"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { digest } = require("./cache.js");
const { SetUpFailure } = require("./failure.js");
const { CommandFailed, run } = require("./run.js");

/** Lines of the compiler that are shown; the first errors cause the later ones. */
const LINES_SHOWN = 40;

/**
 * Compiles src to dist, unless dist was compiled from these sources by this compiler.
 *
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 * @param {import("./progress.js").Step} step
 * @returns {Promise<string>} what was done
 */
async function build(root, env, step) {
  // Not in dist, which is what gets published.
  const state = path.join(root, "node_modules", ".cache", "pulumi-flatcar");
  const stamp = path.join(state, "built-from");
  const dist = path.join(root, "dist");
  const sources = digestOfSources(root);
  if (fs.existsSync(dist) && readText(stamp) === sources) return "unchanged";

  step.update("compiling src");
  fs.mkdirSync(state, { recursive: true });
  fs.rmSync(stamp, { force: true });
  // A new folder each time: output of a source that is gone would stay in the old one.
  const next = fs.mkdtempSync(path.join(state, "dist-"));
  try {
    fs.chmodSync(next, 0o755);
    const tsc = path.join(root, "node_modules", "typescript", "bin", "tsc");
    await run("node", [tsc, "-p", "tsconfig.build.json", "--outDir", next], { cwd: root, env });
    fs.rmSync(dist, { recursive: true, force: true });
    fs.renameSync(next, dist);
    fs.writeFileSync(stamp, sources);
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    const lines = error.output.split("\n");
    const more = lines.length > LINES_SHOWN ? `\nand ${lines.length - LINES_SHOWN} more lines` : "";
    throw new SetUpFailure(
      `src does not compile:\n${lines.slice(0, LINES_SHOWN).join("\n")}${more}`,
    );
  } finally {
    fs.rmSync(next, { recursive: true, force: true });
  }
  return "compiled";
}

/** @param {string} root */
function digestOfSources(root) {
  const sources = fs
    .readdirSync(path.join(root, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  const settings = ["package-lock.json", "package.json", "tsconfig.json", "tsconfig.build.json"];
  const files = [...settings.map((name) => path.join(root, name)), ...sources];
  return digest(files.flatMap((file) => [path.relative(root, file), fs.readFileSync(file)]));
}

/** @param {string} file */
function readText(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

module.exports = { build };
