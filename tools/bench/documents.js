"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { asButane, contents } = require("./contents.js");

/**
 * Documents that are worked on one after the other, and together are one line of a table.
 *
 * @typedef {object} Documents
 * @property {string} name
 * @property {readonly string[]} texts Butane documents of variant flatcar, all of them valid
 */

/**
 * The documents that are measured: three sizes made here, and upstream's own where they are at hand.
 *
 * @param {string} root the clone
 * @param {boolean} quick leaves out what takes long
 * @returns {Documents[]}
 */
function documents(root, quick) {
  const small = made("small", { name: "app", files: 1, fileLength: 20, units: 1 });
  const controller = made("controller", { name: "app", files: 30, fileLength: 20, units: 20 });
  if (quick) return [small, controller];
  const large = made("large", { name: "app", files: 300, fileLength: 8_300, units: 0 });
  const upstream = { name: "upstream's", texts: upstreamTexts(root) };
  return [small, controller, large, upstream].filter(({ texts }) => texts.length > 0);
}

/**
 * @param {string} name
 * @param {import("./contents.js").Amount} amount
 * @returns {Documents}
 */
function made(name, amount) {
  return { name, texts: [asButane(contents(amount))] };
}

/**
 * The valid documents of the conformance data, which is not part of the clone.
 *
 * @param {string} root
 * @returns {string[]}
 */
function upstreamTexts(root) {
  const data = process.env.FLATCAR_CONFORMANCE || path.join(root, "..", "shared", "conformance");
  const index = path.join(data, "docs", "index.json");
  if (!fs.existsSync(index)) return [];
  /** @type {{ name: string, variant: string, version: string, duplicateOf: string | null, valid: boolean }[]} */
  const entries = JSON.parse(fs.readFileSync(index, "utf8"));
  return entries
    .filter(({ valid, duplicateOf }) => valid && duplicateOf === null)
    .filter(({ variant, version }) => variant === "flatcar" && /^1\.[01]\.0$/.test(version))
    .map(({ name }) => fs.readFileSync(path.join(data, "docs", `${name}.bu`), "utf8"));
}

module.exports = { documents };
