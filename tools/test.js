"use strict";

// npm test [-- jest arguments]: set-up, type check, lint, unit tests, tests through the real engine.

const { check } = require("./checks/command.js");
const { runJest } = require("./checks/jest.js");
const { countChecks } = require("./checks/main.js");
const { setUp } = require("./setup/index.js");

countChecks(async () => {
  const place = await setUp({ yaml: true, peers: true });
  console.log("Checks");
  return [
    await check("types", place, [
      ["typescript/bin/tsc", "--noEmit"],
      ["typescript/bin/tsc", "--noEmit", "-p", "tools"],
    ]),
    await check("lint", place, [
      ["@biomejs/biome/bin/biome", "ci", "--colors=off", "--diagnostic-level=error", "."],
    ]),
    // Arguments of the caller come first: jest takes a name after one of these lists for a part of the list.
    await runJest(
      place,
      [
        ...process.argv.slice(2),
        "--testPathIgnorePatterns=/node_modules/",
        "--testPathIgnorePatterns=<rootDir>/test/lab/",
      ],
      { FLATCAR_PEERS: place.peers },
    ),
  ];
});
