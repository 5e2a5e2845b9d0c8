"use strict";

/**
 * The three numbers of a version such as `v3.259.0` or `go1.26.8`, anywhere in a text; a missing third one is 0.
 *
 * @param {string} text
 * @returns {readonly [number, number, number] | undefined}
 */
function parseVersion(text) {
  const found = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(text);
  return found === null ? undefined : [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)];
}

/**
 * True when a text has a version and it is this one or newer. What follows the three numbers does not count.
 *
 * @param {string} text
 * @param {string} oldest
 */
function isAtLeast(text, oldest) {
  const version = parseVersion(text);
  const limit = parseVersion(oldest);
  if (version === undefined || limit === undefined) return false;
  const at = version.findIndex((number, index) => number !== limit[index]);
  return at === -1 || (version[at] ?? 0) > (limit[at] ?? 0);
}

module.exports = { isAtLeast };
