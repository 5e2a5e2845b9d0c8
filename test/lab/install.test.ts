import { createHash } from "node:crypto";
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { renderInstalled } from "../../src/pxe/index.js";
import { Project } from "../support/engine.js";
import { BootNetwork } from "./support/boot-network.js";
import { bootSectorWord, diskImage, imageFile } from "./support/disk-image.js";
import {
  type Boot,
  boot,
  bootUntil,
  diskFile,
  type MachineSpec,
  plain,
  type Trace,
} from "./support/machine.js";
import {
  build,
  debianPackages,
  describeWith,
  engine,
  oracle,
  oracles,
  root,
} from "./support/needs.js";
import { added, got, initrd, kernel } from "./support/nodes.js";
import { Sandbox } from "./support/sandbox.js";
import { testOs } from "./support/test-os.js";
import { partitionsOf, treeOf } from "./support/tree.js";

const program = readFileSync(join(__dirname, "programs", "installed.js"), "utf8");
const version = "4593.2.0";
const image = `/mirror/amd64-usr/${version}/${imageFile}`;

const nodeA: MachineSpec = {
  name: "node-a",
  firmware: "uefi",
  macAddress: "52:54:00:aa:00:01",
  vcpus: 4,
  memoryMib: 8192,
  diskGb: 40,
  secondDiskGb: 60,
};

/** Its second card, for which DHCP offers GRUB. */
const throughGrub = { ...nodeA, macAddress: "52:54:00:aa:00:02" };

const nodeB: MachineSpec = {
  name: "node-b",
  firmware: "bios",
  macAddress: "52:54:00:bb:00:01",
  vcpus: 2,
  memoryMib: 1536,
  diskGb: 4,
};

/** What is on the other disk: nothing that anyone else knows. */
const data = Buffer.from("somebody's data\n".repeat(0x1000));

/** Of all of a disk that an image may have been written to. */
function digestOf(disk: string): string {
  const bytes = Buffer.alloc(128 * 1024 * 1024);
  const file = openSync(disk, "r");
  readSync(file, bytes);
  closeSync(file);
  return createHash("sha256").update(bytes).digest("hex");
}

/** The kernel line of a system that was started from a disk: the kernel's own word for it loses letters on a busy host. */
const kernelLine = ({ serial }: Trace) => /^LAB-FROM-DISK (.*)/m.exec(serial)?.[1]?.split(" ");

/** What a machine's installer said. */
const said = ({ serial }: Boot) => plain(serial.slice(serial.indexOf("LAB-INSTALLER ")));

jest.setTimeout(240_000);

