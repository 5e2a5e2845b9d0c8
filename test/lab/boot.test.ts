import { type Boot, boot } from "./support/machine.js";
import { build, debianPackages, describeWith, engine, oracles, root } from "./support/needs.js";
import { added, core, got, initrd, kernel, key, Nodes, program } from "./support/nodes.js";
import { partitionsOf, treeOf } from "./support/tree.js";

const deploy = {
  uid: 1500,
  home: "/home/deploy",
  groups: ["docker"],
  password: "set",
  sshAuthorizedKeys: [key],
};

jest.setTimeout(240_000);

describeWith(
  [root, debianPackages, oracles, engine, build],
  "BIOS machines that boot from what pulumi up wrote",
  () => {
    let nodes: Nodes;
    beforeAll(async () => {
      nodes = await Nodes.start();
    });
    afterAll(() => nodes?.close());

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

    it.each([
      { firmware: "BIOS", clientArchitecture: 0, loader: "undionly.kpxe" },
      { firmware: "32-bit UEFI", clientArchitecture: 6, loader: "ipxe-i386.efi" },
      { firmware: "x64 UEFI", clientArchitecture: 7, loader: "ipxe.efi" },
      { firmware: "x64 UEFI with another number", clientArchitecture: 9, loader: "ipxe.efi" },
      { firmware: "arm64 UEFI", clientArchitecture: 11, loader: "ipxe-arm64.efi" },
    ])(
      "dnsmasq with the generated fragment offers $loader to $firmware",
      async ({ clientArchitecture, loader }) => {
        expect(await nodes.network.offeredLoader(clientArchitecture)).toBe(loader);
      },
    );

    describe("node-a: BIOS, iPXE, from its second card, root on a disk", () => {
      let first: Boot;

      it("boots from the network and applies its config", async () => {
        first = await boot(nodes.sandbox, nodes.network, nodeA);
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
        nodes.project.write({ "index.js": program.replace("the first boot", "the second boot") });
        const { output } = await nodes.project.up();
        expect(output).toContain("~ 1 updated");

        const second = await boot(nodes.sandbox, nodes.network, nodeA);
        const { files } = treeOf(second.report);
        expect(files).toEqual({
          "/etc/motd": { mode: "0644", owner: "0:0", contents: "Welcome to the second boot.\n" },
        });
        expect(partitionsOf(second.report)).toEqual(partitionsOf(first.report));
      });
    });

    it("a machine that is in no program says so on its console", async () => {
      const stranger = { ...nodeA, name: "stranger", macAddress: "52:54:00:dd:00:01", diskGb: 1 };
      await expect(boot(nodes.sandbox, nodes.network, stranger)).rejects.toThrow(
        "stranger: No Flatcar machine has the address 52:54:00:dd:00:01.",
      );
    });
  },
);
