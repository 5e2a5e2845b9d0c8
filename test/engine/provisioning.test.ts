import { randomInt } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { selfSigned } from "../support/certificates.js";
import { Project, type Ran } from "../support/engine.js";
import { FakeBmc, type FakeBmcOptions } from "../support/fake-bmc.js";
import { bootFakeMachine, type Fate } from "../support/fake-machine.js";

/** A machine of the program: its args beyond those that all have. */
type Machine = { name: string; args: Record<string, unknown>; password?: string };

/** Reads its machines from a file, so that a test changes the file and nothing else. */
const program = `
const pulumi = require("@pulumi/pulumi");
const { BareMetalInstance, PxeBootDirectory } = require("pulumi-flatcar/baremetal");
const { directory, machines } = require("./rack.json");
const boot = new PxeBootDirectory("boot", { directory: "./netboot", version: "4593.2.5", ...directory });
const shared = { directory: boot.directory, baseUrl: boot.baseUrl };
const hardware = { vcpus: 8, memoryMib: 16384, diskGb: 100, architecture: "x64" };
for (const { name, args, password } of machines) {
  const bmc = args.bmc && { ...args.bmc, password: pulumi.secret(password ?? args.bmc.password) };
  new BareMetalInstance(name, { ...shared, hardware, readinessTimeoutMinutes: 0.5, ...args, bmc });
}
`;

jest.setTimeout(120_000);

/** The project, and the machines that its BMCs switch. */
class Rack {
  readonly project = new Project({ "index.js": program });
  readonly bmcs = new Map<string, FakeBmc>();
  /** What becomes of a machine when it is started; well unless something else is said. */
  readonly fates = new Map<string, Fate>();
  private readonly macs = new Map<string, string>();
  private readonly boots = new Map<string, AbortController>();
  private port = 0;

  async open(names: readonly string[], options: Record<string, FakeBmcOptions> = {}) {
    this.port = await freePort();
    for (const [index, name] of names.entries()) {
      this.macs.set(name, `52:54:00:aa:00:${(index + 16).toString(16)}`);
      const onStart = (_: string, target: string) => this.boot(name, target);
      this.bmcs.set(name, await FakeBmc.start({ ...options[name], onStart }));
    }
  }

  get baseUrl() {
    return `http://127.0.0.1:${this.port}`;
  }

  bmc(name: string): FakeBmc {
    const found = this.bmcs.get(name);
    if (!found) throw new Error(`no machine ${name}`);
    return found;
  }

  /** A machine with its BMC. */
  machine(name: string, args: Record<string, unknown> = {}): Machine {
    const { bmc, ...rest } = args;
    const access = { ...this.bmc(name).access, ...(bmc as object) };
    return { name, args: { macAddresses: [this.macs.get(name)], bmc: access, ...rest } };
  }

  write(machines: readonly Machine[], directory: object = {}): void {
    const rack = { directory: { baseUrl: this.baseUrl, serve: true, ...directory }, machines };
    this.project.write({ "rack.json": JSON.stringify(rack) });
  }

  /** What happened at the BMCs since the last time. */
  changes(): Record<string, string[]> {
    const all = [...this.bmcs].map(([name, { changes }]) => [name, changes.splice(0)] as const);
    return Object.fromEntries(all.filter(([, changes]) => changes.length > 0));
  }

  /** Starts an update and sends it a signal once it says something. */
  async kill(sign: RegExp, signal: NodeJS.Signals): Promise<Ran> {
    const update = this.project.start("up", "--yes", "--skip-preview");
    await update.says(sign);
    update.child.kill(signal);
    return update.ended;
  }

  /** Waits until nobody listens for machines: what was killed has to notice. */
  async closedPort(): Promise<void> {
    const answers = () =>
      fetch(this.baseUrl).then(
        () => true,
        () => false,
      );
    while (await answers()) await sleep(50);
  }

  async close(): Promise<void> {
    for (const boot of this.boots.values()) boot.abort();
    for (const bmc of this.bmcs.values()) await bmc.stop();
    this.project.remove();
  }

  private boot(name: string, target: string): void {
    this.boots.get(name)?.abort();
    const boot = new AbortController();
    this.boots.set(name, boot);
    if (target !== "Pxe") return;
    const fate = this.fates.get(name) ?? "well";
    const work = bootFakeMachine(this.baseUrl, this.macs.get(name) ?? "", fate, boot.signal);
    work.catch((error: unknown) => {
      if (!boot.signal.aborted) throw error;
    });
  }
}

