"use strict";

/** Seconds between two lines about the same step where lines cannot be rewritten. */
const SECONDS_BETWEEN_LINES = 15;
/** Columns of a step's title. */
const TITLE = 14;

/**
 * Seconds as a person reads them: 0.4 s, 12 s, 3 min 07 s.
 *
 * @param {number} milliseconds
 */
function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
}

/**
 * One thing that is being done: says how far it is while it works, and one line when it has ended. On a terminal that
 * is one line written anew; elsewhere a line every 15 seconds.
 */
class Step {
  /**
   * @param {string} title
   * @param {NodeJS.WriteStream} [out]
   */
  constructor(title, out = process.stdout) {
    this.title = title;
    this.out = out;
    this.started = Date.now();
    this.text = "";
    this.timer = setInterval(
      () => this.show(),
      out.isTTY ? 1000 : SECONDS_BETWEEN_LINES * 1000,
    ).unref();
  }

  /**
   * What is being done now and how far it is; shown with the time since the start.
   *
   * @param {string} text
   */
  update(text) {
    this.text = text;
    if (this.out.isTTY) this.show();
  }

  /**
   * A line of its own above the step, for what a reader should know later as well.
   *
   * @param {string} text
   */
  note(text) {
    this.line(text, "\n");
  }

  /**
   * Ends the step.
   *
   * @param {string} text the result
   */
  done(text) {
    clearInterval(this.timer);
    const elapsed = Date.now() - this.started;
    this.line(elapsed < 1000 ? text : `${text}  (${duration(elapsed)})`, "\n");
  }

  /** Ends the step without a result: what follows says what happened. */
  abandon() {
    clearInterval(this.timer);
    if (this.out.isTTY) this.out.write("\r\x1b[K");
  }

  show() {
    if (this.text === "") return;
    const text = `${this.text}, ${duration(Date.now() - this.started)}`;
    this.line(text, this.out.isTTY ? "" : "\n");
  }

  /**
   * @param {string} text
   * @param {string} end
   */
  line(text, end) {
    const line = `  ${this.title.padEnd(TITLE)}${text}`;
    // A line that wraps could not be written anew.
    if (this.out.isTTY) {
      const shown = end === "" ? line.slice(0, (this.out.columns || 80) - 1) : line;
      this.out.write(`\r\x1b[K${shown}${end}`);
    } else this.out.write(`${line}${end}`);
  }
}

/**
 * Runs one step from its start to its line of result.
 *
 * @template T
 * @param {string} title
 * @param {(step: Step) => Promise<T>} work
 * @param {(result: T) => string} result
 * @returns {Promise<T>}
 */
async function inStep(title, work, result) {
  const step = new Step(title);
  try {
    const value = await work(step);
    step.done(result(value));
    return value;
  } catch (error) {
    step.abandon();
    throw error;
  }
}

module.exports = { Step, inStep, duration };
