"use strict";

const path = require("node:path");

/** What npm tells the script it runs, and what would mislead an npm that the script runs in another folder. */
const OF_NPM =
  /^(npm_(lifecycle|package)_|npm_(command|execpath|node_execpath|config_local_prefix)$|NODE$|INIT_CWD$)/;

/**
 * The environment for children: this process's own, with folders in front of PATH, without the user's Pulumi settings
 * and what belongs to the npm run that started this.
 *
 * @param {readonly string[]} folders for PATH, first one first
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
function childEnvironment(folders, env = process.env) {
  const kept = Object.entries(env).filter(
    ([name]) => !name.startsWith("PULUMI_") && !OF_NPM.test(name),
  );
  const old = env.PATH ? [env.PATH] : [];
  return { ...Object.fromEntries(kept), PATH: [...folders, ...old].join(path.delimiter) };
}

/**
 * Settings that keep Pulumi inside a folder: its own home, state in files, no account, no download, no question.
 *
 * @param {string} folder an absolute path; `home` and `state` in it must exist before Pulumi runs
 * @param {string} passphrase for the secrets in the state
 */
function pulumiEnvironment(folder, passphrase) {
  return {
    PULUMI_HOME: path.join(folder, "home"),
    PULUMI_BACKEND_URL: `file://${path.join(folder, "state")}`,
    PULUMI_CONFIG_PASSPHRASE: passphrase,
    PULUMI_CREDENTIAL_STORE: "plaintext",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_DISABLE_REGISTRY_RESOLVE: "true",
  };
}

module.exports = { childEnvironment, pulumiEnvironment };
