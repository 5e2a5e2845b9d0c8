"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { digest } = require("./cache.js");
const { reason } = require("./failure.js");
const { run } = require("./run.js");
const { isAtLeast } = require("./version.js");

/**
 * A Go module of this project: it names other modules, to build programs of theirs from, and may have one of its own.
 */
class GoModule {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    this.text = fs.readFileSync(path.join(folder, "go.mod"), "utf8");
  }

  /** Two modules with the same digest give the same programs. */
  get digest() {
    const files = fs.readdirSync(this.folder, { recursive: true, encoding: "utf8" }).sort();
    const sources = files.filter((file) => file === "go.sum" || file.endsWith(".go"));
    return digest([
      this.text,
      ...sources.flatMap((file) => [file, fs.readFileSync(path.join(this.folder, file))]),
    ]);
  }

  /** The oldest Go that builds this, as in `1.26`. */
  get goVersion() {
    return /^go (\S+)$/m.exec(this.text)?.[1] ?? "";
  }

  /**
   * The version in which a module is required, as in `v3.259.0`.
   *
   * @param {string} name
   */
  version(name) {
    const found = this.text
      .split("\n")
      .map((line) =>
        line
          .trim()
          .replace(/^require /, "")
          .split(" "),
      )
      .find(([required]) => required === name);
    if (found?.[1] === undefined) throw new Error(`${this.folder}/go.mod does not require ${name}`);
    return found[1];
  }
}

/** @param {NodeJS.ProcessEnv} env */
function goEnvironment(env) {
  // A workspace or flags of the user's own would change what is built.
  return { ...env, GOWORK: "off", GOFLAGS: "" };
}

/**
 * Why the Go on PATH cannot build a module; nothing when it can. A Go that may fetch newer ones of itself does so here.
 *
 * @param {GoModule} module
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | undefined>}
 */
async function whyNoGo(module, env) {
  try {
    const options = { cwd: module.folder, env: goEnvironment(env) };
    const { stdout } = await run("go", ["env", "GOVERSION"], options);
    const version = stdout.trim();
    return isAtLeast(version, module.goVersion) ? undefined : `Go is too old (${version})`;
  } catch (error) {
    const why = reason(error);
    return why === "go: not found" ? "there is no Go" : why;
  }
}

/**
 * Builds one program of a module, and says how far it is: modules while they are downloaded, then packages.
 *
 * @param {object} program
 * @param {GoModule} program.module
 * @param {string} program.package its main package
 * @param {string} program.out the file to write
 * @param {readonly string[]} [program.flags]
 * @param {boolean} [program.cgo] whether it has parts in C
 * @param {NodeJS.ProcessEnv} env
 * @param {import("./progress.js").Step} step
 */
async function goBuild({ module, package: main, out, flags = [], cgo = false }, env, step) {
  const name = path.basename(out);
  const options = {
    cwd: module.folder,
    env: { ...goEnvironment(env), CGO_ENABLED: cgo ? "1" : "0" },
  };

  step.update(`${name}: looking for Go modules`);
  let modules = 0;
  const stale = "{{if .Stale}}{{.ImportPath}}{{end}}";
  const { stdout } = await run("go", ["list", "-deps", "-f", stale, ...flags, main], {
    ...options,
    onLine: (line, stream) => {
      if (stream !== "stderr" || !line.startsWith("go: downloading ")) return;
      modules += 1;
      step.update(`${name}: downloading Go modules, ${modules} so far`);
    },
  });

  const packages = stdout.split("\n").filter((line) => line !== "").length;
  let compiled = 0;
  const say = () => step.update(`${name}: compiling, ${compiled} of ${packages} packages`);
  say();
  await run("go", ["build", "-v", ...flags, "-o", out, main], {
    ...options,
    onLine: (line, stream) => {
      // With -v, Go names each package as it starts to compile it.
      if (stream !== "stderr" || line.includes(" ")) return;
      compiled = Math.min(compiled + 1, packages);
      say();
    },
  });
}

module.exports = { GoModule, goBuild, whyNoGo };
