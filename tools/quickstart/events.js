"use strict";

/**
 * One of the events that `pulumi up --json` prints, a line each; only what is used here.
 *
 * @typedef {object} EngineEvent
 * @property {{ metadata: { op: string, urn: string } }} [resOutputsEvent] a resource is done
 * @property {{ severity: string, message: string, urn?: string }} [diagnosticEvent]
 * @property {{ resourceChanges?: Record<string, number> | null, durationSeconds: number }} [summaryEvent]
 */

/** Changes in the order and the words in which they are told; other operations are steps of these. */
const CHANGES = /** @type {const} */ ([
  ["create", "created", "+"],
  ["update", "updated", "~"],
  ["replace", "replaced", "+-"],
  ["delete", "deleted", "-"],
]);

/**
 * @param {string} line
 * @returns {EngineEvent | undefined}
 */
function parseEvent(line) {
  if (!line.startsWith("{")) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * A line for a reader about an event; nothing for one that says nothing new.
 *
 * @param {EngineEvent} event
 * @returns {string | undefined}
 */
function eventLine({ resOutputsEvent, diagnosticEvent }) {
  if (resOutputsEvent !== undefined) {
    const { op, urn } = resOutputsEvent.metadata;
    const sign = CHANGES.find(([name]) => name === op)?.[2];
    return sign === undefined ? undefined : `  ${sign.padEnd(2)} ${label(urn)}`;
  }
  if (diagnosticEvent !== undefined && ["warning", "error"].includes(diagnosticEvent.severity)) {
    const { severity, message, urn } = diagnosticEvent;
    const text = message.trim().replaceAll("\n", "\n    ");
    if (text === "") return undefined;
    return urn ? `  ${severity}: ${label(urn)}\n    ${text}` : `  ${severity}: ${text}`;
  }
  return undefined;
}

/**
 * Type and name of a resource.
 *
 * @param {string} urn
 */
function label(urn) {
  const [, , types = "", ...name] = urn.split("::");
  return `${types.split("$").at(-1)}  ${name.join("::")}`;
}

/**
 * What an update did, by the engine's own count: "unchanged" only when it says that all stayed the same.
 *
 * @param {Record<string, number>} changes
 */
function summary(changes) {
  const told = CHANGES.flatMap(([op, word]) => (changes[op] ? [`${changes[op]} ${word}`] : []));
  const same = changes.same ?? 0;
  if (told.length === 0) return `unchanged (${same} resources)`;
  return [...told, ...(same > 0 ? [`${same} unchanged`] : [])].join(", ");
}

module.exports = { parseEvent, eventLine, summary };
