"use strict";

/**
 * @typedef {object} Row what the package keeps of one instance type
 * @property {string} type
 * @property {number} vcpus
 * @property {number} memoryMib
 * @property {boolean} [arm64]
 * @property {boolean} [mac]
 * @property {boolean} [gpu]
 * @property {boolean} [burstable] shared cores as well
 * @property {number} [threads] per core
 * @property {readonly number[]} [generations]
 * @property {readonly string[]} [controllers]
 * @property {boolean} [metal]
 * @property {boolean} [confidential]
 * @property {boolean} [previous]
 * @property {boolean} [retired]
 * @property {boolean} [byName] figures that no list had
 */

/**
 * A row as a line of the table, in the words that src/hardware/row.ts reads.
 *
 * @param {Row} row
 */
function formatRow(row) {
  if (!(row.type && row.vcpus > 0 && row.memoryMib > 0))
    throw new Error(`no sizes of ${row.type}: ${row.vcpus} vCPU, ${row.memoryMib} MiB`);
  return [
    row.type,
    row.vcpus,
    row.memoryMib,
    row.arm64 && "arm64",
    row.mac && "mac",
    row.gpu && "gpu",
    row.burstable && "burstable",
    row.threads && `threads=${row.threads}`,
    row.generations?.length && `gen=${row.generations.join()}`,
    row.controllers?.length && `disk=${row.controllers.join()}`,
    row.metal && "metal",
    row.confidential && "confidential",
    row.previous && "previous",
    row.retired && "retired",
    row.byName && "by-name",
  ]
    .filter(Boolean)
    .join(" ");
}

/** @param {string} line */
function nameOfLine(line) {
  return line.slice(0, line.indexOf(" "));
}

/** @param {string} line */
function retire(line) {
  return line.split(" ").includes("retired") ? line : `${line} retired`;
}

module.exports = { formatRow, nameOfLine, retire };
