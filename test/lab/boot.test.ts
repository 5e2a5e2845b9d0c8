import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "../support/engine.js";
import { BootNetwork } from "./support/boot-network.js";
import { type Boot, boot } from "./support/machine.js";
import {
  build,
  debianPackages,
  describeWith,
  engine,
  oracle,
  oracles,
  root,
} from "./support/needs.js";
import { Sandbox } from "./support/sandbox.js";
import { testOs } from "./support/test-os.js";
import { partitionsOf, treeOf } from "./support/tree.js";

const program = readFileSync(join(__dirname, "programs", "nodes.js"), "utf8");
const key =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPjkWlKfhXPEjgX8d5Uu6TkS6Kh5LIdyRo1ZJtRsVZ1h you@example.com";

/** What every machine gets without asking. */
const added = {
  files: {
    "/opt/flatcar/hardware-check.sh": {
      mode: "0755",
      owner: "0:0",
      contents: expect.stringMatching(/^#!\/bin\/sh\n/),
    },
  },
  units: {
    "flatcar-hardware-check.service": {
      state: "enabled",
      contents: expect.stringContaining("ExecStart=/bin/sh /opt/flatcar/hardware-check.sh"),
    },
  },
};

const core = {
  uid: 500,
  home: "/home/core",
  groups: ["wheel", "sudo", "docker", "systemd-journal"],
  password: "none",
  sshAuthorizedKeys: [key],
};

const deploy = {
  uid: 1500,
  home: "/home/deploy",
  groups: ["docker"],
  password: "set",
  sshAuthorizedKeys: [key],
};

const kernel = "/mirror/amd64-usr/4593.2.0/flatcar_production_pxe.vmlinuz";
const initrd = "/mirror/amd64-usr/4593.2.0/flatcar_production_pxe_image.cpio.gz";
const got = (...paths: string[]) => paths.map((path) => `GET ${path} 200`);

jest.setTimeout(240_000);

describeWith(
  [root, debianPackages, oracles, engine, build],
  "machines that boot from what pulumi up wrote",
  () => {
    let sandbox: Sandbox;
    let project: Project;
    let network: BootNetwork;

    /** What node-a is to have after its first boot: the program, row by row. */
    const askedOfNodeA = {
      hostname: "node-a",
      files: {
        ...added.files,
        "/etc/motd": { mode: "0644", owner: "0:0", contents: "Welcome to the first boot.\n" },
        "/etc/app/token": { mode: "0600", owner: "0:0", contents: "p4ssw0rd & more: ✓\n" },
        "/opt/bin/app": { mode: "0755", owner: "500:500", contents: "f0VMRgABAv+AgQ==" },
        "/etc/app/core.conf": { mode: "0640", owner: "0:233", contents: "" },
      },
      directories: { "/var/lib/app": { mode: "0750", owner: "1500:500" } },
      links: { "/etc/localtime": "../usr/share/zoneinfo/Europe/Berlin" },
      units: {
        ...added.units,
        "app.service": {
          state: "enabled",
          contents:
            "[Service]\nExecStart=/opt/bin/app %n\n\n[Install]\nWantedBy=multi-user.target\n",
        },
        "spare.service": { state: "disabled", contents: "[Service]\nExecStart=/bin/true\n" },
        "locksmithd.service": { state: "masked" },
        "docker.service": {
          state: "disabled",
          dropins: { "10-limits.conf": "[Service]\nLimitNOFILE=65536\n" },
        },
      },
      users: { core, deploy },
    };

    const nodeA = {
      name: "node-a",
      firmware: "bios",
      macAddress: "52:54:00:aa:00:02",
      vcpus: 4,
      memoryMib: 8192,
      diskGb: 40,
    } as const;

    beforeAll(async () => {
      sandbox = new Sandbox();
      project = new Project({ "index.js": program });
      const { code, output } = await project.up();
      if (code !== 0) throw new Error(output);
      network = await BootNetwork.start(sandbox, {
        bootDirectory: join(project.folder, "netboot"),
        testOs: await testOs(oracle("ignition")),
        version: "4593.2.0",
        grub: ["52:54:00:cc:00:01"],
      });
    });

    afterAll(async () => {
      project?.remove();
      await sandbox?.close();
    });

    it.each([
      { firmware: "BIOS", clientArchitecture: 0, loader: "undionly.kpxe" },
      { firmware: "32-bit UEFI", clientArchitecture: 6, loader: "ipxe-i386.efi" },
      { firmware: "x64 UEFI", clientArchitecture: 7, loader: "ipxe.efi" },
      { firmware: "x64 UEFI with another number", clientArchitecture: 9, loader: "ipxe.efi" },
      { firmware: "arm64 UEFI", clientArchitecture: 11, loader: "ipxe-arm64.efi" },
    ])(
      "dnsmasq with the generated fragment offers $loader to $firmware",
      async ({ clientArchitecture, loader }) => {
        expect(await network.offeredLoader(clientArchitecture)).toBe(loader);
      },
    );

    describe("node-a: BIOS, iPXE, from its second card, root on a disk", () => {
      let first: Boot;

      it("boots from the network and applies its config", async () => {
        first = await boot(sandbox, network, nodeA);
        expect(first.requests).toEqual(
          got("/boot.ipxe", "/ipxe/52-54-00-aa-00-02.ipxe", kernel, initrd, "/ignition/node-a.ign"),
        );
      });

      it("has exactly what the program asks for, byte for byte", () => {
        expect(treeOf(first.report)).toEqual(askedOfNodeA);
      });

      it("has its root filesystem on the whole disk", () => {
        expect(partitionsOf(first.report)).toEqual([
          expect.objectContaining({
            label: "ROOT",
            format: "ext4",
            filesystemLabel: "ROOT",
            sizeGb: 39,
          }),
        ]);
      });

      it("finds itself large enough for the profile", () => {
        expect(first.report.hardwareCheck).toEqual({
          code: 0,
          output: expect.stringContaining("this machine meets profile"),
        });
      });

      it("shows a changed file after another update and boot, and keeps its disk", async () => {
        project.write({ "index.js": program.replace("the first boot", "the second boot") });
        const { output } = await project.up();
        expect(output).toContain("~ 1 updated");

        const second = await boot(sandbox, network, nodeA);
        const { files } = treeOf(second.report);
        expect(files).toEqual({
          "/etc/motd": { mode: "0644", owner: "0:0", contents: "Welcome to the second boot.\n" },
        });
        expect(partitionsOf(second.report)).toEqual(partitionsOf(first.report));
      });
    });

    describe("node-b: UEFI, iPXE, root in memory, a fixed address, too small", () => {
      let first: Boot;

      it("boots from the network and applies its config", async () => {
        first = await boot(sandbox, network, {
          name: "node-b",
          firmware: "uefi",
          macAddress: "52:54:00:bb:00:01",
          vcpus: 2,
          memoryMib: 1536,
          diskGb: 1,
        });
        expect(first.requests).toEqual(
          got("/boot.ipxe", "/ipxe/52-54-00-bb-00-01.ipxe", kernel, initrd, "/ignition/node-b.ign"),
        );
      });

      it("has exactly what the program asks for, and leaves its disk alone", () => {
        expect(treeOf(first.report)).toEqual({
          hostname: "node-b",
          ...added,
          directories: {},
          links: {},
          users: { core },
        });
        expect(partitionsOf(first.report)).toEqual([]);
      });

      it("got ipxe.efi by TFTP and the declared address and name by DHCP", () => {
        expect(network.log).toMatch(/sent \S+\/ipxe\.efi to 10\.78\.0\.20/);
        expect(network.log).toMatch(/DHCPACK\(lab0\) 10\.78\.0\.20 52:54:00:bb:00:01 node-b/);
      });

      it("says on the console what it has too little of", () => {
        const { output } = first.report.hardwareCheck ?? { output: "" };
        expect(output).toContain("THIS MACHINE IS TOO SMALL");
        expect(output).toMatch(/processors: 2, needed 4\n.*memory: 1\d{3} MiB, needed /);
      });
    });

    it("a machine that is in no program says so on its console", async () => {
      const stranger = { ...nodeA, name: "stranger", macAddress: "52:54:00:dd:00:01", diskGb: 1 };
      await expect(boot(sandbox, network, stranger)).rejects.toThrow(
        "stranger: No Flatcar machine has the address 52:54:00:dd:00:01.",
      );
    });

    describe("node-c: UEFI, GRUB, root in memory", () => {
      it("boots by the generated GRUB configs and has what the program asks for", async () => {
        const { report, requests } = await boot(sandbox, network, {
          name: "node-c",
          firmware: "uefi",
          macAddress: "52:54:00:cc:00:01",
          vcpus: 2,
          memoryMib: 1536,
          diskGb: 1,
        });
        expect(network.log).toMatch(/sent \S+\/grub\/52:54:00:cc:00:01\.cfg/);
        expect(requests).toEqual(got(kernel, initrd, "/ignition/node-c.ign"));
        expect(treeOf(report)).toMatchObject({ hostname: "node-c", ...added, users: { core } });
      });
    });
  },
);
