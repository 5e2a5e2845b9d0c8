import { type CloudName, CloudProject, type Received } from "./cloud-project.js";
import type { Ran } from "./engine.js";
import { type CloudId, rawUserDataOf, userDataOf } from "./user-data.js";

/** A machine that is made and then changed: its args in JavaScript before and after, and what becomes of it. */
export type Row<Effect extends string> = readonly [before: string, after: string, effect: Effect];

/** The machines of one component, and how a program makes them. */
export interface FleetOptions<Effect extends string> {
  readonly component: string;
  /** Its door, without the name of the package. */
  readonly door: CloudId;
  readonly cloud: CloudName;
  /** Outputs beside those that machines of all clouds have. */
  readonly outputs: readonly string[];
  /** A property of the resource in the cloud, which is shown as `ofMachine`. */
  readonly ofMachine: string;
  /** Args that every machine needs, in JavaScript. Defaults to none. */
  readonly base?: string;
  /** What goes before the machines in JavaScript, before or after the change. Defaults to nothing. */
  readonly setUp?: (column: 0 | 1) => string;
  /** What an effect does to the resource in the cloud. */
  readonly effects: Readonly<Record<Effect, readonly string[]>>;
  readonly rows: Readonly<Record<string, Row<Effect>>>;
}

/** What args may speak of; the transforms are those of a machine named `transformed`. */
const words = `
const pulumi = require("@pulumi/pulumi");
const token = (text) => [{ path: "/etc/app/token", mode: 0o600, contents: pulumi.secret(text) }];
const rule = { name: "https", port: 443, source: "0.0.0.0/0" };
const data = { name: "data", sizeGb: 100, mountPath: "/var/lib/data" };
let transforms;
`;

const common = "instanceId privateIp publicIp imageId ignitionSha512 instanceType delivery".split(
  " ",
);

/** Many machines of one component in one program, which is run, changed and destroyed. */
export class Fleet<Effect extends string = string> {
  readonly project: CloudProject;
  readonly options: FleetOptions<Effect>;
  /** Outputs by machine, after the first update. */
  outputs: Record<string, Record<string, string>> = {};
  private since = 0;

  constructor(options: FleetOptions<Effect>) {
    this.options = options;
    this.project = new CloudProject([options.cloud], { "index.js": this.everything(0) });
  }

  /** A program that makes one machine of each name. */
  program(
    machines: Readonly<Record<string, string>>,
    setUp = this.options.setUp?.(0) ?? "",
  ): string {
    const { component, door, base = "", outputs, ofMachine } = this.options;
    const made = Object.entries(machines).map(
      ([name, args]) => `make(${JSON.stringify(name)}, { ${base} ${args} });`,
    );
    return `${words}
const { ${component} } = require("pulumi-flatcar/${door}");
const make = (name, args) => {
  const made = new ${component}(name, args, name === "transformed" ? { transforms } : {});
  const outputs = ${JSON.stringify([...common, ...outputs])}.map((output) => [output, made[output]]);
  exports[name] = { ...Object.fromEntries(outputs), ofMachine: made.machine.${ofMachine} };
};
${setUp}
${made.join("\n")}`;
  }

  /** The first update; returns what it says. */
  async up(): Promise<string> {
    const { code, output } = await this.project.up();
    if (code !== 0) throw new Error(output);
    this.outputs = (await this.project.outputs()) as typeof this.outputs;
    return output;
  }

  /** The first update once more. */
  async again(): Promise<Ran> {
    this.project.write({ "index.js": this.everything(0) });
    return this.project.up("--expect-no-changes");
  }

  /** Changes every machine. */
  async change(): Promise<void> {
    this.since = this.project.received().length;
    this.project.write({ "index.js": this.everything(1) });
    const { code, output } = await this.project.up();
    if (code !== 0) throw new Error(output);
  }

  /** What the change did to resources, in its order. */
  changes(names: RegExp): Received[] {
    return this.project
      .received(this.since)
      .filter(({ name, method, preview }) => names.test(name) && method !== "read" && !preview);
  }

  /** What the change did to a resource. */
  methods(name: string): string[] {
    return this.changes(new RegExp(`^${name}$`)).map(({ method }) => method);
  }

  /** What a machine was given as its user data. */
  userData(name: string) {
    return JSON.parse(userDataOf(this.project, this.options.door, name));
  }

