"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { pulumiEnvironment } = require("../setup/environment.js");
const { SetUpFailure } = require("../setup/failure.js");
const { run } = require("../setup/run.js");

const PROGRAM = path.join(__dirname, "rack-program.js");

/** Times of the children follow the shell's own; seconds with minutes before them. */
const TIMES = /(\d+)m([\d.]+)s/g;

/** @typedef {{ seconds: number, memory: number, state: number }} Cost CPU seconds, MiB of the program, bytes */

/** A project of its own in a folder, with an inventory of so many machines. */
class RackStack {
  /** @param {{ folder: string, root: string, env: NodeJS.ProcessEnv, machines: number }} place */
  constructor({ folder, root, env, machines }) {
    this.folder = folder;
    this.root = root;
    this.machines = machines;
    /** @type {NodeJS.ProcessEnv} */
    this.env = { ...env, ...pulumiEnvironment(folder, "bench") };
  }

  /** Makes the project, and an empty stack of it. */
  async create() {
    for (const name of ["home", "node_modules"]) fs.mkdirSync(path.join(this.folder, name));
    const modules = path.join(this.folder, "node_modules");
    fs.symlinkSync(this.root, path.join(modules, "pulumi-flatcar"));
    fs.symlinkSync(path.join(this.root, "node_modules", "@pulumi"), path.join(modules, "@pulumi"));
    const runtime = "runtime:\n  name: nodejs\n  options:\n    typescript: false\nmain: index.js\n";
    this.write("Pulumi.yaml", `name: bench\n${runtime}`);
    this.write("package.json", '{ "name": "bench", "main": "index.js" }\n');
    this.write("index.js", `require(${JSON.stringify(PROGRAM)});\n`);
    this.writeInventory("worker");
    await this.beginStack();
  }

  async beginStack() {
    const state = path.join(this.folder, "state");
    fs.rmSync(state, { recursive: true, force: true });
    fs.mkdirSync(state);
    await this.pulumi(["stack", "init", "bench"]);
  }

  /** From here on a stack of raw resources, with the bytes that the rack wrote. */
  async becomeRaw() {
    fs.renameSync(path.join(this.folder, "netboot"), path.join(this.folder, "written"));
    this.env.FORM = "files";
    await this.beginStack();
  }

  /**
   * Machines with two cards, a bond and a VLAN; all are workers but the first, which is what is said.
   *
   * @param {string} role
   */
  writeInventory(role) {
    const rows = Array.from({ length: this.machines }, (_, index) => {
      const number = (index + 1)
        .toString(16)
        .padStart(4, "0")
        .replace(/(..)(..)/, "$1:$2");
      const ip = `${(index + 1) >> 7}.${((index + 1) & 127) + 1}`;
      return [
        `node-${index + 1}`,
        `52:54:00:aa:${number} 52:54:00:bb:${number}`,
        "x64,16,65536,480",
        `/dev/disk/by-id/nvme-${index + 1}`,
        `10.1.${ip}`,
        index === 0 ? role : "worker",
        `rack-${index % 5},${Math.floor(index / 5) + 1}`,
        `802.3ad,20=10.2.${ip}/16`,
      ].join(",");
    });
    const header =
      "name,macAddresses,architecture,vcpus,memoryMib,diskGb,rootDisk,address,roles,rackName,rackUnit,network.bond.mode,network.vlans";
    this.write("machines.csv", `${[header, ...rows].join("\n")}\n`);
  }

  /**
   * Runs the engine, and fails when it did not do what it had to.
   *
   * @param {readonly string[]} args
   * @param {string} did
   * @returns {Promise<Cost>}
   */
  async run(args, did) {
    const output = await this.pulumi(args);
    if (!output.includes(did))
      throw new SetUpFailure(`pulumi ${args[0]} did not say "${did}":\n${output}`);
    const [, , user = 0, system = 0] = [...output.matchAll(TIMES)]
      .slice(-4)
      .map(([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds));
    return {
      seconds: user + system,
      memory: Number(fs.readFileSync(path.join(this.folder, "memory"), "utf8")),
      state: this.stateBytes(),
    };
  }

  stateBytes() {
    const state = path.join(this.folder, "state/.pulumi/stacks/bench/bench.json");
    return fs.existsSync(state) ? fs.statSync(state).size : 0;
  }

  /** @param {readonly string[]} args */
  async pulumi(args) {
    const command = ["pulumi", ...args, "--non-interactive", "--color", "never"];
    const { stdout, stderr } = await run(
      "sh",
      ["-c", '"$@"; code=$?; times; exit $code', "sh", ...command],
      {
        cwd: this.folder,
        env: this.env,
      },
    );
    return `${stderr}${stdout}`;
  }

  /**
   * @param {string} file
   * @param {string} text
   */
  write(file, text) {
    fs.writeFileSync(path.join(this.folder, file), text);
  }
}

module.exports = { RackStack };
