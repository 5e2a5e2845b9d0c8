"use strict";

// npm run quickstart [-- destroy]: a real `pulumi up` of examples/baremetal-pxe, with everything that it needs.

const fs = require("node:fs");
const path = require("node:path");
const { summary } = require("./quickstart/events.js");
const { linkExample, unlinkExample } = require("./quickstart/example.js");
const { machineTable } = require("./quickstart/machines.js");
const { Stack } = require("./quickstart/stack.js");
const { SetUpFailure } = require("./setup/failure.js");
const { setUp, ROOT } = require("./setup/index.js");
const { duration } = require("./setup/progress.js");

const FOLDER = path.join(ROOT, ".quickstart");
const PROGRAM = path.join(ROOT, "examples", "baremetal-pxe");

/** @param {import("./setup/index.js").Place} place */
async function up({ env }) {
  linkExample(PROGRAM, ROOT);
  const stack = new Stack({ folder: FOLDER, program: PROGRAM, env });
  await stack.create();

  console.log(`pulumi up of ${shown(PROGRAM)}, state in ${shown(FOLDER)}`);
  const started = Date.now();
  const changes = await stack.up({ directory: path.join(FOLDER, "netboot") }, console.log);
  console.log(`${summary(changes)}  (${duration(Date.now() - started)})\n`);

  const { machines, directory, dnsmasqConfig } = await stack.outputs();
  const files = path.resolve(PROGRAM, directory);
  console.log(`Machines\n${machineTable(machines, files)}`);
  console.log(`Files\n  ${shown(files)}\n`);
  console.log(
    "Next: point your DHCP server at these files. With dnsmasq, add this line to its configuration;\n" +
      "for another server, that file says what to set.\n" +
      `  conf-file=${path.resolve(files, dnsmasqConfig)}\n\n` +
      "Remove all of this again: npm run quickstart -- destroy",
  );
}

/** @param {import("./setup/index.js").Place} place */
async function destroy({ env }) {
  const stack = new Stack({ folder: FOLDER, program: PROGRAM, env });
  if (stack.exists) {
    linkExample(PROGRAM, ROOT);
    console.log(`pulumi destroy, state in ${shown(FOLDER)}`);
    console.log(`${summary(await stack.destroy(console.log))}\n`);
  }
  fs.rmSync(FOLDER, { recursive: true });
  unlinkExample(PROGRAM, ROOT);
  console.log(`Removed ${shown(FOLDER)}.`);
}

/** @param {string} file */
function shown(file) {
  return path.relative(ROOT, file);
}

/** @param {string} argument */
async function quickstart(argument) {
  const command = { "": up, destroy }[argument];
  if (command === undefined) throw new SetUpFailure("usage: npm run quickstart [-- destroy]");
  if (command === destroy && !fs.existsSync(FOLDER)) {
    console.log("Nothing to remove: there is no quickstart.");
    return;
  }
  const place = await setUp();
  await place.cache.locked(`quickstart ${ROOT}`, () => command(place), console.log);
}

quickstart(process.argv.slice(2).join(" ")).catch((error) => {
  console.error(error instanceof SetUpFailure ? `\n${error.message}` : error);
  process.exitCode = 1;
});
