"use strict";

const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { table } = require("../quickstart/table.js");
const { inStep } = require("../setup/progress.js");
const { run } = require("../setup/run.js");
const { digits, median, runs } = require("./figures.js");

const WORKER = path.join("tools", "bench", "policy-worker.js");

const EMPTY = `const { PolicyPack } = require("@pulumi/policy");
new PolicyPack("empty", { policies: [] });
`;

/**
 * Has our pack and an empty one judge the same resources in turn, each over the wire as the engine does.
 *
 * @param {import("../bench.js").BenchPlace} place
 */
async function measure({ root, env, quick }) {
  const count = quick ? 40 : 1000;
  const rounds = quick ? 1 : 5;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "flatcar-bench-"));
  try {
    const packs = { empty: path.join(folder, "empty"), ours: path.join(folder, "ours") };
    layOut(root, folder, packs);
    /** @type {Record<string, { each: number, violations: number }[]>} */
    const costs = { empty: [], ours: [] };
    const work = async (/** @type {import("../setup/progress.js").Step} */ step) => {
      for (let round = 1; round <= rounds; round++) {
        for (const [name, pack] of Object.entries(packs)) {
          step.update(`round ${round} of ${rounds}, ${name}`);
          const { stdout } = await run("node", [WORKER, pack, `${count}`], { cwd: root, env });
          costs[name]?.push(JSON.parse(stdout));
        }
      }
    };
    await inStep("policy", work, () => `${runs(rounds)} of each`);
    const each = (/** @type {string} */ name) =>
      median((costs[name] ?? []).map((cost) => cost.each));
    const rows = Object.entries(costs).map(([name, [cost]]) => [
      name,
      `${count}`,
      `${cost?.violations}`,
      digits(each(name)),
      name === "empty" ? "" : digits(each(name) - each("empty")),
    ]);
    return (
      `\n${table(["PACK", "RESOURCES", "VIOLATIONS", "MS EACH", "MORE THAN EMPTY"], rows)}\n` +
      `  Medians of ${runs(rounds)}, in turn, of: node ${WORKER} PACK ${count}\n` +
      "  Wall time of one resource after another over gRPC, after a first round that is not counted. One in four is no\n" +
      "  machine, and one in four of the machines is too small.\n"
    );
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Both packs in folders of their own, beside the packages they need.
 *
 * @param {string} root
 * @param {string} folder
 * @param {{ empty: string, ours: string }} packs
 */
function layOut(root, folder, packs) {
  const modules = path.join(folder, "node_modules");
  fs.mkdirSync(modules);
  fs.symlinkSync(path.join(root, "node_modules", "@pulumi"), path.join(modules, "@pulumi"));
  fs.symlinkSync(root, path.join(modules, "pulumi-flatcar"));
  fs.cpSync(path.join(root, "policy-pack"), packs.ours, { recursive: true });
  fs.mkdirSync(packs.empty);
  fs.writeFileSync(
    path.join(packs.empty, "package.json"),
    '{ "name": "empty", "version": "1.0.0" }',
  );
  fs.writeFileSync(path.join(packs.empty, "index.js"), EMPTY);
}

module.exports = {
  title: "The policy pack, resource by resource, against an empty pack",
  run: measure,
};
