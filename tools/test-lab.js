"use strict";

// npm run test:lab [-- jest arguments]: tests against real Ignition and real machines. Needs root on Debian.

const fs = require("node:fs");
const path = require("node:path");
const { runJest } = require("./checks/jest.js");
const { countChecks } = require("./checks/main.js");
const { installPackages, parsePackages, whyNoDebian } = require("./setup/debian.js");
const { provideEmulator } = require("./setup/emulator.js");
const { ROOT, setUp } = require("./setup/index.js");
const { provideOpenStackProvider } = require("./setup/openstack-provider.js");
const { ORACLE_PACKAGES, provideOracles } = require("./setup/oracles.js");
const { provideMoto } = require("./setup/moto.js");
const { inStep } = require("./setup/progress.js");

const LAB = path.join(ROOT, "test", "lab");

countChecks(async () => {
  const why = whyNoDebian();
  if (why !== undefined) {
    console.log(`The lab tests do not run here: ${why}.`);
    const tests = fs.readdirSync(LAB).filter((name) => name.endsWith(".test.ts"));
    return [{ passed: 0, failed: 0, skipped: Math.max(1, tests.length) }];
  }

  const place = await setUp();
  console.log("Lab");
  const listed = parsePackages(fs.readFileSync(path.join(LAB, "packages.txt"), "utf8"));
  const packages = [...new Set([...listed, ...ORACLE_PACKAGES])];
  await inStep("packages", (step) => installPackages(packages, place.env, step), String);
  const oracles = await inStep(
    "oracles",
    (step) => provideOracles(place.cache, place.env, step),
    ({ source }) => `ignition, ignition-validate, butane, matchbox, oracle-batch, ${source}`,
  );
  const emulator = await inStep(
    "emulator",
    (step) => provideEmulator(place.cache, place.env, step),
    ({ source }) => `sushy-tools, ${source}`,
  );
  const moto = await inStep(
    "moto",
    (step) => provideMoto(place.cache, place.env, step),
    ({ source }) => source,
  );
  const provider = await inStep(
    "provider",
    (step) => provideOpenStackProvider(place.root, place.cache, place.env, step),
    ({ version, source }) => `pulumi-resource-openstack ${version}, ${source}`,
  );
  console.log("");
  const lab = ["--roots", LAB, "--testPathIgnorePatterns=/node_modules/"];
  const args = [...process.argv.slice(2), ...lab];
  return [
    await runJest(place, args, {
      FLATCAR_ORACLES: oracles.folder,
      FLATCAR_EMULATOR: emulator.folder,
      FLATCAR_MOTO: moto.folder,
      FLATCAR_OPENSTACK_PROVIDER: provider.folder,
    }),
  ];
});
