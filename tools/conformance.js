"use strict";

// npm run conformance: how far this project agrees with upstream's own cases, as a table. The cases are not part of the
// repository: they are read from ../shared/conformance, or the folder that FLATCAR_CONFORMANCE names.

const { spawnSync } = require("node:child_process");
const { SetUpFailure } = require("./setup/failure.js");
const { setUpClone } = require("./setup/index.js");

async function main() {
  const { root, env } = await setUpClone({ compile: false });
  console.log("");
  const script = ["node_modules/ts-node/dist/bin.js", "test/conformance/table.ts"];
  const { status } = spawnSync("node", ["--no-deprecation", ...script], {
    cwd: root,
    env,
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
}

main().catch((error) => {
  console.error(error instanceof SetUpFailure ? error.message : error);
  process.exitCode = 1;
});
