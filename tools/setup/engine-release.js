"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { digest } = require("./cache.js");
const { lockedPackages } = require("./npm.js");
const { run } = require("./run.js");

/** A download of which nothing arrives for so many milliseconds is given up: the site is out of reach. */
const PATIENCE = 20_000;

/**
 * Pulumi's own release, by its own npm package: a launcher that downloads the release when it is first called.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {import("./engine.js").Maker}
 */
function release(env) {
  const packages = lockedPackages("pulumi");
  const { version } = JSON.parse(String(packages.contents[1])).packages["node_modules/pulumi"];
  return {
    title: "downloaded as Pulumi's release",
    entry: `engine/release-${process.platform}-${process.arch}-${digest(packages.contents)}`,
    version,
    async make(work, step) {
      const launcher = path.join(work, "launcher");
      const temporary = path.join(work, "tmp");
      for (const folder of [launcher, temporary]) fs.mkdirSync(folder);
      step.update(`asking for Pulumi's release ${version}`);
      await packages.install(launcher, env);
      await run("node", [path.join(launcher, "node_modules", "pulumi", "run.js"), "version"], {
        cwd: work,
        env: { ...env, PULUMI_HOME: work, PULUMI_SKIP_UPDATE_CHECK: "true", TMPDIR: temporary },
        stall: {
          folder: work,
          milliseconds: PATIENCE,
          onGrowth: (bytes) =>
            step.update(`downloading Pulumi's release ${version}, ${Math.round(bytes / 1e6)} MB`),
        },
      });
      fs.renameSync(path.join(work, "versions", version, "bin"), path.join(work, "bin"));
      for (const name of fs.readdirSync(work).filter((name) => name !== "bin")) {
        fs.rmSync(path.join(work, name), { recursive: true, force: true });
      }
    },
  };
}

module.exports = { release };
