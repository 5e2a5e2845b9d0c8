"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { digest } = require("./cache.js");
const { GoModule, goBuild, whyNoGo } = require("./go.js");

const TOOLS = path.join(__dirname, "..", "engine");
const PULUMI = "github.com/pulumi/pulumi";
/** A release sets its version while it is linked; without one, the engine takes itself for a development build. */
const VERSION_VARIABLE = `${PULUMI}/sdk/v3/go/common/version.Version`;

/**
 * The engine and its host for Node.js, built from the modules under tools/engine. They are two modules, as the host was
 * last part of a module in a release much older than the engine; the two versions work together.
 *
 * @param {string} root the clone, with its dependencies installed
 * @param {NodeJS.ProcessEnv} env
 * @returns {import("./engine.js").Maker}
 */
function fromGo(root, env) {
  const cli = new GoModule(path.join(TOOLS, "cli"));
  const host = new GoModule(path.join(TOOLS, "language-nodejs"));
  const version = cli.version(`${PULUMI}/pkg/v3`);
  // Dynamic resources run in a script of the npm package.
  const script = path.join(
    root,
    "node_modules",
    "@pulumi",
    "pulumi",
    "pulumi-resource-pulumi-nodejs",
  );
  const key = digest([cli.digest, host.digest, fs.readFileSync(script)]);
  return {
    title: "built from Go modules",
    entry: `engine/go-${process.platform}-${process.arch}-${key}`,
    version: version.slice(1),
    async make(work, step) {
      const why = await whyNoGo(cli, env);
      if (why !== undefined) throw new Error(why);
      const bin = path.join(work, "bin");
      fs.mkdirSync(bin);
      const engine = {
        module: cli,
        package: `${PULUMI}/pkg/v3/cmd/pulumi`,
        out: path.join(bin, "pulumi"),
        flags: ["-tags", "osusergo,grpcnotrace", ...linkerFlags(version)],
      };
      const nodejs = {
        module: host,
        package: `${PULUMI}/sdk/v3/nodejs/cmd/pulumi-language-nodejs`,
        out: path.join(bin, "pulumi-language-nodejs"),
        flags: linkerFlags(host.version(`${PULUMI}/sdk/v3`)),
      };
      await goBuild(engine, env, step);
      await goBuild(nodejs, env, step);
      fs.copyFileSync(script, path.join(bin, path.basename(script)));
      fs.chmodSync(path.join(bin, path.basename(script)), 0o755);
    },
  };
}

/** @param {string} version */
function linkerFlags(version) {
  return ["-trimpath", "-ldflags", `-s -w -X ${VERSION_VARIABLE}=${version}`];
}

module.exports = { fromGo };
