"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { parseArgs } = require("node:util");
const { clouds } = require("./clouds.js");
const { formatTable, parseTable, refresh, tableOfCatalogue } = require("./table.js");

const usage = `Rebuilds a table of instance types in src/hardware/tables.

  node tools/catalogue <cloud> <catalogue.json>
      from a compiled catalogue, which replaces the table

  node tools/catalogue <cloud> --date <YYYY-MM-DD> [--complete] <list.json> ...
      from the cloud's own lists of that day, one or more regions, which are merged into the table;
      --complete when they cover every region: types that none of them has are then marked as retired

  --table <file>   another table to read and write

The lists:
${Object.entries(clouds)
  .map(([name, { command }]) => `  ${name.padEnd(6)} ${command}`)
  .join("\n")}
`;

/** @param {readonly string[]} args */
function main(args) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      date: { type: "string" },
      complete: { type: "boolean", default: false },
      table: { type: "string" },
    },
  });
  const [name = "", ...files] = positionals;
  const cloud = clouds[name];
  if (!cloud || files.length === 0) throw new Error(usage);
  const target = values.table ?? path.join(__dirname, `../../src/hardware/tables/${name}.ts`);
  const inputs = files.map((file) => JSON.parse(fs.readFileSync(file, "utf8")));
  const [first] = inputs;
  const compiled = first.schema !== undefined;
  if (compiled && (inputs.length > 1 || first.schema !== 1 || first.cloud !== name))
    throw new Error(`${files[0]} is not the one catalogue of ${name} in schema 1`);
  const { date, complete } = values;
  if (!compiled && !/^\d{4}-\d{2}-\d{2}$/.test(date ?? ""))
    throw new Error("say with --date when the lists were made; they do not");
  const table = compiled
    ? tableOfCatalogue(first)
    : refresh(cloud, readTable(target), inputs, { date: date ?? "", complete });
  fs.writeFileSync(target, formatTable(cloud, table));
  console.log(`${table.lines.length} ${cloud.noun} of ${table.date}: ${target}`);
}

/** @param {string} file */
function readTable(file) {
  return parseTable(fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "");
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