  private everything(column: 0 | 1): string {
    const rows = Object.entries(this.options.rows).map(([name, row]) => [name, row[column]]);
    return this.program(Object.fromEntries(rows), this.options.setUp?.(column));
  }
}

/** The config of machine "config", whose token is secret, is in one input. */
export function keepsConfigsSecret(fleet: Fleet, input: string): void {
  it("the user data is the config, secret in state", async () => {
    const { project, options } = fleet;
    expect(fleet.userData("config").storage.files).toMatchObject([
      { path: "/etc/app/token", mode: 0o600, contents: { source: "data:,canary-1" } },
    ]);
    const request = project.received().findLast(({ name }) => name === "config-machine");
    expect(request?.secrets).toEqual([input]);
    const state = await project.state();
    expect(state).not.toContain("canary");
    expect(state).not.toContain(rawUserDataOf(project, options.door, "config"));
    expect(state).not.toContain(fleet.outputs.config?.ignitionSha512);
  });
}

/** The config of machine "pointer" is in an object, whose input is secret, and the user data points to it. */
export function pointsToConfigs(
  fleet: Fleet,
  { url, input, textOf }: { url: string; input: string; textOf: (input: unknown) => unknown },
): void {
  it("a stored config is a secret object, and the user data names it with its hash", () => {
    const { project, outputs } = fleet;
    const { [input]: body } = project.inputs("pointer-config");
    const stored = JSON.parse(String(textOf(body)));
    expect(stored.storage.files[0].contents.source).toBe("data:,canary-1");
    const hash = `sha512-${outputs.pointer?.ignitionSha512}`;
    expect(fleet.userData("pointer")).toEqual({
      ignition: { version: "3.4.0", config: { replace: { source: url, verification: { hash } } } },
    });
    expect(outputs.pointer?.delivery).toBe("pointer");
    const request = project.received().findLast(({ name }) => name === "pointer-config");
    expect(request?.secrets).toEqual([input]);
  });
}

/** The config of machine "compressed" is too large for user data as it is. */
export function compressesConfigs(fleet: Fleet): void {
  it("a config that is too large as it is goes compressed", () => {
    expect(fleet.outputs.compressed?.delivery).toBe("compressed");
    expect(fleet.userData("compressed").ignition.config.replace).toMatchObject({
      source: expect.stringMatching(/^data:;base64,/),
      compression: "gzip",
    });
  });
}

/** The transforms of machine "transformed" set one input, and these are its children. */
export function transformsReach(
  fleet: Fleet,
  [input, value]: readonly [string, string],
  children: readonly string[],
): void {
  it("transforms reach every child", () => {
    const made = fleet.project
      .received()
      .filter(({ name, method }) => name.startsWith("transformed-") && method === "create");
    const names = made.map(({ name }) => name.replace("transformed-", ""));
    expect([...new Set(names)].sort()).toEqual(children);
    expect(made.map(({ inputs }) => inputs[input])).toEqual(made.map(() => value));
  });
}

/** What every row says becomes of its machine, first without a change and then with it; ends where tests of more begin. */
export function changesAsRowsSay<Effect extends string>(
  fleet: Fleet<Effect>,
  more: () => void,
): void {
  const { rows, effects } = fleet.options;

  it("a second update changes nothing", async () => {
    expect((await fleet.again()).code).toBe(0);
  });

  describe("after a change of everything", () => {
    beforeAll(() => fleet.change());

    it.each(Object.entries(rows).map(([name, row]) => [name, row[2]] as const))(
      "%s is %s",
      (name, effect) => expect(fleet.methods(`${name}-machine`)).toEqual(effects[effect]),
    );

    more();
  });
}

/** Destroy takes all there is; of each row of names one before the next. */
export function destroysAll(fleet: Fleet, orders: readonly (readonly string[])[]): void {
  it("destroy takes machines before what they hold, and all of it", async () => {
    const { project } = fleet;
    const existing = new Map<string | undefined, string>();
    for (const { method, preview, name, id } of project.received()) {
      if (method === "create" && !preview) existing.set(id, name);
      if (method === "delete") existing.delete(id);
    }
    const since = project.received().length;
    const { code } = await project.pulumi("destroy", "--yes");
    expect(code).toBe(0);
    const deleted = project.received(since).map(({ name }) => name);
    expect([...deleted].sort()).toEqual([...existing.values()].sort());
    for (const order of orders) {
      expect(deleted.filter((name) => order.includes(name))).toEqual(order);
    }
  });
}
