"use strict";

/**
 * Made-up contents of a machine, the same on every machine and in every run.
 *
 * @typedef {object} Contents
 * @property {readonly { path: string, text: string }[]} files
 * @property {readonly { name: string, text: string }[]} units
 *
 * @typedef {object} Amount
 * @property {string} name part of every name and path
 * @property {number} files
 * @property {number} fileLength characters in each file, about
 * @property {number} units
 */

const WORDS = (
  "node cluster listen address service network storage volume timeout retry leader follower token metrics port " +
  "interface gateway region zone label policy limit request queue worker backend frontend cache replica shard index"
).split(" ");

/**
 * Files of settings and units that start a program.
 *
 * @param {Amount} amount
 * @returns {Contents}
 */
function contents({ name, files, fileLength, units }) {
  const next = numbers(name.length);
  return {
    files: Array.from({ length: files }, (_, index) => ({
      path: `/etc/${name}/${index}.conf`,
      text: settings(fileLength, next),
    })),
    units: Array.from({ length: units }, (_, index) => ({
      name: `${name}-${index}.service`,
      text:
        `[Unit]\nDescription=${name} ${index}\n[Service]\nExecStart=/opt/bin/${name} -n ${index}\n` +
        "[Install]\nWantedBy=multi-user.target\n",
    })),
  };
}

/** @typedef {(limit: number) => number} Numbers gives whole numbers from 0 to below the limit */

/**
 * @param {number} seed
 * @returns {Numbers}
 */
function numbers(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/**
 * @param {number} length
 * @param {Numbers} next
 */
function settings(length, next) {
  const word = () => WORDS[next(WORDS.length)];
  const values = [() => `10.0.${next(256)}.${next(256)}`, () => next(65536), () => `"${word()}"`];
  let text = "";
  while (text.length < length) text += `${word()}_${word()} = ${values[next(3)]?.()}\n`;
  return text;
}

/** @param {Contents} contents */
function asFragment({ files, units }) {
  return {
    files: files.map(({ path, text }) => ({ path, mode: 0o644, contents: text })),
    units: units.map(({ name, text }) => ({ name, enabled: true, contents: text })),
  };
}

/** @param {Contents} contents */
function asIgnition({ files, units }) {
  return JSON.stringify({
    ignition: { version: "3.3.0" },
    storage: {
      files: files.map(({ path, text }) => ({
        path,
        mode: 0o644,
        contents: { source: `data:,${encodeURIComponent(text)}` },
      })),
    },
    systemd: { units: units.map(({ name, text }) => ({ name, enabled: true, contents: text })) },
  });
}

/** @param {Contents} contents */
function asButane({ files, units }) {
  const lines = ["variant: flatcar", "version: 1.1.0"];
  if (files.length > 0) lines.push("storage:", "  files:");
  for (const { path, text } of files) {
    lines.push(`    - path: ${path}`, "      mode: 0644", "      contents:", "        inline: |");
    lines.push(...indented(text, 10));
  }
  if (units.length > 0) lines.push("systemd:", "  units:");
  for (const { name, text } of units) {
    lines.push(`    - name: ${name}`, "      enabled: true", "      contents: |");
    lines.push(...indented(text, 8));
  }
  return `${lines.join("\n")}\n`;
}

/**
 * @param {string} text
 * @param {number} columns
 */
function indented(text, columns) {
  const indent = " ".repeat(columns);
  return text
    .trimEnd()
    .split("\n")
    .map((line) => indent + line);
}

module.exports = { asButane, asFragment, asIgnition, contents };
