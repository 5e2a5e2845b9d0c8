"use strict";

const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const { table } = require("./table.js");

/**
 * A machine as the example's stack outputs tell of it. Files are paths in the folder of boot files.
 *
 * @typedef {object} Machine
 * @property {string} name
 * @property {string[]} macAddresses
 * @property {string} architecture
 * @property {string} bootScript
 * @property {string} ignitionFile
 */

/** Digits of a digest that are shown: enough to compare by eye. */
const DIGITS = 16;

/**
 * The machines as a table, with size and digest of the Ignition files as they lie on disk. A machine with several network
 * cards has a row for each.
 *
 * @param {readonly Machine[]} machines
 * @param {string} folder of the boot files, an absolute path
 */
function machineTable(machines, folder) {
  const headings = ["NAME", "MAC", "ARCH", "BOOT SCRIPT", "IGNITION FILE", "BYTES", "SHA-512"];
  const rows = machines.flatMap((machine) => {
    const { name, macAddresses, architecture, bootScript, ignitionFile } = machine;
    const [first = "", ...others] = macAddresses;
    const ignition = fs.readFileSync(path.resolve(folder, ignitionFile));
    const digest = createHash("sha512").update(ignition).digest("hex").slice(0, DIGITS);
    const size = String(ignition.length);
    return [
      [name, first, architecture, bootScript, ignitionFile, size, `${digest}...`],
      ...others.map((address) => ["", address]),
    ];
  });
  return table(headings, rows);
}

module.exports = { machineTable };
