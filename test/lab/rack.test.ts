import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderDnsmasq } from "../../src/pxe/index.js";
import { Project } from "../support/engine.js";
import { BootNetwork, baseUrl, bridge, host, layOutMirror } from "./support/boot-network.js";
import {
  build,
  debianPackages,
  describeWith,
  emulator,
  engine,
  oracle,
  oracles,
  root,
} from "./support/needs.js";
import { added } from "./support/nodes.js";
import { type EmulatedMachine, RedfishEmulator } from "./support/redfish-emulator.js";
import { readReport } from "./support/report.js";
import { Sandbox } from "./support/sandbox.js";
import { testOs } from "./support/test-os.js";
import { treeOf } from "./support/tree.js";

const version = "4593.2.0";

const machines: readonly EmulatedMachine[] = ["a", "b", "c"].map((letter, index) => ({
  name: `node-${letter}`,
  uuid: `11111111-2222-3333-4444-00000000000${index}`,
  macAddress: `52:54:00:aa:00:0${index}`,
}));
const names = machines.map(({ name }) => name);

const motd = (contents: string) => ({ files: [{ path: "/etc/motd", contents }] });

/** What each machine is to have: what all get, what reports, and its own file. */
const asked = (name: string, text: string) => ({
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
      contents: expect.stringContaining(`${baseUrl}/phone-home/${name}`),
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

jest.setTimeout(240_000);

describeWith(
  [root, debianPackages, oracles, engine, build, emulator],
  "a rack behind Redfish, from power off to ready",
  () => {
    let sandbox: Sandbox;
    let project: Project;
    let bmcs: RedfishEmulator;

    const write = (own: Record<string, object>, words: object = {}) => {
      const list = machines.map((machine) => ({
        name: machine.name,
        macAddresses: [machine.macAddress],
        bmc: { ...bmcs.bmc(machine), ...words },
        ...motd("first"),
        ...own[machine.name],
      }));
      project.write({ "rack.json": JSON.stringify({ machines: list }) });
    };

    /** How often each machine was started. */
    const starts = () =>
      machines.map((machine) => bmcs.serial(machine).split("LAB-START").length - 1);
    /** What a machine has since it was started the last time. */
    const tree = (machine: EmulatedMachine) => {
      const serial = bmcs.serial(machine);
      return treeOf(readReport(serial.slice(serial.lastIndexOf("LAB-START"))));
    };
    const power = async () => {
      const states = machines.map(async ({ uuid }) => {
        const { endpoint, username, password } = bmcs.bmc({
          ...machines[0],
          uuid,
        } as EmulatedMachine);
        const curl = ["curl", "-sk", "-u", `${username}:${password}`];
        const said = await sandbox.must([...curl, `${endpoint}/redfish/v1/Systems/${uuid}`]);
        const { PowerState, Boot } = JSON.parse(said);
        return `${PowerState}, then ${Boot.BootSourceOverrideTarget}`;
      });
      return Promise.all(states);
    };

    beforeAll(async () => {
      sandbox = new Sandbox();
      const program = readFileSync(join(__dirname, "programs", "rack.js"), "utf8");
      project = new Project({ "index.js": program }, "nodejs", sandbox.folder);
      project.launcher = await sandbox.launcher(project.folder);
      const bootDirectory = join(project.folder, "netboot");
      const system = await testOs(oracle("ignition"));
      layOutMirror(join(bootDirectory, "mirror"), system, version);
      // DHCP is there before the first machine is: it knows what every boot directory says.
      mkdirSync(join(bootDirectory, "dnsmasq", "hosts"), { recursive: true });
      writeFileSync(join(bootDirectory, "dnsmasq", "boot.conf"), renderDnsmasq(baseUrl).contents);
      await BootNetwork.start(sandbox, { bootDirectory, testOs: system, version, silent: true });
      bmcs = await RedfishEmulator.start(sandbox, { machines, address: host, bridge });
    });

    afterAll(async () => {
      await sandbox?.close();
    });

    it("a wrong password and a certificate that nobody signed leave the machines off", async () => {
      write({
        "node-a": { bmc: { ...bmcs.bmc(machines[0] as EmulatedMachine), password: "wrong" } },
        "node-b": {
          bmc: { ...bmcs.bmc(machines[1] as EmulatedMachine), caCertificate: undefined },
        },
        "node-c": { bmc: { ...bmcs.bmc(machines[2] as EmulatedMachine), systemId: undefined } },
      });
      const { code, output } = await project.up("--continue-on-error");
      expect(code).not.toBe(0);
      expect(output).toContain("BMC_LOGIN  $.bmc.password");
      expect(output).toContain("BMC_CERTIFICATE  $.bmc.caCertificate");
      expect(output).toContain("this BMC has 3 systems, and none is named");
      expect(starts()).toEqual([0, 0, 0]);
    });

    it("one update takes all three from off to ready", async () => {
      write({});
      const { code, output } = await project.up();
      for (const name of names) expect(output).toContain(`${name}: ready`);
      expect(code).toBe(0);
      expect(starts()).toEqual([1, 1, 1]);
    });

    it("they have what the program asks for, byte for byte", () => {
      for (const machine of machines)
        expect(tree(machine)).toMatchObject(asked(machine.name, "first"));
    });

    it("they boot from their disks again, which this BMC does not do by itself", async () => {
      expect(await power()).toEqual(names.map(() => "On, then Hdd"));
    });

    it("another update changes nothing", async () => {
      const { output } = await project.up("--expect-no-changes");
      expect(output).toContain("15 unchanged");
    });

    it("a change of one restarts that one, which then has it", async () => {
      write({ "node-b": { ...motd("second"), powerOffOnDestroy: true } });
      const { code, output } = await project.up();
      expect(output).toContain("node-b: will be power-cycled: its config changes");
      expect(code).toBe(0);
      expect(starts()).toEqual([1, 2, 1]);
      expect(tree(machines[1] as EmulatedMachine)).toMatchObject(asked("node-b", "second"));
    });

    it("destroy switches off what it is asked to, and leaves no file", async () => {
      const { code } = await project.pulumi("destroy", "--yes", "--skip-preview");
      expect(code).toBe(0);
      expect(await power()).toEqual(["On, then Hdd", "Off, then Hdd", "On, then Hdd"]);
      expect(existsSync(join(project.folder, "netboot", "ignition"))).toBe(false);
    });
  },
);
