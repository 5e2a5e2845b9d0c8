"use strict";

const { createHash } = require("node:crypto");
const { at, isContainer } = require("./values.js");

/**
 * What templates are filled with.
 *
 * @typedef {object} Facts
 * @property {string} seed equal seeds give equal values
 * @property {string} resource its name in the program
 * @property {import("./values.js").Properties} inputs
 * @property {Record<string, string>} defaults
 * @property {string} [id]
 * @property {number} [version] of the resource, counted from 1
 */

/**
 * Values made up from templates, equal from run to run: `{hex:8}` is so many hexadecimal digits, `{digits:8}` decimal
 * ones, `{byte}` a number from 1 to 254, `{resource}` the resource's name in the program, `{id}` and `{version}` its own,
 * and any other word an input or a default. A template that is nothing but one of these keeps its type.
 *
 * @param {unknown} template text, or something made of texts
 * @param {Facts} facts
 * @returns {any}
 */
function fill(template, facts) {
  if (Array.isArray(template)) return template.map((item) => fill(item, facts));
  if (isContainer(template)) {
    return Object.fromEntries(
      Object.entries(template).map(([key, value]) => [
        key,
        fill(value, { ...facts, seed: `${facts.seed}/${key}` }),
      ]),
    );
  }
  if (typeof template !== "string") return template;
  const whole = /^\{([^{}]+)\}$/.exec(template);
  if (whole?.[1] !== undefined) return placeholder(whole[1], facts);
  return template.replace(/\{([^{}]+)\}/g, (_, key) => String(placeholder(key, facts)));
}

/**
 * @param {string} key
 * @param {Facts} facts
 * @returns {unknown}
 */
function placeholder(key, { seed, resource, inputs, defaults, id, version }) {
  const [word = "", length] = key.split(":");
  const hash = createHash("sha256").update(seed).digest();
  switch (word) {
    case "hex":
      return hash.toString("hex").slice(0, Number(length));
    case "digits":
      return [...hash]
        .map((byte) => byte % 10)
        .join("")
        .slice(0, Number(length));
    case "byte":
      return 1 + (hash.readUInt32BE() % 254);
    case "resource":
      return resource;
    case "id":
      return id;
    case "version":
      return version;
    default:
      return (
        word.split(".").reduce((value, part) => at(value, part), /** @type {unknown} */ (inputs)) ??
        defaults[word] ??
        ""
      );
  }
}

module.exports = { fill };
