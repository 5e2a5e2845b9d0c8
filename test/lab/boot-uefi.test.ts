import { type Boot, boot } from "./support/machine.js";
import { build, debianPackages, describeWith, engine, oracles, root } from "./support/needs.js";
import { added, core, got, initrd, kernel, Nodes } from "./support/nodes.js";
import { partitionsOf, treeOf } from "./support/tree.js";

jest.setTimeout(240_000);

describeWith(
  [root, debianPackages, oracles, engine, build],
  "UEFI machines that boot from what pulumi up wrote",
  () => {
    let nodes: Nodes;
    beforeAll(async () => {
      nodes = await Nodes.start();
    });
    afterAll(() => nodes?.close());

    describe("node-b: UEFI, iPXE, root in memory, a fixed address, too small", () => {
      let first: Boot;

      it("boots from the network and applies its config", async () => {
        first = await boot(nodes.sandbox, nodes.network, {
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
        expect(nodes.network.log).toMatch(/sent \S+\/ipxe\.efi to 10\.78\.0\.20/);
        expect(nodes.network.log).toMatch(/DHCPACK\(lab0\) 10\.78\.0\.20 52:54:00:bb:00:01 node-b/);
      });

      it("says on the console what it has too little of", () => {
        const { output } = first.report.hardwareCheck ?? { output: "" };
        expect(output).toContain("THIS MACHINE IS TOO SMALL");
        expect(output).toMatch(/processors: 2, needed 4\n.*memory: 1\d{3} MiB, needed /);
      });
    });

    describe("node-c: UEFI, GRUB, root in memory", () => {
      it("boots by the generated GRUB configs and has what the program asks for", async () => {
        const { report, requests } = await boot(nodes.sandbox, nodes.network, {
          name: "node-c",
          firmware: "uefi",
          macAddress: "52:54:00:cc:00:01",
          vcpus: 2,
          memoryMib: 1536,
          diskGb: 1,
        });
        expect(nodes.network.log).toMatch(/sent \S+\/grub\/52:54:00:cc:00:01\.cfg/);
        expect(requests).toEqual(got(kernel, initrd, "/ignition/node-c.ign"));
        expect(treeOf(report)).toMatchObject({ hostname: "node-c", ...added, users: { core } });
      });
    });
  },
);
