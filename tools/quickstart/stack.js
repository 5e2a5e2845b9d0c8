"use strict";

const { randomBytes } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const { pulumiEnvironment } = require("../setup/environment.js");
const { SetUpFailure } = require("../setup/failure.js");
const { CommandFailed, run } = require("../setup/run.js");
const { eventLine, parseEvent } = require("./events.js");

const STACK = "quickstart";

/**
 * A Pulumi stack of which all but the program is in one folder: state, secrets, settings and what the program writes.
 */
class Stack {
  /**
   * @param {object} place
   * @param {string} place.folder
   * @param {string} place.program the folder of the program
   * @param {NodeJS.ProcessEnv} place.env
   */
  constructor({ folder, program, env }) {
    this.folder = folder;
    this.program = program;
    this.env = env;
    this.settings = path.join(folder, `Pulumi.${STACK}.yaml`);
  }

  get exists() {
    return fs.existsSync(this.settings);
  }

  /** Makes the folder and the stack in it, where they are not there yet. */
  async create() {
    // What the program writes here is for a DHCP or TFTP server to read, which is another user.
    fs.mkdirSync(this.folder, { recursive: true, mode: 0o755 });
    for (const name of ["home", "state"]) {
      fs.mkdirSync(path.join(this.folder, name), { recursive: true, mode: 0o700 });
    }
    const passphrase = path.join(this.folder, "passphrase");
    if (!fs.existsSync(passphrase)) {
      fs.writeFileSync(passphrase, randomBytes(24).toString("base64url"), { mode: 0o600 });
    }
    if (this.exists) return;
    // A new stack writes its settings beside its project; with a project here, the example's folder stays as it is.
    const project = fs.readFileSync(path.join(this.program, "Pulumi.yaml"), "utf8");
    const name = /^name:.*$/m.exec(project)?.[0];
    fs.writeFileSync(path.join(this.folder, "Pulumi.yaml"), `${name}\nruntime: nodejs\n`);
    await this.pulumi(["stack", "init", STACK, "--no-select"]);
  }

  /**
   * Runs the program and makes what it describes. Reads back what is there first, so that files which someone removed
   * are made again.
   *
   * @param {Record<string, string>} config
   * @param {(line: string) => void} say
   * @returns {Promise<Record<string, number>>} how many resources were created, updated, ..., same
   */
  up(config, say) {
    const settings = Object.entries(config).map(([key, value]) => `--config=${key}=${value}`);
    return this.update(["up", "--refresh", ...settings], say);
  }

  /**
   * Removes what the program made.
   *
   * @param {(line: string) => void} say
   */
  destroy(say) {
    return this.update(["destroy"], say);
  }

  /** The outputs of the program; secret ones are hidden. */
  async outputs() {
    const { stdout } = await this.pulumi(["stack", "output", "--json", "--stack", STACK]);
    return JSON.parse(stdout);
  }

  /**
   * @param {readonly string[]} args
   * @param {(line: string) => void} say
   * @returns {Promise<Record<string, number>>}
   */
  async update(args, say) {
    /** @type {Record<string, number>} */
    let changes = {};
    const stack = ["--stack", STACK, "--config-file", this.settings];
    // The engine's lock outlives an engine that was killed. The caller sees to it that no other one is at work.
    const locks = path.join(this.folder, "state", ".pulumi", "locks");
    fs.rmSync(locks, { recursive: true, force: true });
    // In the program's folder also when it is not run: that is where code of its resources is looked for.
    await this.pulumi(
      [...args, ...stack, "--yes", "--skip-preview", "--json"],
      this.program,
      (line) => {
        const event = parseEvent(line);
        if (event === undefined) return;
        changes = event.summaryEvent?.resourceChanges ?? changes;
        const text = eventLine(event);
        if (text !== undefined) say(text);
      },
    );
    return changes;
  }

  /**
   * @param {readonly string[]} args
   * @param {string} [cwd]
   * @param {(line: string) => void} [onLine]
   */
  async pulumi(args, cwd = this.folder, onLine) {
    const passphrase = fs.readFileSync(path.join(this.folder, "passphrase"), "utf8");
    const env = { ...this.env, ...pulumiEnvironment(this.folder, passphrase) };
    const options = { cwd, env, ...(onLine === undefined ? {} : { onLine }) };
    try {
      return await run("pulumi", [...args, "--non-interactive", "--color", "never"], options);
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error;
      const told = error.output.split("\n").filter((line) => parseEvent(line) === undefined);
      const what = `pulumi ${args[0]} ${error.why}\n${told.join("\n")}`.trimEnd();
      throw new SetUpFailure(`${what}\nIf only a fresh start helps, delete ${this.folder}.`);
    }
  }
}

module.exports = { Stack };