describeWith(
  [root, debianPackages, oracles, engine, build],
  "machines that are installed on a disk by what pulumi up wrote",
  () => {
    let sandbox: Sandbox;
    let project: Project;
    let network: BootNetwork;
    let installer: Boot;
    let first: Boot;
    let refused: Boot;

    beforeAll(async () => {
      sandbox = new Sandbox();
      project = new Project({ "index.js": program }, "nodejs", sandbox.folder);
      project.launcher = await sandbox.launcher(project.folder);
      const { code, output } = await project.up();
      if (code !== 0) throw new Error(output);
      network = await BootNetwork.start(sandbox, {
        bootDirectory: join(project.folder, "netboot"),
        testOs: await testOs(oracle("ignition")),
        image: await diskImage(),
        version,
        grub: [throughGrub.macAddress],
      });
      writeFileSync(diskFile(sandbox, nodeA, "second"), data);
      // Two processors are enough for two machines.
      [installer, refused] = await Promise.all([
        boot(sandbox, network, nodeA),
        boot(sandbox, network, nodeB),
      ]);
    });

    afterAll(() => sandbox?.close());

    it("a machine that is less than declared says what it lacks, and its disk stays empty", () => {
      expect(said(refused)).toContain(
        'NOT INSTALLED: this machine does not meet profile "flatcar-standard"',
      );
      expect(said(refused)).toMatch(
        /processors: 2, needed 4\n +memory: 1\d{3} MiB, needed 8 GB\n +no disk will do\n +\/dev\/vda, : 4 GB, needed 32 GB/,
      );
      expect(said(refused)).toContain("LAB-INSTALLER-ENDED 2");
      expect(statSync(diskFile(sandbox, nodeB)).blocks).toBe(0);
    });

    it("the other is installed on the smaller of its two disks", () => {
      expect(said(installer)).toContain("*** installing generation 1 on /dev/vda,  root");
      expect(said(installer)).toContain("*** installed; the machine starts from /dev/vda now");
      expect(installer.requests).toEqual(
        expect.arrayContaining(got("/ignition/node-a.ign", kernel, initrd, image)),
      );
    });

    it("comes up from its disk, whatever comes first in its boot order", async () => {
      first = await boot(sandbox, network, nodeA);
      expect(kernelLine(first)).toContain("flatcar.first_boot=detected");
      expect(first.requests).toEqual([]);
    });

    it("has exactly what the program asks for, byte for byte", () => {
      expect(treeOf(first.report)).toEqual({
        hostname: "node-a",
        files: {
          ...added.files,
          "/etc/motd": { mode: "0644", owner: "0:0", contents: "Installed by Pulumi.\n" },
        },
        directories: {},
        links: {},
        units: {
          ...added.units,
          "app.service": { state: "enabled", contents: "[Service]\nExecStart=/bin/true\n" },
        },
        users: { core: expect.objectContaining({ uid: 500 }) },
      });
      expect(partitionsOf(first.report).map(({ device, label }) => [device, label])).toEqual([
        ["/dev/vda1", "EFI-SYSTEM"],
        ["/dev/vda6", "OEM"],
        ["/dev/vda9", "ROOT"],
      ]);
    });

    it("has the words of the program on its kernel line, as GRUB hands them on", () => {
      expect(kernelLine(first)).toEqual(
        expect.arrayContaining([
          "root=LABEL=ROOT",
          "console=ttyS0,115200n8",
          "lab.word=$root;here",
        ]),
      );
    });

    it("left the other disk alone", () => {
      const other = diskFile(sandbox, nodeA, "second");
      const file = openSync(other, "r");
      const found = Buffer.alloc(data.length);
      readSync(file, found);
      closeSync(file);
      expect(found.equals(data)).toBe(true);
      expect(statSync(other).blocks * 512).toBe(data.length);
    });

    it("is not installed again by another boot over the network, which goes on to the disk", async () => {
      const before = digestOf(diskFile(sandbox, nodeA));
      const again = await boot(sandbox, network, nodeA);
      expect(said(again)).toContain("generation 1 is installed on /dev/vda already");
      expect(again.requests.filter((line) => line.includes(imageFile))).toEqual([]);
      expect(digestOf(diskFile(sandbox, nodeA))).toBe(before);
      const then = await bootUntil(sandbox, network, nodeA, /LAB-FROM-DISK.*\r/);
      expect(kernelLine(then)).not.toContain("flatcar.first_boot=detected");
      expect(then.requests).toEqual([]);
    });

    describe("with the mark in the boot directory", () => {
      beforeAll(() => {
        for (const [path, { contents }] of Object.entries(renderInstalled("node-a", 1))) {
          const file = join(project.folder, "netboot", path);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, contents);
        }
      });

      it.each([
        { by: "UEFI, iPXE", spec: nodeA, mark: "ipxe", sign: /LAB-DISK/ },
        { by: "UEFI, GRUB", spec: throughGrub, mark: "cfg", sign: /LAB-DISK/ },
        {
          by: "BIOS, iPXE",
          spec: { ...nodeA, firmware: "bios" } as const,
          mark: "ipxe",
          sign: new RegExp(bootSectorWord),
        },
      ])("it is sent to its disk at once: $by", async ({ spec, sign, mark }) => {
        const { requests } = await bootUntil(sandbox, network, spec, sign);
        expect(requests).toEqual(expect.arrayContaining(got(`/installed/node-a.${mark}`)));
        expect(requests).not.toEqual(expect.arrayContaining(got(kernel)));
      });
    });
  },
);
