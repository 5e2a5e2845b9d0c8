"use strict";

const { readCatalogue } = require("./catalogue-file.js");
const { formatRow, nameOfLine, retire } = require("./row.js");

/**
 * @typedef {object} Table
 * @property {string} date
 * @property {readonly string[]} sources
 * @property {readonly string[]} lines
 */

/**
 * The table that a compiled catalogue gives.
 *
 * @param {any} catalogue
 * @returns {Table}
 */
function tableOfCatalogue(catalogue) {
  const { rows, date, sources } = readCatalogue(catalogue);
  return { date, sources, lines: sorted(rows.map(formatRow)) };
}

/**
 * The old table with what the cloud's lists say now. A type that no list has keeps its line, because a list is of one
 * region and programs outlive types; when the lists are complete, it is marked as retired.
 *
 * @param {import("./clouds.js").Cloud} cloud
 * @param {Table} old
 * @param {readonly any[]} lists
 * @param {{ date: string, complete: boolean }} options
 * @returns {Table}
 */
function refresh(cloud, old, lists, { date, complete }) {
  const { command, records, read } = cloud;
  const listed = new Map(
    lists
      .flatMap(records)
      .flatMap((record) => read(record) ?? [])
      .map((row) => [row.type, formatRow(row)]),
  );
  const kept = old.lines
    .filter((line) => !listed.has(nameOfLine(line)))
    .map((line) => (complete ? retire(line) : line));
  const source = `${command}, ${date}`;
  return {
    date: [old.date, date].sort()[1] ?? date,
    sources: [...old.sources.filter((line) => line !== source), source],
    lines: sorted([...kept, ...listed.values()]),
  };
}

/** @param {readonly string[]} lines */
function sorted(lines) {
  const key = nameOfLine;
  return [...lines].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/**
 * The table as the module that the package ships.
 *
 * @param {import("./clouds.js").Cloud} cloud
 * @param {Table} table
 */
function formatTable(cloud, { date, sources, lines }) {
  return `// Written by tools/catalogue; do not edit.
import type { Table } from "../catalogue.js";

/** ${lines.length} ${cloud.noun}. */
export const ${cloud.name}Table: Table = Object.freeze({
  date: ${JSON.stringify(date)},
  sources: Object.freeze([
${sources.map((line) => `    ${JSON.stringify(line)},\n`).join("")}  ]),
  rows: \`
${lines.join("\n")}
\`,
});
`;
}

/**
 * Reads what `formatTable` writes.
 *
 * @param {string} text
 * @returns {Table}
 */
function parseTable(text) {
  const [, date = ""] = /^ {2}date: "(.*)",$/m.exec(text) ?? [];
  const [, sources = ""] = /sources: Object\.freeze\(\[\n(.*?) {2}\]\)/s.exec(text) ?? [];
  const [, rows = ""] = /rows: `\n(.*)\n`,/s.exec(text) ?? [];
  return {
    date,
    sources: sources
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line.trim().replace(/,$/, ""))),
    lines: rows.split("\n").filter(Boolean),
  };
}

module.exports = { tableOfCatalogue, refresh, formatTable, parseTable };
