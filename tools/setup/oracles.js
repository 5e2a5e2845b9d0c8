"use strict";

const path = require("node:path");
const { SetUpFailure, reason } = require("./failure.js");
const { GoModule, goBuild, whyNoGo } = require("./go.js");

const IGNITION = "github.com/coreos/ignition/v2";
const BUTANE = "github.com/coreos/butane";
const MATCHBOX = "github.com/poseidon/matchbox";
/** Debian packages without which Ignition cannot be built. */
const ORACLE_PACKAGES = ["gcc", "libc6-dev", "libblkid-dev"];

/**
 * The programs whose verdict ours is compared with, in one folder: `ignition`, `ignition-validate`, `butane`,
 * `oracle-batch`, which asks the latter two about many documents at once, and `matchbox`, which machines boot from.
 *
 * @param {import("./cache.js").Cache} cache
 * @param {NodeJS.ProcessEnv} env
 * @param {import("./progress.js").Step} step
 * @returns {Promise<{ folder: string, source: string }>}
 */
async function provideOracles(cache, env, step) {
  const module = new GoModule(path.join(__dirname, "..", "oracles"));
  const entry = `oracles/${process.platform}-${process.arch}-${module.digest}`;
  const found = cache.find(entry);
  if (found !== undefined) return { folder: found, source: "from the cache" };
  const size = "-s -w";
  const ignition =
    `${size} -X ${IGNITION}/internal/distro.selinuxRelabel=false ` +
    `-X ${IGNITION}/internal/version.Raw=${module.version(IGNITION)}`;
  const programs = [
    { name: "ignition", package: `${IGNITION}/internal`, ldflags: ignition },
    { name: "ignition-validate", package: `${IGNITION}/validate`, ldflags: size },
    { name: "butane", package: `${BUTANE}/internal`, ldflags: size },
    { name: "oracle-batch", package: "./batch", ldflags: size },
    { name: "matchbox", package: `${MATCHBOX}/cmd/matchbox`, ldflags: size },
  ];
  try {
    const folder = await cache.entry(
      entry,
      async (work) => {
        const why = await whyNoGo(module, env);
        if (why !== undefined) throw new Error(why);
        for (const { name, package: main, ldflags } of programs) {
          const out = path.join(work, name);
          const flags = ["-trimpath", "-ldflags", ldflags];
          await goBuild({ module, package: main, out, flags, cgo: true }, env, step);
        }
      },
      (text) => step.update(text),
    );
    return { folder, source: "built from Go modules" };
  } catch (error) {
    throw new SetUpFailure(
      `Ignition, Butane and Matchbox, which the lab runs, cannot be built: ${reason(error)}.\n` +
        `They need Go ${module.goVersion} or newer on PATH and these Debian packages: ${ORACLE_PACKAGES.join(", ")}.`,
    );
  }
}

module.exports = { provideOracles, ORACLE_PACKAGES };
