"use strict";

// node tools/bench/prepare.js FOLDER [--quick]: writes the documents that are compared into files, one document a line,
// in base64: each set as Butane and as the Ignition made of it. Prints the sets as JSON.

const fs = require("node:fs");
const path = require("node:path");
const { translateButane } = require("../../dist/butane/index.js");
const { renderIgnition } = require("../../dist/ignition/index.js");
const { documents } = require("./documents.js");
const { median } = require("./figures.js");

/**
 * @typedef {{ file: string, bytes: number }} Input `bytes` of the document in the middle
 * @typedef {{ name: string, butane: Input, ignition: Input }} Prepared
 */

const [folder = ".", quick] = process.argv.slice(2);

/**
 * @param {string} name
 * @param {readonly string[]} texts
 * @returns {Input}
 */
function write(name, texts) {
  const file = path.join(folder, name);
  const lines = texts.map((text) => `${Buffer.from(text).toString("base64")}\n`);
  fs.writeFileSync(file, lines.join(""));
  return { file, bytes: median(texts.map((text) => Buffer.byteLength(text))) };
}

/** @param {string} text */
function translated(text) {
  const { config, report } = translateButane(text);
  if (config === undefined) throw new Error(JSON.stringify(report.errors));
  return renderIgnition(config);
}

/** @type {Prepared[]} */
const sets = documents(path.join(__dirname, "..", ".."), quick === "--quick").map(
  ({ name, texts }, index) => ({
    name: texts.length > 1 ? `${texts.length} of ${name}` : name,
    butane: write(`${index}.bu`, texts),
    ignition: write(`${index}.ign`, texts.map(translated)),
  }),
);
console.log(JSON.stringify(sets));
