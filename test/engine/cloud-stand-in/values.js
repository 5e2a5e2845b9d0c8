"use strict";

const { Struct } = require("google-protobuf/google/protobuf/struct_pb");

/** Key of the object that marks a special value on the wire; its value says which. */
const MARK = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** What stands for a value of any type that is not known yet. */
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
/** The same for the other types that a program may say it expects. */
const UNKNOWNS = new Set([
  UNKNOWN,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/**
 * @typedef {Record<string, unknown>} Properties
 * @typedef {(string | number)[]} Path
 */

/** @param {unknown} value */
function isUnknown(value) {
  return typeof value === "string" && UNKNOWNS.has(value);
}

/**
 * @param {unknown} value
 * @returns {value is Properties | unknown[]}
 */
function isContainer(value) {
  return typeof value === "object" && value !== null;
}

/**
 * Values without their marks, and the paths at which they were marked as secret or not known.
 *
 * @param {unknown} marked
 * @param {Path} [path]
 * @returns {{ value: any, secrets: string[], unknowns: string[] }}
 */
function unmark(marked, path = []) {
  if (isUnknown(marked)) return { value: UNKNOWN, secrets: [], unknowns: [pathText(path)] };
  if (!isContainer(marked)) return { value: marked, secrets: [], unknowns: [] };
  if (!Array.isArray(marked) && marked[MARK] === SECRET) {
    const inner = unmark(marked.value, path);
    return { ...inner, secrets: [pathText(path), ...inner.secrets] };
  }
  const members = keysOf(marked).map(
    (key) => /** @type {const} */ ([key, unmark(at(marked, key), [...path, key])]),
  );
  return {
    value: Array.isArray(marked)
      ? members.map(([, { value }]) => value)
      : Object.fromEntries(members.map(([key, { value }]) => [key, value])),
    secrets: members.flatMap(([, { secrets }]) => secrets),
    unknowns: members.flatMap(([, { unknowns }]) => unknowns),
  };
}

/**
 * @param {unknown} container
 * @returns {(string | number)[]}
 */
function keysOf(container) {
  if (Array.isArray(container)) return [...container.keys()];
  return isContainer(container) ? Object.keys(container) : [];
}

/**
 * @param {unknown} container
 * @param {string | number} key
 * @returns {unknown}
 */
function at(container, key) {
  return isContainer(container) ? /** @type {any} */ (container)[key] : undefined;
}

/**
 * A path as Pulumi writes it, as in `metadata["user-data"]` or `disks[0].size`.
 *
 * @param {Path} path
 */
function pathText(path) {
  return path
    .map((key, index) => {
      if (typeof key === "number") return `[${key}]`;
      if (!/^[A-Za-z_]\w*$/.test(key)) return `[${JSON.stringify(key)}]`;
      return index === 0 ? key : `.${key}`;
    })
    .join("");
}

/**
 * @param {Struct | undefined} struct
 * @returns {Properties}
 */
function fromWire(struct) {
  return /** @type {Properties} */ (struct?.toJavaScript() ?? {});
}

/** @param {Properties} properties */
function toWire(properties) {
  return Struct.fromJavaScript(
    /** @type {Parameters<typeof Struct.fromJavaScript>[0]} */ (properties),
  );
}

module.exports = {
  UNKNOWN,
  isUnknown,
  isContainer,
  unmark,
  keysOf,
  at,
  pathText,
  fromWire,
  toWire,
};
