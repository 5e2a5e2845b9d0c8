"use strict";

const path = require("node:path");
const { isDeepStrictEqual } = require("node:util");
const { table } = require("../quickstart/table.js");
const { provideEngine } = require("../setup/engine.js");
const { inStep } = require("../setup/progress.js");
const { CLOUDS, HOSTNAME, KEY, ours, raw } = require("./clouds.js");
const { asFragment, contents } = require("./contents.js");
const { digits, median, runs } = require("./figures.js");
const { StandInProject } = require("./stand-in.js");

/** @typedef {{ wall: number, cpu: number, peak: number }} Cost seconds of the command and of the program, MiB of the program */

/**
 * Previews the same machines, made with our component and with the SDK alone, by turns.
 *
 * @param {import("../bench.js").BenchPlace} place
 */
async function measure({ root, cache, env, quick }) {
  const engine = await inStep(
    "engine",
    (step) => provideEngine({ cache, root, env }, step),
    ({ version, source }) => `pulumi ${version}, ${source}`,
  );
  const sizes = quick ? [3] : [100, 1000];
  const rounds = quick ? 1 : 3;
  const fragment = asFragment(contents({ name: "app", files: 10, fileLength: 400, units: 5 }));
  const rendered = await render(root, fragment);
  // Users have no cache of compiled modules, and the engine of the measurement comes first.
  const { NODE_COMPILE_CACHE: _, ...rest } = env;
  const withEngine = { ...rest, PATH: [engine.folder, env.PATH].join(path.delimiter) };
  const cases = CLOUDS.flatMap((cloud) =>
    sizes.map((count) => ({
      cloud,
      count,
      costs: { ours: /** @type {Cost[]} */ ([]), raw: /** @type {Cost[]} */ ([]) },
    })),
  );
  await inStep(
    "previews",
    async (step) => {
      for (let round = 1; round <= rounds; round++) {
        for (const { cloud, count, costs } of cases) {
          const programs = {
            ours: ours(cloud, count, fragment),
            raw: raw(cloud, count, rendered),
          };
          /** @type {Record<string, unknown>} */
          const machines = {};
          for (const kind of /** @type {const} */ (["ours", "raw"])) {
            step.update(`round ${round} of ${rounds}, ${count} machines on ${cloud.door}, ${kind}`);
            await cache.inWorkFolder(async (folder) => {
              const place = { root, folder, cloud: cloud.plugin, env: withEngine };
              const project = new StandInProject(place);
              costs[kind].push(await project.preview(programs[kind]));
              machines[kind] = project.inputsOf(cloud.machine, cloud.generated);
            });
          }
          if (!isDeepStrictEqual(machines.ours, machines.raw)) {
            throw new Error(`the two programs for ${cloud.door} do not make the same machines`);
          }
        }
      }
    },
    () => `${runs(rounds)} of each, by turns`,
  );
  const rows = cases.flatMap(({ cloud, count, costs }) => {
    const [own, bare] = [middle(costs.ours), middle(costs.raw)];
    const cells = (
      /** @type {Cost} */ { wall, cpu, peak },
      /** @type {(figure: number) => string} */ show,
    ) => [wall, cpu, peak].map(show);
    const ratio = {
      wall: own.wall / bare.wall,
      cpu: own.cpu / bare.cpu,
      peak: own.peak / bare.peak,
    };
    return [
      [cloud.door, `${count}`, "ours", ...cells(own, digits)],
      [cloud.door, `${count}`, "raw", ...cells(bare, digits)],
      [cloud.door, `${count}`, "ours / raw", ...cells(ratio, (figure) => figure.toFixed(2))],
    ];
  });
  return (
    `\n${table(["CLOUD", "MACHINES", "PROGRAM", "WALL S", "CPU S", "PEAK MIB"], rows)}\n` +
    `  Medians of ${runs(rounds)} by turns of: pulumi preview, with the tests' stand-in as the cloud.\n` +
    "  WALL S of the whole command; CPU S and PEAK MIB of the program's process. Raw: the resource of the SDK, with the\n" +
    "  user data rendered beforehand. Ours has twice as many resources: each machine is a component with its instance.\n"
  );
}

/**
 * The config of a machine as the raw program holds it.
 *
 * @param {string} root
 * @param {object} fragment
 */
async function render(root, fragment) {
  const { composeIgnition, renderIgnition } = require(path.join(root, "dist/entry/ignition.js"));
  const contents = `${HOSTNAME}\n`;
  const hostname = { path: "/etc/hostname", mode: 0o644, overwrite: true, contents };
  const core = { name: "core", sshAuthorizedKeys: [KEY] };
  return renderIgnition(composeIgnition([{ files: [hostname], users: [core] }, fragment]).config);
}

/**
 * @param {readonly Cost[]} costs
 * @returns {Cost}
 */
function middle(costs) {
  return {
    wall: median(costs.map(({ wall }) => wall)),
    cpu: median(costs.map(({ cpu }) => cpu)),
    peak: median(costs.map(({ peak }) => peak)),
  };
}

module.exports = {
  title: "Previews of many machines, against the same ones with the cloud's SDK alone",
  run: measure,
};