/** A port that nobody has, below those that Linux gives to connections: none takes it before an update listens. */
async function freePort(): Promise<number> {
  const port = randomInt(20_000, 32_000);
  const server = createServer();
  const isFree = await new Promise<boolean>((done) => {
    server.once("error", () => done(false)).listen(port, "127.0.0.1", () => done(true));
  });
  if (!isFree) return freePort();
  await new Promise((done) => server.close(done));
  return port;
}

const motd = (contents: string) => ({ files: [{ path: "/etc/motd", contents }] });
const newStart = ["Pxe Once", "GracefulShutdown", "On"];

describe("machines that pulumi up starts", () => {
  const rack = new Rack();
  const { project } = rack;
  const names = ["node-a", "node-b", "node-c", "node-d"];

  beforeAll(async () => {
    // Slow enough for two restarts to meet.
    await rack.open(names, { "node-b": { slow: 50 }, "node-d": { slow: 50 } });
    rack.write(names.map((name) => rack.machine(name)));
  });
  afterAll(() => rack.close());

  it("a preview says what will be started, and starts nothing", async () => {
    const { code, output } = await project.preview();
    if (code !== 0) throw new Error(output);
    expect(output).toContain("node-a: will be booted over the network for the first time");
    expect(rack.bmc("node-a").requests).toEqual([]);
  });

  it("an update takes all of them from power off to ready, and tells how far they are", async () => {
    const { code, output } = await project.up();
    for (const step of [
      "switching on",
      "asked for its boot script",
      "fetched its config",
      "ready",
    ]) {
      for (const name of names) expect(output).toContain(`${name}: ${step}`);
    }
    expect(code).toBe(0);
    expect(rack.changes()).toEqual(
      Object.fromEntries(names.map((name) => [name, ["Pxe Once", "On"]])),
    );
  });

  it("leaves no session and no open port", async () => {
    for (const bmc of rack.bmcs.values()) expect(bmc.sessions.size).toBe(0);
    await expect(fetch(`${rack.baseUrl}/boot.ipxe`)).rejects.toThrow("fetch failed");
  });

  it("keeps no password and no token in plain text in the state, and no code of ours", async () => {
    const state = await project.state();
    expect(state).not.toContain("canary-password");
    const { deployment } = JSON.parse(state);
    const kept = deployment.resources.filter(({ type }: { type: string }) =>
      /flatcar:(?:Token|Provisioning)$/.test(type),
    );
    expect(kept).toHaveLength(2 * names.length);
    for (const { inputs, outputs } of kept) {
      expect(outputs.token.ciphertext).toEqual(expect.any(String));
      expect(inputs.__provider.length).toBeLessThan(120);
    }
  });

  it("a second update changes nothing", async () => {
    const { output } = await project.up("--expect-no-changes");
    expect(output).toContain("19 unchanged");
    expect(rack.changes()).toEqual({});
  });

  it("a change restarts the machines that it is for, as the preview says and why, one at a time", async () => {
    rack.write([
      rack.machine("node-a", { ...motd("new"), onConfigChange: "ignore" }),
      rack.machine("node-b", motd("new")),
      rack.machine("node-c", { bmc: { shutdownTimeoutSeconds: 30 }, powerOffOnDestroy: true }),
      rack.machine("node-d", { generation: 2 }),
    ]);
    const preview = await project.preview();
    expect(preview.output).toContain("node-b: will be power-cycled: its config changes");
    expect(preview.output).toContain("node-d: will be power-cycled: generation 1 becomes 2");
    expect(preview.output).not.toMatch(/node-[ac]: will be/);
    const { code, output } = await project.up();
    if (code !== 0) throw new Error(output);
    expect(output).toMatch(/node-[bd]: waiting for its turn/);
    const told = output.match(/node-[bd]: (?:switching on|ready)(?=\n)/g)?.slice(0, 4) ?? [];
    expect(told.map((line) => line.split(" ").at(-1))).toEqual(["on", "ready", "on", "ready"]);
    expect(rack.changes()).toEqual({ "node-b": newStart, "node-d": newStart });
  });

  it("destroy switches off what it is asked to, and leaves no file", async () => {
    const { code } = await project.pulumi("destroy", "--yes");
    expect(code).toBe(0);
    expect(rack.changes()).toEqual({ "node-c": ["GracefulShutdown"] });
    expect(rack.bmc("node-b").powerOf()).toBe("On");
    expect(existsSync(join(project.folder, "netboot"))).toBe(false);
  });
});

