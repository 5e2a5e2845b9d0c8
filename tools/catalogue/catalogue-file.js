"use strict";

/**
 * Reads a compiled catalogue: several sources of one cloud brought together, with what older lists had.
 *
 * @param {any} catalogue
 * @returns {{ rows: import("./row.js").Row[], date: string, sources: string[] }}
 */
function readCatalogue(catalogue) {
  const { defaults = {}, types, retired, derived = {}, gpuUnverified = [], provenance } = catalogue;
  const used = provenance.filter(
    (/** @type {any} */ { date, usedFor }) => date && !/^(cross-)?check/.test(usedFor),
  );
  return {
    date: used[0].date,
    sources: used.map(sourceLine),
    rows: [
      ...Object.entries(types).map(([type, facts]) => rowOf(type, { ...defaults, ...facts })),
      ...Object.entries(retired).map(([type, facts]) => ({ ...rowOf(type, facts), retired: true })),
      ...Object.entries(derived).map(([type, facts]) => ({ ...rowOf(type, facts), byName: true })),
    ].map((row) => (gpuUnverified.includes(row.type) ? { ...row, gpu: true } : row)),
  };
}

/** @param {any} source */
function sourceLine({ kind, repository, package: name, path, commit, date, licence, usedFor }) {
  const where = [repository ?? name ?? kind, path, commit && `at ${commit}`].filter(Boolean);
  return `${where.join(" ")}, ${date}, ${licence}: ${usedFor.replaceAll('"', "'")}`;
}

/**
 * @param {string} type
 * @param {any} facts
 * @returns {import("./row.js").Row}
 */
function rowOf(type, facts) {
  const { architectures } = facts;
  return {
    type,
    vcpus: facts.vcpus,
    memoryMib: facts.memoryMib,
    arm64: architectures.includes("arm64"),
    mac: architectures.some((/** @type {string} */ name) => name.endsWith("_mac")),
    gpu: facts.gpu,
    burstable: facts.burstable ?? facts.sharedCore,
    threads: facts.threadsPerCore,
    metal: facts.bareMetal,
    previous: facts.previousGeneration ?? facts.deprecated !== undefined,
  };
}

module.exports = { readCatalogue };
