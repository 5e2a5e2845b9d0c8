"use strict";

const fs = require("node:fs");

/**
 * One thing that the engine asked for.
 *
 * @typedef {object} Event
 * @property {string} method `create`, `read`, `update`, `delete` or `invoke`
 * @property {string} type token of the resource or function
 * @property {string} name of the resource in the program; empty for a function
 * @property {boolean} preview
 * @property {string} [urn]
 * @property {string} [id]
 * @property {import("./values.js").Properties} inputs in plain text; what is not known yet reads as null
 * @property {string[]} secrets paths of inputs that came marked as secret
 * @property {string[]} unknowns paths of inputs that are not known yet
 */

/**
 * Everything that was asked for, one JSON text a line, and what exists in consequence. It lasts from run to run when
 * there is a file. Several providers may write to the same one.
 */
class Record {
  /** @param {string} [file] */
  constructor(file) {
    this.file = file;
    /** @type {Map<string, Event>} by id */
    this.existing = new Map();
    /** @type {Map<string, number>} how often each URN was created */
    this.generations = new Map();
    /** @type {Map<string, number>} how often the resource with an id was created or updated */
    this.versions = new Map();
    if (file === undefined || !fs.existsSync(file)) return;
    for (const line of fs.readFileSync(file, "utf8").split("\n")) {
      if (line !== "") this.take(JSON.parse(line));
    }
  }

  /** @param {Event} event */
  note(event) {
    this.take(event);
    if (this.file !== undefined) fs.appendFileSync(this.file, `${JSON.stringify(event)}\n`);
  }

  /** @param {Event} event */
  take(event) {
    const { method, preview, urn = "", id = "" } = event;
    if (preview) return;
    if (method === "create") this.generations.set(urn, this.generation(urn) + 1);
    if (method === "create" || method === "update") {
      this.existing.set(id, event);
      this.versions.set(id, this.version(id) + 1);
    }
    if (method === "delete") this.existing.delete(id);
  }

  /** @param {string} urn */
  generation(urn) {
    return this.generations.get(urn) ?? 0;
  }

  /** @param {string} id */
  version(id) {
    return this.versions.get(id) ?? 0;
  }
}

module.exports = { Record };
