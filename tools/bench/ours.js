"use strict";

// node tools/bench/ours.js MODE FILE SECONDS: works on the documents of a file again and again in this one process;
// prints how many and their CPU time as JSON. The file has one document a line, in base64, as for oracle-batch.

const fs = require("node:fs");
const { translateButane } = require("../../dist/butane/index.js");
const { composeIgnition } = require("../../dist/compose/index.js");
const { readIgnition, renderIgnition } = require("../../dist/ignition/index.js");

let composed = 0;

/**
 * For each mode of oracle-batch our counterpart.
 *
 * @type {Readonly<Record<string, (text: string) => unknown>>}
 */
const MODES = {
  validate: (text) => configOf(readIgnition(text)),
  butane: (text) => renderIgnition(configOf(translateButane(text))),
  // A text that came before would only be looked up, so each one is a little different.
  "butane-strict": (text) =>
    renderIgnition(configOf(composeIgnition([{ butane: [`${text}# ${++composed}\n`] }]))),
};

/**
 * @template C
 * @param {{ config?: C, report: { errors: unknown[] } }} result
 */
function configOf({ config, report }) {
  if (config === undefined || report.errors.length > 0) throw new Error(JSON.stringify(report));
  return config;
}

const [mode = "", file = "", seconds = "1"] = process.argv.slice(2);
const texts = fs
  .readFileSync(file, "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => Buffer.from(line, "base64").toString());

/** @param {number} duration seconds of CPU time, at least one pass */
function work(duration) {
  const start = process.cpuUsage();
  let documents = 0;
  let spent = 0;
  while (spent < duration) {
    for (const text of texts) MODES[mode]?.(text);
    documents += texts.length;
    const { user, system } = process.cpuUsage(start);
    spent = (user + system) / 1e6;
  }
  return { documents, seconds: spent };
}

work(Number(seconds));
console.log(JSON.stringify(work(Number(seconds))));
