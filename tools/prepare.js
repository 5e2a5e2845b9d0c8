"use strict";

// npm's prepare script: makes dist when this package is installed from a folder or from git, as the examples do.

const { SetUpFailure } = require("./setup/failure.js");
const { setUpClone } = require("./setup/index.js");

setUpClone().catch((error) => {
  console.error(error instanceof SetUpFailure ? error.message : error);
  process.exitCode = 1;
});
