"use strict";

const { spawn } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

/** Lines of a failed command that its error keeps: enough for a compiler's list, not for a download log. */
const LINES_KEPT = 200;

/** A command that ended with another status than 0, was stopped, or could not be started. */
class CommandFailed extends Error {
  /**
   * @param {string} command
   * @param {string} why
   * @param {string} output
   */
  constructor(command, why, output) {
    super(output === "" ? `${command}: ${why}` : `${command}: ${why}\n${output}`);
    this.name = "CommandFailed";
    this.why = why;
    this.output = output;
  }
}

/** @type {Set<{ stop: (signal: NodeJS.Signals) => void, hearsTerminal: boolean }>} */
const running = new Set();
/** @type {NodeJS.Signals | undefined} */
let interruption;

/** @param {NodeJS.Signals} signal */
function interrupt(signal) {
  interruption = signal;
  // A terminal sends its interrupt to every process of the group by itself. A second one would make an engine that is
  // finishing its work break off.
  for (const child of running) {
    if (signal !== "SIGINT" || !child.hearsTerminal) child.stop(signal);
  }
  leaveWhenInterrupted();
}

function leaveWhenInterrupted() {
  if (interruption !== undefined && running.size === 0) {
    process.exit(128 + os.constants.signals[interruption]);
  }
}

/**
 * Bytes in a folder and below it; how far a download is that reports nothing.
 *
 * @param {string} folder
 * @returns {number}
 */
function bytesIn(folder) {
  try {
    return fs
      .readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => fs.statSync(path.join(entry.parentPath ?? entry.path, entry.name)).size)
      .reduce((sum, size) => sum + size, 0);
  } catch {
    // A file may go away between the listing and the look at it.
    return 0;
  }
}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(line: string, stream: "stdout" | "stderr") => void} [onLine] called for each whole line as it comes
 * @property {boolean} [show] let the command write to the terminal itself; nothing is captured
 * @property {number} [timeout] milliseconds after which the command and its children are killed
 * @property {{ folder: string, milliseconds: number, onGrowth?: (bytes: number) => void }} [stall] kill the command
 *   when this folder has not grown for so long
 */

/**
 * Runs a command without standard input. Its output is captured, and shown only through the error when it fails.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ stdout: string, stderr: string }>}
 */
function run(command, args, options = {}) {
  const { cwd, env, onLine, show = false, timeout, stall } = options;
  const name = path.basename(command);
  // Only a command that may have to be killed gets a process group of its own, so that its children go with it.
  const grouped = timeout !== undefined || stall !== undefined;
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    if (!process.listeners(signal).includes(interrupt)) process.on(signal, interrupt);
  }

  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      detached: grouped,
      stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
    });
    /** @type {string | undefined} */
    let stopped;
    /** @param {NodeJS.Signals} signal */
    const stop = (signal) => {
      if (child.pid === undefined) return;
      try {
        process.kill(grouped ? -child.pid : child.pid, signal);
      } catch {
        // It ended by itself in the meantime.
      }
    };
    const entry = { stop, hearsTerminal: !grouped };
    running.add(entry);

    const captured = { stdout: "", stderr: "" };
    /** @type {string[]} */
    const last = [];
    for (const stream of /** @type {const} */ (["stdout", "stderr"])) {
      let rest = "";
      const take = (/** @type {string} */ line) => {
        last.push(line);
        if (last.length > LINES_KEPT) last.shift();
        onLine?.(line, stream);
      };
      child[stream]?.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
        captured[stream] += text;
        const lines = (rest + text).split("\n");
        rest = lines.pop() ?? "";
        lines.forEach(take);
      });
      child[stream]?.on("end", () => {
        if (rest !== "") take(rest);
      });
    }

    /** @type {NodeJS.Timeout[]} */
    const timers = [];
    if (timeout !== undefined) {
      const seconds = Math.round(timeout / 1000);
      timers.push(
        setTimeout(() => {
          stopped = `did not end within ${seconds} s`;
          stop("SIGKILL");
        }, timeout),
      );
    }
    if (stall !== undefined) {
      let size = bytesIn(stall.folder);
      let grew = Date.now();
      timers.push(
        setInterval(
          () => {
            const now = bytesIn(stall.folder);
            if (now !== size) {
              size = now;
              grew = Date.now();
              stall.onGrowth?.(size);
            } else if (Date.now() - grew > stall.milliseconds) {
              stopped = `nothing arrived for ${Math.round(stall.milliseconds / 1000)} s`;
              stop("SIGKILL");
            }
          },
          Math.min(1000, stall.milliseconds / 2),
        ),
      );
    }

    /** @param {string | undefined} why */
    const finish = (why) => {
      timers.forEach(clearTimeout);
      running.delete(entry);
      leaveWhenInterrupted();
      if (why === undefined) resolve(captured);
      else reject(new CommandFailed(name, why, last.join("\n").trim()));
    };
    child.on("error", (error) => {
      const missing = /** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT";
      finish(missing ? "not found" : error.message);
    });
    child.on("close", (code, signal) => {
      if (stopped !== undefined) finish(stopped);
      else if (code !== 0)
        finish(code === null ? `ended by ${signal}` : `ended with status ${code}`);
      else finish(undefined);
    });
  });
}

module.exports = { run, CommandFailed };
