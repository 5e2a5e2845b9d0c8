"use strict";

// npm run docs: writes docs/issues.md from the codes and their examples. npm test finds it when it is out of date.

const path = require("node:path");
const { CommandFailed, run } = require("./setup/run.js");
const { SetUpFailure } = require("./setup/failure.js");
const { setUpClone } = require("./setup/index.js");

async function docs() {
  const { root, env } = await setUpClone({ compile: false });
  const jest = path.join(root, "node_modules", "jest", "bin", "jest.js");
  const page = path.join("test", "codes", "page.test.ts");
  await run("node", [jest, "--runTestsByPath", page], {
    cwd: root,
    env: { ...env, FLATCAR_WRITE_DOCS: "1" },
  });
  console.log("Wrote docs/issues.md.");
}

docs().catch((error) => {
  const known = error instanceof SetUpFailure || error instanceof CommandFailed;
  console.error(known ? `\n${error.message}` : error);
  process.exitCode = 1;
});
