"use strict";

const { words } = require("./cloud.js");
const { at, isContainer, isUnknown, keysOf } = require("./values.js");

/**
 * @typedef {import("./values.js").Path} Path
 * @typedef {"add" | "delete" | "update"} Difference
 * @typedef {"update" | "replace" | "refuse"} Effect
 * @typedef {{ path: Path, difference: Difference, effect: Effect }} Change
 */

/** From the weakest to the strongest: what is made anew is asked nothing about a change. */
const EFFECTS = /** @type {const} */ (["update", "refuse", "replace"]);

/**
 * Where new inputs differ from old ones, and what each difference does to the resource.
 *
 * @param {import("./cloud.js").Kind} kind
 * @param {import("./values.js").Properties} olds
 * @param {import("./values.js").Properties} news
 * @returns {Change[]}
 */
function changes(kind, olds, news) {
  const rules = rulesOf(kind, news);
  return differences(olds, news, [], words(kind.maps ?? "")).map(({ path, difference }) => {
    const [old, now] = [valueAt(olds, path), valueAt(news, path)];
    const parts = [path, ...leaves(difference === "delete" ? old : now, path)];
    const effects = parts.map((part) => effectAt(rules, part));
    const effect = effects.reduce((one, other) =>
      EFFECTS.indexOf(one) < EFFECTS.indexOf(other) ? other : one,
    );
    return { path, difference, effect };
  });
}

/**
 * @param {unknown} old
 * @param {unknown} now
 * @param {Path} path
 * @param {string[]} maps
 * @returns {{ path: Path, difference: Difference }[]}
 */
function differences(old, now, path, maps) {
  if (old === undefined) return now === undefined ? [] : [{ path, difference: "add" }];
  if (now === undefined) return [{ path, difference: "delete" }];
  const isOne = path.length === 1 && maps.includes(String(path[0]));
  if (isUnknown(now) || (isOne && keysOf(now).some((key) => isUnknown(at(now, key))))) {
    return [{ path, difference: "update" }];
  }
  if (isContainer(old) && isContainer(now) && Array.isArray(old) === Array.isArray(now)) {
    const keys = new Set([...keysOf(old), ...keysOf(now)]);
    return [...keys].flatMap((key) =>
      differences(at(old, key), at(now, key), [...path, key], maps),
    );
  }
  return Object.is(old, now) ? [] : [{ path, difference: "update" }];
}

/**
 * @param {unknown} value
 * @param {Path} path
 * @returns {Path[]}
 */
function leaves(value, path) {
  const keys = keysOf(value);
  return keys.length === 0 ? [path] : keys.flatMap((key) => leaves(at(value, key), [...path, key]));
}

/**
 * @param {unknown} value
 * @param {Path} path
 */
function valueAt(value, path) {
  return path.reduce((inner, key) => at(inner, key), value);
}

/**
 * The rules that hold for these inputs, the most exact first.
 *
 * @param {import("./cloud.js").Kind} kind
 * @param {import("./values.js").Properties} inputs
 */
function rulesOf(kind, inputs) {
  return Object.entries(kind.changes ?? {})
    .flatMap(([rule, list]) => {
      const [effect, condition, property = ""] = rule.split(" ");
      if (condition !== undefined && (inputs[property] === true) !== (condition === "if"))
        return [];
      return words(list).map((text) => ({
        effect: /** @type {Effect} */ (effect),
        pattern: text.split("."),
      }));
    })
    .sort((a, b) => exactness(b.pattern) - exactness(a.pattern));
}

/** @param {string[]} pattern */
function exactness(pattern) {
  return pattern.length + pattern.filter((part) => part !== "*").length / (pattern.length + 1);
}

/**
 * @param {ReturnType<typeof rulesOf>} rules
 * @param {Path} path
 * @returns {Effect}
 */
function effectAt(rules, path) {
  return rules.find(({ pattern }) => fits(pattern, path))?.effect ?? "update";
}

/**
 * @param {string[]} pattern
 * @param {Path} path
 */
function fits(pattern, path) {
  return (
    pattern.length <= path.length &&
    pattern.every((part, index) => part === "*" || part === String(path[index]))
  );
}

/**
 * The values at the places that a pattern names.
 *
 * @param {unknown} value
 * @param {string} pattern
 * @returns {unknown[]}
 */
function valuesAt(value, pattern) {
  return leaves(value, []).flatMap((path) =>
    fits(pattern.split("."), path) && !isUnknown(valueAt(value, path))
      ? [valueAt(value, path)]
      : [],
  );
}

module.exports = { changes, valuesAt };
