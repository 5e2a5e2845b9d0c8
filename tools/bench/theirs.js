"use strict";

const path = require("node:path");
const { run } = require("../setup/run.js");

/** Times of the children follow the shell's own; seconds with minutes before them. */
const TIMES = /(\d+)m([\d.]+)s/g;

/**
 * Ignition and Butane in one process of their own language, on one core.
 */
class Theirs {
  /**
   * @param {string} folder has oracle-batch
   * @param {NodeJS.ProcessEnv} env
   */
  constructor(folder, env) {
    this.program = path.join(folder, "oracle-batch");
    this.env = { ...env, GOMAXPROCS: "1", LC_ALL: "C" };
  }

  /**
   * Works on the documents of a file so many times.
   *
   * @param {string} mode
   * @param {string} file one document a line, in base64
   * @param {number} times
   */
  async pass(mode, file, times) {
    const script = '"$1" "$2" --bench "$3" < "$4" && times';
    const args = ["-c", script, "sh", this.program, mode, `${times}`, file];
    const { stdout } = await run("sh", args, { env: this.env });
    const { documents, nanoseconds } = JSON.parse(stdout.split("\n")[0] ?? "");
    const [, , user = 0, system = 0] = [...stdout.matchAll(TIMES)].map(
      ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
    );
    return { documents, elapsed: nanoseconds / 1e9, cpu: user + system };
  }

  /**
   * How many passes take so long, and what one pass costs with the start of the process.
   *
   * @param {string} mode
   * @param {string} file
   * @param {number} seconds
   */
  async calibrate(mode, file, seconds) {
    const first = await this.pass(mode, file, 1);
    let { elapsed } = first;
    let times = 1;
    while (elapsed < seconds / 2) {
      times = Math.ceil(times * Math.min(20, Math.max(2, seconds / elapsed)));
      ({ elapsed } = await this.pass(mode, file, times));
    }
    return { times, first };
  }

  /**
   * Documents for each second of CPU time. The start of the process and its first pass do not count.
   *
   * @param {string} mode
   * @param {string} file
   * @param {Awaited<ReturnType<Theirs["calibrate"]>>} calibration
   */
  async throughput(mode, file, { times, first }) {
    const { documents, cpu } = await this.pass(mode, file, times + 1);
    return (documents - first.documents) / (cpu - first.cpu);
  }
}

module.exports = { Theirs };
