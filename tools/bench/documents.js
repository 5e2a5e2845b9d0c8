"use strict";

const fs = require("node:fs");
const path = require("node:path");

/**
 * A named set of documents that are worked on one after the other.
 *
 * @typedef {object} Documents
 * @property {string} name
 * @property {readonly string[]} texts Butane documents of variant flatcar
 */

const WORDS =
  "node cluster listen address service network storage volume timeout retry leader follower token metrics port " +
  "interface gateway region zone label policy limit request queue worker backend frontend cache replica shard index";

/**
 * The same numbers on every machine and in every run, below `limit` each.
 *
 * @param {number} seed
 */
function numbers(seed) {
  let state = seed;
  return (/** @type {number} */ limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/**
 * Text of settings as configuration files have it, of about so many characters.
 *
 * @param {number} length
 * @param {number} seed
 */
function settings(length, seed) {
  const next = numbers(seed);
  const words = WORDS.split(" ");
  const word = () => words[next(words.length)];
  let text = "";
  while (text.length < length) {
    const value = [`10.${next(256)}.${next(256)}.${next(256)}`, `${next(65536)}`, `"${word()}"`];
    text += `${word()}_${word()} = ${value[next(3)]}\n`;
  }
  return text;
}

/**
 * @param {string} name
 * @param {number} number
 */
function unitText(name, number) {
  return (
    `[Unit]\nDescription=${name} ${number}\n` +
    `[Service]\nExecStart=/opt/bin/${name} -n ${number}\n[Install]\nWantedBy=multi-user.target\n`
  );
}

/**
 * A Butane document with files of settings and with units.
 *
 * @param {object} size
 * @param {number} size.files
 * @param {number} size.fileLength characters in each file
 * @param {number} size.units
 */
function butane({ files, fileLength, units }) {
  const lines = ["variant: flatcar", "version: 1.1.0"];
  if (files > 0) lines.push("storage:", "  files:");
  for (let number = 0; number < files; number++) {
    lines.push(`    - path: /etc/app/part-${number}.conf`, "      mode: 0644");
    lines.push("      contents:", "        inline: |");
    lines.push(...block(settings(fileLength, number + 1), 10));
  }
  if (units > 0) lines.push("systemd:", "  units:");
  for (let number = 0; number < units; number++) {
    lines.push(`    - name: app-${number}.service`, "      enabled: true", "      contents: |");
    lines.push(...block(unitText("app", number), 8));
  }
  return `${lines.join("\n")}\n`;
}

/**
 * @param {string} text
 * @param {number} columns
 */
function block(text, columns) {
  const indent = " ".repeat(columns);
  return text
    .trimEnd()
    .split("\n")
    .map((line) => indent + line);
}

/**
 * The documents that are measured: three sizes made here, and upstream's own where they are at hand.
 *
 * @param {string} root the clone
 * @param {boolean} quick leaves out what takes long
 * @returns {Documents[]}
 */
function allDocuments(root, quick) {
  const made = [
    { name: "small", size: { files: 1, fileLength: 30, units: 1 } },
    { name: "controller", size: { files: 30, fileLength: 20, units: 20 } },
    { name: "large", size: { files: 300, fileLength: 8_200, units: 0 } },
  ].map(({ name, size }) => ({ name, texts: [butane(size)] }));
  if (quick) return made.slice(0, 2);
  const upstream = upstreamDocuments(root);
  return upstream.length > 0 ? [...made, { name: "upstream's", texts: upstream }] : made;
}

/**
 * The valid documents of the conformance data, which is not part of the clone.
 *
 * @param {string} root
 * @returns {string[]}
 */
function upstreamDocuments(root) {
  const folder = path.join(
    process.env.FLATCAR_CONFORMANCE || path.join(root, "..", "shared", "conformance"),
    "docs",
  );
  const index = path.join(folder, "index.json");
  if (!fs.existsSync(index)) return [];
  /** @type {{ name: string, variant: string, version: string, duplicateOf: string | null, valid: boolean }[]} */
  const entries = JSON.parse(fs.readFileSync(index, "utf8"));
  return entries
    .filter(({ valid, duplicateOf }) => valid && duplicateOf === null)
    .filter(({ variant, version }) => variant === "flatcar" && /^1\.[01]\.0$/.test(version))
    .map(({ name }) => fs.readFileSync(path.join(folder, `${name}.bu`), "utf8"));
}

module.exports = { allDocuments, numbers, settings, unitText };
