"use strict";

// Writes test/golden/catalogue-counts.json: how many types of each cloud meet the floor.

const path = require("node:path");
const { spawnSync } = require("node:child_process");

const root = path.join(__dirname, "../..");
const jest = path.join(root, "node_modules/jest/bin/jest.js");
const { status } = spawnSync(process.execPath, [jest, "test/hardware/catalogue.test.ts"], {
  cwd: root,
  env: { ...process.env, FLATCAR_WRITE_GOLDEN: "1" },
  stdio: "inherit",
});
process.exitCode = status ?? 1;
