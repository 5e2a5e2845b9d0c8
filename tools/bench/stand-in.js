"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { pulumiEnvironment } = require("../setup/environment.js");
const { run } = require("../setup/run.js");

/** What a program adds to its end: what its process has cost by then. */
const TELL_COST = `
process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const cost = { peak: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / 1e6 };
  require("node:fs").writeFileSync("cost.json", JSON.stringify(cost));
});
`;

/** A Pulumi project in a folder of its own, whose cloud is the tests' stand-in. */
class StandInProject {
  /**
   * @param {object} place
   * @param {string} place.root the clone
   * @param {string} place.folder an empty one
   * @param {string} place.cloud as the stand-in calls it
   * @param {NodeJS.ProcessEnv} place.env with an engine on its PATH
   */
  constructor({ root, folder, cloud, env }) {
    this.folder = folder;
    this.record = path.join(folder, "record.ndjson");
    this.env = {
      ...env,
      ...pulumiEnvironment(folder, "bench"),
      CLOUD_STAND_IN_RECORD: this.record,
    };
    for (const name of ["home", "state", "node_modules"]) fs.mkdirSync(path.join(folder, name));
    const modules = path.join(folder, "node_modules");
    fs.symlinkSync(root, path.join(modules, "pulumi-flatcar"));
    fs.symlinkSync(path.join(root, "node_modules", "@pulumi"), path.join(modules, "@pulumi"));
    const standIn = path.join(root, "test", "engine", "cloud-stand-in");
    const { version } = require(path.join(standIn, "clouds", `${cloud}.js`));
    const start = `exec "${process.execPath}" "${path.join(standIn, "main.js")}" ${cloud}`;
    this.write(`pulumi-resource-${cloud}`, `#!/bin/sh\n${start}\n`, 0o755);
    this.write(
      "Pulumi.yaml",
      "name: bench\nruntime:\n  name: nodejs\n  options:\n    typescript: false\nmain: index.js\n" +
        `plugins:\n  providers:\n    - name: ${cloud}\n      version: ${version}\n      path: .\n`,
    );
  }

  /**
   * Previews a program; tells seconds and MiB.
   *
   * @param {string} program
   */
  async preview(program) {
    this.write("index.js", program + TELL_COST);
    await this.pulumi("stack", "init", "bench");
    const started = process.hrtime.bigint();
    await this.pulumi("preview");
    const wall = Number(process.hrtime.bigint() - started) / 1e9;
    /** @type {{ cpu: number, peak: number }} */
    const cost = JSON.parse(fs.readFileSync(path.join(this.folder, "cost.json"), "utf8"));
    return { wall, ...cost };
  }

  /**
   * The inputs of all resources of a type that the stand-in was asked for, by name.
   *
   * @param {string} type
   * @param {readonly string[]} [without] properties
   * @returns {Record<string, unknown>}
   */
  inputsOf(type, without = []) {
    const lines = fs.readFileSync(this.record, "utf8").split("\n");
    const events = lines.filter((line) => line !== "").map((line) => JSON.parse(line));
    return Object.fromEntries(
      events
        .filter((event) => event.type === type)
        .map(({ name, inputs }) => [
          name,
          Object.fromEntries(Object.entries(inputs).filter(([key]) => !without.includes(key))),
        ]),
    );
  }

  /** @param {readonly string[]} args */
  pulumi(...args) {
    const { folder: cwd, env } = this;
    return run("pulumi", [...args, "--non-interactive", "--color", "never"], { cwd, env });
  }

  /**
   * @param {string} name
   * @param {string} text
   * @param {number} [mode]
   */
  write(name, text, mode = 0o644) {
    fs.writeFileSync(path.join(this.folder, name), text, { mode });
  }
}

module.exports = { StandInProject };
