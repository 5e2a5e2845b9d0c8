import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderDnsmasq } from "../../../src/pxe/index.js";
import { Project } from "../../support/engine.js";
import { BootNetwork, baseUrl, bridge, host, layOutMirror } from "./boot-network.js";
import { build, debianPackages, emulator, engine, oracle, oracles, root } from "./needs.js";
import { added } from "./nodes.js";
import { type EmulatedMachine, RedfishEmulator } from "./redfish-emulator.js";
import { readReport } from "./report.js";
import { Sandbox } from "./sandbox.js";
import { type TestOs, testOs } from "./test-os.js";
import { treeOf } from "./tree.js";

/** What a rack cannot do without. */
export const rackNeeds = [root, debianPackages, oracles, engine, build, emulator];

export const version = "4593.2.0";

/** Where machines report, when it is not where their files are. */
export const phoneHomeUrl = `http://${host}:8079`;

/** Machines of a rack, one for each letter. */
export function emulated(letters: string): EmulatedMachine[] {
  return [...letters].map((letter, index) => ({
    name: `node-${letter}`,
    uuid: `11111111-2222-3333-4444-00000000000${index}`,
    macAddress: `52:54:00:aa:00:0${index}`,
  }));
}

export const motd = (contents: string) => ({ files: [{ path: "/etc/motd", contents }] });

/** What a machine of the rack has once it is up: what all get, what reports, and its own file. */
export const asked = (name: string, text: string, home = baseUrl) => ({
  hostname: name,
  files: {
    ...added.files,
    "/etc/motd": { mode: "0644", owner: "0:0", contents: text },
    "/etc/flatcar/phone-home.json": {
      mode: "0600",
      owner: "0:0",
      contents: expect.stringMatching(
        `^{"machine":"${name}","generation":1,"token":"[\\w-]{43}"}\n$`,
      ),
    },
    "/opt/flatcar/phone-home.sh": {
      mode: "0755",
      owner: "0:0",
      contents: expect.stringContaining(`${home}/phone-home/${name}`),
    },
  },
  units: {
    ...added.units,
    "flatcar-phone-home.service": {
      state: "enabled",
      contents: expect.stringContaining("ExecStart=/bin/sh /opt/flatcar/phone-home.sh"),
    },
  },
});

/** Machines that are off, behind Redfish, on a network with DHCP where nobody serves files yet; and a program for them. */
export class Rack {
  readonly sandbox: Sandbox;
  readonly project: Project;
  readonly machines: readonly EmulatedMachine[];
  readonly system: TestOs;
  readonly network: BootNetwork;
  readonly bmcs: RedfishEmulator;

  private constructor(
    parts: Pick<Rack, "sandbox" | "project" | "machines" | "system" | "network" | "bmcs">,
  ) {
    this.sandbox = parts.sandbox;
    this.project = parts.project;
    this.machines = parts.machines;
    this.system = parts.system;
    this.network = parts.network;
    this.bmcs = parts.bmcs;
  }

  /** `image` is the folder of an image for disks, from `diskImage`. */
  static async start(machines: readonly EmulatedMachine[], image?: string): Promise<Rack> {
    const sandbox = new Sandbox();
    const program = readFileSync(join(__dirname, "..", "programs", "rack.js"), "utf8");
    const project = new Project({ "index.js": program }, "nodejs", sandbox.folder);
    try {
      project.launcher = await sandbox.launcher(project.folder);
      const bootDirectory = join(project.folder, "netboot");
      const system = await testOs(oracle("ignition"));
      layOutMirror(join(bootDirectory, "mirror"), system, version, image);
      // DHCP is there before the first machine is: it knows what every boot directory says.
      mkdirSync(join(bootDirectory, "dnsmasq", "hosts"), { recursive: true });
      writeFileSync(join(bootDirectory, "dnsmasq", "boot.conf"), renderDnsmasq(baseUrl).contents);
      const network = await BootNetwork.start(sandbox, {
        bootDirectory,
        testOs: system,
        version,
        silent: true,
      });
      const bmcs = await RedfishEmulator.start(sandbox, { machines, address: host, bridge });
      return new Rack({ sandbox, project, machines, system, network, bmcs });
    } catch (error) {
      await sandbox.close();
      throw error;
    }
  }

  get names(): string[] {
    return this.machines.map(({ name }) => name);
  }

  machine(name: string): EmulatedMachine {
    const found = this.machines.find((machine) => machine.name === name);
    if (!found) throw new Error(`no machine ${name}`);
    return found;
  }

  /** What reaches the BMC of a machine. */
  bmc(name: string) {
    return this.bmcs.bmc(this.machine(name));
  }

  /** Writes what the program has, and what each machine has of its own. */
  write(own: Record<string, object>, rack: object = {}): void {
    const machines = this.machines.map(({ name, macAddress }) => ({
      name,
      macAddresses: [macAddress],
      bmc: this.bmc(name),
      ...motd("first"),
      ...own[name],
    }));
    this.project.write({ "rack.json": JSON.stringify({ ...rack, machines }) });
  }

  /** How often each machine was started. */
  starts(): number[] {
    return this.machines.map((machine) => this.bmcs.serial(machine).split("LAB-START").length - 1);
  }

  /** What a machine has since it was started the last time. */
  tree(name: string) {
    const serial = this.bmcs.serial(this.machine(name));
    return treeOf(readReport(serial.slice(serial.lastIndexOf("LAB-START"))));
  }

  /** Whether each machine is on, and what it boots from the next time. */
  async power(): Promise<string[]> {
    const states = this.names.map(async (name) => {
      const { PowerState, Boot } = JSON.parse(await this.ask(name, ""));
      return `${PowerState}, then ${Boot.BootSourceOverrideTarget}`;
    });
    return Promise.all(states);
  }

  /** Takes a machine's power away. */
  async cut(name: string): Promise<void> {
    const body = JSON.stringify({ ResetType: "ForceOff" });
    const words = ["-H", "Content-Type: application/json", "-d", body];
    await this.ask(name, "/Actions/ComputerSystem.Reset", ...words);
  }

  async close(): Promise<void> {
    await this.sandbox.close();
  }

  private ask(name: string, path: string, ...words: string[]): Promise<string> {
    const { endpoint, username, password, systemId } = this.bmc(name);
    const curl = ["curl", "-sk", "-u", `${username}:${password}`, ...words];
    return this.sandbox.must([...curl, `${endpoint}/redfish/v1/Systems/${systemId}${path}`]);
  }
}
