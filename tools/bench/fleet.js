"use strict";

const { asButane, asFragment, asIgnition, contents } = require("./contents.js");

/** @typedef {(contents: import("./contents.js").Contents) => object} Form */

/** @type {Form} */
const typed = asFragment;
/** @type {Form} */
const butane = (contents) => ({ butane: [asButane(contents)] });
/** @type {Form} */
const ignition = (contents) => ({ ignition: [asIgnition(contents)] });

/**
 * The forms in which the five fragments of a fleet may be written.
 *
 * @type {Readonly<Record<string, readonly Form[]>>}
 */
const FORMS = {
  typed: [typed, typed, typed, typed, typed],
  Butane: [butane, butane, butane, butane, butane],
  mixed: [typed, typed, butane, butane, ignition],
};

const NAMES = ["base", "network", "containers", "monitoring", "application"];

/**
 * For each machine of a fleet its fragments: five that all machines share, with 49 files of 400 bytes and 15 units
 * between them, and one of its own with its name in the fiftieth file.
 *
 * @param {string} form a name in `FORMS`
 * @param {number} machines
 */
function fleet(form, machines) {
  const shared = NAMES.map((name, index) => {
    const amount = { name, files: index === 0 ? 9 : 10, fileLength: 400, units: 3 };
    return { name, ...FORMS[form]?.[index]?.(contents(amount)) };
  });
  return Array.from({ length: machines }, (_, index) => [...shared, ownFragment(`node-${index}`)]);
}

/** @param {string} name */
function ownFragment(name) {
  const hostname = { path: "/etc/hostname", mode: 0o644, overwrite: true, contents: `${name}\n` };
  return { name: "machine", files: [hostname] };
}

module.exports = { FORMS, fleet };
