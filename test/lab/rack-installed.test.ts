import { existsSync, openSync, readFileSync, readSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "../support/engine.js";
import { baseUrl, layOutMirror } from "./support/boot-network.js";
import { diskImage } from "./support/disk-image.js";
import { describeWith } from "./support/needs.js";
import { added } from "./support/nodes.js";
import { Rack, rackNeeds, version } from "./support/rack.js";
import type { EmulatedMachine } from "./support/redfish-emulator.js";

const machine: EmulatedMachine = {
  name: "node-a",
  uuid: "11111111-2222-3333-4444-000000000000",
  macAddress: "52:54:00:aa:00:00",
  firmware: "uefi",
  vcpus: 4,
  memoryMib: 8192,
  // The example installs on one from 200 to 500 GB.
  diskGb: [600, 240],
};

/** What is on the disk that does not fit. */
const data = Buffer.from("somebody's data\n".repeat(64));

jest.setTimeout(300_000);

describeWith(
  rackNeeds,
  "the example baremetal-installed behind Redfish, from power off to its own disk",
  () => {
    // Types are checked in test/examples.test.ts.
    process.env.PULUMI_NODEJS_TRANSPILE_ONLY = "true";
    let rack: Rack;
    let example: Project;

    const otherDisk = () => rack.bmcs.disks(machine)[0]?.file ?? "";
    const serial = () => rack.bmcs.serial(machine);
    const mark = () => existsSync(join(rack.project.folder, "netboot/installed/node-a.ipxe"));

    beforeAll(async () => {
      rack = await Rack.start([machine], await diskImage());
      const directory = join(rack.project.folder, "netboot");
      const releases = join(directory, "mirror");
      // The newest release of the channel is the one that there is.
      layOutMirror(releases, rack.system, "current");
      const text = join(releases, "amd64-usr/current/version.txt");
      writeFileSync(text, `FLATCAR_VERSION=${version}\n`);
      writeFileSync(otherDisk(), data, { flag: "r+" });

      example = new Project({}, "nodejs", rack.sandbox.folder);
      example.copy(join(__dirname, "../../examples/baremetal-installed"));
      example.launcher = await rack.sandbox.launcher(example.folder);
      const { endpoint, username, password, systemId, caCertificate } = rack.bmc("node-a");
      await example.config({
        ...{ directory, baseUrl, mirrorUrl: `${baseUrl}/mirror`, macAddress: machine.macAddress },
        ...{ bmcEndpoint: endpoint, bmcUsername: username, bmcSystemId: systemId },
        bmcCaCertificate: caCertificate,
      });
      await example.pulumi("config", "set", "--secret", "bmcPassword", password);
    });

    afterAll(() => rack?.close());

    it("one update installs it and waits until it has come up from its disk", async () => {
      const { code, output } = await example.up();
      expect(output).toMatch(/node-a: is installed\n(.*\n)*.*node-a: ready/);
      expect(code).toBe(0);
      expect(serial()).toMatch(/LAB-FROM-DISK .*flatcar\.first_boot=detected/);
      expect(mark()).toBe(true);
    });

    it("it has what the program asks for, and its other disk what it had", () => {
      expect(rack.tree("node-a")).toMatchObject({
        hostname: "node-a",
        files: { ...added.files, "/etc/motd": { contents: "Installed by Pulumi.\n" } },
      });
      const found = Buffer.alloc(data.length);
      readSync(openSync(otherDisk(), "r"), found);
      expect(found.equals(data)).toBe(true);
    });

    it("a changed config leaves it alone, and says so", async () => {
      const [before] = rack.starts();
      const program = readFileSync(join(example.folder, "index.ts"), "utf8");
      example.write({ "index.ts": program.replace("Installed by", "Installed again by") });
      const { code, output } = await example.up();
      expect(output).toContain("node-a: keeps the config that it was installed with");
      expect(code).toBe(0);
      expect(rack.starts()).toEqual([before]);
    });

    it("another generation installs it anew, with that config", async () => {
      await example.config({ generation: "2" });
      const { code, output } = await example.up();
      expect(output).toContain(
        "generation 1 becomes 2, and installed: what its disk holds is lost",
      );
      expect(code).toBe(0);
      expect(serial()).toContain("installing generation 2 on /dev/vdb");
      expect(rack.tree("node-a").files["/etc/motd"]).toMatchObject({
        contents: "Installed again by Pulumi.\n",
      });
    });

    it("goes from the program without a trace in the boot directory", async () => {
      expect((await example.pulumi("destroy", "--yes", "--skip-preview")).code).toBe(0);
      expect(mark()).toBe(false);
      expect(existsSync(join(rack.project.folder, "netboot/ignition"))).toBe(false);
    });
  },
);