describe("an update that fails or is broken off", () => {
  const rack = new Rack();
  const { project } = rack;
  const names = ["node-a", "node-b", "node-c", "node-d"];

  beforeAll(() => rack.open(names, { "node-d": { identity: selfSigned } }));
  afterAll(() => rack.close());

  const right = () => [
    rack.machine("node-a"),
    // Another generation: what runs of the one before is not waited for.
    rack.machine("node-b", { generation: 2 }),
    rack.machine("node-c"),
    rack.machine("node-d", { bmc: { caCertificate: selfSigned.cert } }),
  ];

  it("says of each machine what is wrong with it, and brings up the others", async () => {
    rack.fates.set("node-b", "wrong token");
    rack.write([
      rack.machine("node-a"),
      rack.machine("node-b", { readinessTimeoutMinutes: 0.05 }),
      rack.machine("node-c", { bmc: { password: "canary-wrong" } }),
      rack.machine("node-d"),
    ]);
    const { code, output } = await project.up("--continue-on-error");
    expect(code).not.toBe(0);
    expect(output).toContain("node-a: ready");
    expect(output).toContain('BareMetalInstance "node-b" is not provisioned: 1 problem');
    expect(output).toContain("refused a report from 127.0.0.1: its token is wrong");
    expect(output).toContain("BMC_LOGIN  $.bmc.password");
    expect(output).toContain("BMC_CERTIFICATE  $.bmc.caCertificate");
    expect(output).not.toContain("canary");
    expect(output).not.toMatch(/\n\s+at .*\.js:\d+/);
    expect(Object.keys(rack.changes())).toEqual(["node-a", "node-b"]);
  });

  it("killed in the middle, leaves nothing running", async () => {
    rack.fates.set("node-b", "mute");
    rack.write(right());
    await rack.kill(/node-b: fetched its config/, "SIGKILL");
    await rack.closedPort();
    project.mendState();
    await project.pulumi("cancel", "--yes");
    rack.fates.clear();
  });

  it("interrupted by Ctrl-C ends soon; the next one takes the machine that came up meanwhile", async () => {
    rack.fates.set("node-a", "late");
    rack.write([rack.machine("node-a", { generation: 2 }), ...right().slice(1)]);
    const { code, output } = await rack.kill(/node-a: fetched its config/, "SIGINT");
    expect(code).not.toBe(0);
    expect(output).toContain("PROVISION_INTERRUPTED");
    rack.changes();
    const again = await project.up();
    expect(again.output).toContain("node-a: is up already, with the config that is wanted");
    // What the killed one left undone, one of the two after it did.
    expect(`${output}${again.output}`).toContain("node-b: ready");
    expect(again.code).toBe(0);
    for (const bmc of rack.bmcs.values()) expect(bmc.powerOf()).toBe("On");
    expect(rack.changes()).not.toHaveProperty("node-a");
  });

  it("an edited config is noticed by a refresh and mended, and its machine is not restarted for it", async () => {
    writeFileSync(join(project.folder, "netboot/ignition/node-a.ign"), "{}");
    const { code, output } = await project.up("--refresh");
    expect(code).toBe(0);
    expect(output).toContain("node-a-files updated");
    expect(rack.changes()).toEqual({});
  });
});

describe("mistakes", () => {
  const project = new Project({ "index.js": program });
  afterAll(() => project.remove());

  it("about a BMC and the way to ready are all told at once, before anything is there", async () => {
    const machine = {
      macAddresses: ["52:54:00:aa:00"],
      readinessTimeoutMinutes: 0,
      generation: 0,
      bmc: {
        endpoint: "10.0.0.5",
        username: "",
        password: "canary",
        insecure: true,
        caCertificate: "x",
      },
    };
    const rack = {
      directory: { baseUrl: "http://127.0.0.1:1" },
      machines: [{ name: "node-a", args: machine }],
    };
    project.write({ "rack.json": JSON.stringify(rack) });
    const { code, output } = await project.preview();
    expect(code).not.toBe(0);
    for (const problem of [
      'BareMetalInstance "node-a" cannot be built: 8 problems',
      "PXE_MAC_INVALID  $.macAddresses[0]",
      "BMC_ENDPOINT  $.bmc.endpoint",
      "BMC_CREDENTIALS  $.bmc.username",
      "BMC_TRUST  $.bmc.insecure",
      "BMC_CA_CERTIFICATE  $.bmc.caCertificate",
      "READINESS_UNSET  $.readiness",
      "READINESS_TIMEOUT  $.readinessTimeoutMinutes",
      "PROVISION_GENERATION  $.generation",
    ]) {
      expect(output).toContain(problem);
    }
    expect(output).not.toContain("canary");
  });
});
