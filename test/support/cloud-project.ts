import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Project, type Runtime } from "./engine.js";

const standIn = join(__dirname, "../engine/cloud-stand-in");

/**
 * For programs without a cloud's SDK: a resource of any type. Outputs that the program reads are named, since only the
 * properties of a resource's inputs would be known to the SDK's base class.
 */
const raw = `
const pulumi = require("@pulumi/pulumi");
exports.raw = (type, name, inputs, { outputs = [], ...options } = {}) => {
  const unset = Object.fromEntries(outputs.map((output) => [output, undefined]));
  return new pulumi.CustomResource(type, name, { ...unset, ...inputs }, options);
};
`;

/** Clouds that the stand-in speaks for, with the plugin version that their SDK asks for. */
const versions = { aws: "7.48.0", "azure-native": "3.28.0", gcp: "9.37.0", openstack: "3.15.2" };

export type CloudName = keyof typeof versions;

/** One thing that the engine asked the stand-in for. */
export interface Received {
  readonly method: string;
  /** Token of the resource or function. */
  readonly type: string;
  /** Name of the resource in the program; empty for a look-up. */
  readonly name: string;
  readonly preview: boolean;
  readonly urn?: string;
  readonly id?: string;
  /** In plain text; what was not known yet reads as null. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Paths of the inputs that came marked as secret. */
  readonly secrets: readonly string[];
  /** Paths of the inputs that were not known yet. */
  readonly unknowns: readonly string[];
}

/** A project whose clouds are played by the stand-in in test/engine/cloud-stand-in. */
export class CloudProject extends Project {
  private readonly record: string;
  private readonly clouds: readonly CloudName[];

  constructor(
    clouds: readonly CloudName[],
    files: Record<string, string>,
    runtime: Runtime = "nodejs",
    parent?: string,
  ) {
    super({ "raw.js": raw, ...files }, runtime, parent);
    this.clouds = clouds;
    this.record = join(this.folder, "record.ndjson");
    this.env.CLOUD_STAND_IN_RECORD = this.record;
    for (const cloud of clouds) {
      this.script(
        `plugins/${cloud}/pulumi-resource-${cloud}`,
        `exec "${process.execPath}" "${join(standIn, "main.js")}" ${cloud}`,
      );
    }
    this.namePlugins();
  }

  /** Copies a project into this one, which keeps the stand-in, or other files into a folder of it. */
  override copy(from: string, to = "."): void {
    super.copy(from, to);
    if (to === ".") this.namePlugins();
  }

  /** What the engine asked for since the project was made, or since a number of requests. */
  received(since = 0): Received[] {
    const lines = existsSync(this.record) ? readFileSync(this.record, "utf8").split("\n") : [];
    return lines
      .filter((line) => line !== "")
      .slice(since)
      .map((line): Received => JSON.parse(line));
  }

  /** The inputs with which a resource was last created or updated. */
  inputs(name: string): Readonly<Record<string, unknown>> {
    const found = this.received().findLast(
      (request) =>
        request.name === name && !request.preview && /^(create|update)$/.test(request.method),
    );
    if (!found) throw new Error(`the stand-in made no resource "${name}"`);
    return found.inputs;
  }

  /** Names the stand-in in `Pulumi.yaml`; needed again when a test writes that file. */
  namePlugins(): void {
    const plugins = this.clouds.map(
      (cloud) =>
        `    - name: ${cloud}\n      version: ${versions[cloud]}\n      path: ./plugins/${cloud}\n`,
    );
    appendFileSync(join(this.folder, "Pulumi.yaml"), `plugins:\n  providers:\n${plugins.join("")}`);
  }
}
