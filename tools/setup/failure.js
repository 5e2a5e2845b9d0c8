"use strict";

/** A set-up that cannot go on. The message says what happened and what to do or install; no stack trace is shown. */
class SetUpFailure extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "SetUpFailure";
  }
}

/**
 * The reason in one line: the last line that says something, as commands put their reason there.
 *
 * @param {unknown} error
 */
function reason(error) {
  const text = error instanceof Error ? error.message : String(error);
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return (lines.at(-1) ?? "no reason given").trim();
}

module.exports = { SetUpFailure, reason };
