"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { SetUpFailure, reason } = require("./failure.js");
const { run, CommandFailed } = require("./run.js");

/** Debian asks this program whether a service may be started; without it, all may. */
const POLICY = "/usr/sbin/policy-rc.d";
const NO_SERVICES = "#!/bin/sh\n# Made by pulumi-flatcar while it installs packages.\nexit 101\n";

/**
 * Why this machine cannot have the lab's Debian packages; nothing when it can.
 *
 * @param {object} [machine]
 * @param {string} [machine.release] the text of /etc/os-release
 * @param {number} [machine.user] number of the user
 * @param {string} [machine.architecture] as Node.js calls it
 * @returns {string | undefined}
 */
function whyNoDebian({
  release = readRelease(),
  user = process.getuid?.() ?? -1,
  architecture = process.arch,
} = {}) {
  if (!/^ID="?debian"?$/m.test(release)) return "it needs Debian, and this is another system";
  if (architecture !== "x64") return "it needs an x86-64 machine";
  if (user !== 0) return "it needs root, to install packages and to make networks";
  return undefined;
}

function readRelease() {
  return fs.existsSync("/etc/os-release") ? fs.readFileSync("/etc/os-release", "utf8") : "";
}

/**
 * The packages in a list: one a line, `#` starts a comment.
 *
 * @param {string} text
 */
function parsePackages(text) {
  return text
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim())
    .filter((line) => line !== "");
}

/**
 * Installs the Debian packages that are missing.
 *
 * @param {readonly string[]} packages
 * @param {NodeJS.ProcessEnv} env
 * @param {import("./progress.js").Step} step
 * @returns {Promise<string>} what was done
 */
async function installPackages(packages, env, step) {
  const missing = await missingPackages(packages, env);
  if (missing.length === 0) return "already installed";
  const apt = { ...env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    step.update("apt-get update");
    await run("apt-get", ["update", "-q"], { env: apt });
    step.update(`apt-get install, ${missing.length} packages`);
    const flags = ["-q", "-y", "--no-install-recommends"];
    await withoutServices(() =>
      run("apt-get", ["install", ...flags, ...missing], {
        env: apt,
        onLine: (line) => {
          const done = /^(Unpacking|Setting up) ([^ :]+)/.exec(line);
          if (done !== null) step.update(`apt-get install: ${done[0].toLowerCase()}`);
        },
      }),
    );
  } catch (error) {
    throw new SetUpFailure(
      `Debian packages cannot be installed: ${reason(error)}\nInstall them by hand: apt-get install ${missing.join(" ")}`,
    );
  }
  return `installed ${missing.length} packages`;
}

/**
 * Does work in which packages start no services: the lab starts what it needs by itself, in a sandbox. A policy that the
 * machine has already stays as it is.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @param {string} [policy]
 * @returns {Promise<T>}
 */
async function withoutServices(work, policy = POLICY) {
  const found = fs.existsSync(policy) ? fs.readFileSync(policy, "utf8") : undefined;
  // Our own was left behind by a set-up that was killed.
  if (found !== undefined && found !== NO_SERVICES) return work();
  fs.mkdirSync(path.dirname(policy), { recursive: true });
  fs.writeFileSync(policy, NO_SERVICES, { mode: 0o755 });
  const remove = () => fs.rmSync(policy, { force: true });
  process.once("exit", remove);
  try {
    return await work();
  } finally {
    process.removeListener("exit", remove);
    remove();
  }
}

/**
 * @param {readonly string[]} packages
 * @param {NodeJS.ProcessEnv} env
 */
async function missingPackages(packages, env) {
  // Ends with status 1 when it knows nothing of a package, and lists the others all the same.
  const { stdout } = await run("dpkg-query", ["--list", ...packages], { env }).catch((error) => {
    if (error instanceof CommandFailed) return { stdout: error.output };
    throw error;
  });
  const installed = new Set([...stdout.matchAll(/^ii\s+([^\s:]+)/gm)].map(([, name]) => name));
  return packages.filter((name) => !installed.has(name));
}

module.exports = { installPackages, parsePackages, whyNoDebian, withoutServices };
