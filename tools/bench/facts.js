"use strict";

const os = require("node:os");
const { reason } = require("../setup/failure.js");
const { run } = require("../setup/run.js");

/**
 * What the numbers depend on beside the code.
 *
 * @param {import("../setup/index.js").Clone} place
 */
async function machineFacts({ env }) {
  const model = os.cpus()[0]?.model ?? "unknown processor";
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const load = os.loadavg()[0]?.toFixed(1);
  const facts = [
    `${os.availableParallelism()} x ${model}, ${memory} GiB, ${process.platform} ${process.arch}, load ${load}`,
    `node ${await answer("node", ["--version"], env)}`,
    await answer("go", ["version"], env),
  ];
  return facts.map((fact) => `  ${fact}\n`).join("");
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function answer(command, args, env) {
  try {
    return (await run(command, args, { env })).stdout.trim();
  } catch (error) {
    return reason(error);
  }
}

module.exports = { machineFacts };
