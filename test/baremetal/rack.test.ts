import * as pulumi from "@pulumi/pulumi";
import type { BareMetalRackArgs, RackMachineArgs } from "../../src/baremetal/rack-args.js";
import { planRack } from "../../src/baremetal/rack-check.js";
import { rackMachine } from "../../src/baremetal/rack-machine.js";
import { type Rows, rowsOf } from "../../src/baremetal/rack-rows.js";
import { OnConflict } from "../../src/compose/index.js";
import type { Channel } from "../../src/flatcar/index.js";
import { readInventory } from "../../src/inventory/index.js";
import { formatIssues, formatPath, type Report } from "../../src/report/index.js";

const header =
  "name,macAddresses,architecture,vcpus,memoryMib,diskGb,rootDisk,hostname,address,roles";
const nodeA =
  "node-a,52:54:00:aa:00:01,x64,8,16384,120,/dev/disk/by-id/nvme-a,,192.168.1.11,worker";
const nodeB = "node-b,52:54:00:bb:00:01,arm64,16,32768,,,,192.168.1.12,";
const base: BareMetalRackArgs = {
  directory: "./netboot",
  baseUrl: "http://192.168.1.10:8080",
  roleFragments: { worker: {} },
};

const directory = () => ({ owners: new Map(), defaults: {} });

/** A rack of the machines in a file. */
function plan(name: string, text: string, args: Partial<BareMetalRackArgs> = {}) {
  const rows: Rows = { ...readInventory(name, Buffer.from(text)), source: "inventoryFile" };
  return planRack("rack", { ...base, ...args }, rows, directory());
}

const table = (...lines: string[]) => `${lines.join("\n")}\n`;

/** Code, path, place and message of every error, as one line. */
const errorsOf = (report: Report) =>
  report.sorted().issues.map(({ code, path, position, message }) => {
    const place = position ? ` ${position.line}:${position.column}` : "";
    return `${code} ${formatPath(path)}${place} ${message}`;
  });

/** The second machine's row with one cell changed. */
function withCell(name: string, text: string): string {
  const cells = nodeB.split(",");
  cells[header.split(",").indexOf(name)] = text;
  return cells.join(",");
}

describe("an inventory with one thing wrong", () => {
  it("is right without it", () => {
    expect(errorsOf(plan("a.csv", table(header, nodeA, nodeB)).report)).toEqual([]);
  });

  it.each<[string, string, string]>([
    [
      "name",
      "node-a",
      'PXE_NAME_DUPLICATE $.inventoryFile[1].name 3:1 this resource name belongs to machine "rack-node-a" already',
    ],
    [
      "name",
      "node b",
      'PXE_NAME_INVALID $.inventoryFile[1].name 3:1 "rack-node b" cannot name files',
    ],
    ["name", "", "INVENTORY_VALUE_MISSING $.inventoryFile[1].name 3:1 name is not given"],
    [
      "macAddresses",
      "52:54:00:bb:00",
      'PXE_MAC_INVALID $.inventoryFile[1].macAddresses[0] 3:8 "52:54:00:bb:00" is not a MAC address',
    ],
    [
      "macAddresses",
      "52-54-00-AA-00-01",
      'PXE_MAC_DUPLICATE $.inventoryFile[1].macAddresses[0] 3:8 52:54:00:aa:00:01 belongs to machine "rack-node-a" already',
    ],
    [
      "macAddresses",
      "525400bb0001 52:54:00:bb:00:01",
      "PXE_MAC_DUPLICATE $.inventoryFile[1].macAddresses[1] 3:8 52:54:00:bb:00:01 is listed twice",
    ],
    [
      "macAddresses",
      "",
      "INVENTORY_VALUE_MISSING $.inventoryFile[1].macAddresses 3:8 macAddresses is not given",
    ],
    [
      "architecture",
      "amd64",
      "HARDWARE_ARCHITECTURE $.inventoryFile[1].architecture 3:26 this machine is amd64",
    ],
    [
      "architecture",
      "",
      "INVENTORY_VALUE_MISSING $.inventoryFile[1].architecture 3:26 architecture is not given",
    ],
    [
      "vcpus",
      "2",
      "HARDWARE_TOO_SMALL $.inventoryFile[1].vcpus 3:32 2 vCPU is less than the 4 vCPU",
    ],
    ["vcpus", "0", "HARDWARE_INVALID $.inventoryFile[1].vcpus 3:32 vcpus is 0"],
    ["vcpus", "eight", 'INVENTORY_VALUE $.inventoryFile[1].vcpus 3:32 "eight" is not a number'],
    [
      "memoryMib",
      "4096",
      "HARDWARE_TOO_SMALL $.inventoryFile[1].memoryMib 3:35 4 GiB is less than the 8 GB",
    ],
    [
      "memoryMib",
      "32 GB",
      'INVENTORY_VALUE $.inventoryFile[1].memoryMib 3:35 "32 GB" is not a number',
    ],
    [
      "rootDisk",
      "/dev/disk/by-id/x",
      "HARDWARE_UNKNOWN $.inventoryFile[1].diskGb 3:41 the disk of this machine is not known",
    ],
    [
      "hostname",
      "node-a",
      'PXE_HOSTNAME_DUPLICATE $.inventoryFile[1].hostname 3:43 hostname "node-a" belongs to machine "rack-node-a" already',
    ],
    [
      "hostname",
      "node_b",
      'HOSTNAME_INVALID $.inventoryFile[1].hostname 3:43 "node_b" is not a hostname',
    ],
    [
      "address",
      "192.168.1.11",
      'PXE_ADDRESS_DUPLICATE $.inventoryFile[1].address 3:44 192.168.1.11 belongs to machine "rack-node-a" already',
    ],
    [
      "address",
      "192.168.1.300",
      'PXE_ADDRESS_INVALID $.inventoryFile[1].address 3:44 "192.168.1.300" is not an IPv4 address',
    ],
    [
      "roles",
      "worker gpu",
      'INVENTORY_REFERENCE $.inventoryFile[1].roles[1] 3:57 there is no role "gpu" in roleFragments',
    ],
  ])("%s %j is refused there", (name, text, expected) => {
    const found = errorsOf(plan("a.csv", table(header, nodeA, withCell(name, text))).report);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });
});

describe("everything that is wrong with an inventory", () => {
  it("is said at once, by lines of the file, with what to do", () => {
    const text = table(
      `${header},bmc.password,rackUnit,memry`,
      `${nodeA},s3cr3t,1`,
      "# too small, with the disk of a machine that moves",
      "node-b,525400aa0001,x64,2,4096,16,/dev/sdb,node-a,192.168.1.11,wrker,,1",
      "",
      "node c,52:54:00:cc:00,arm64,16,32 GiB,,,,192.168.1.400,,,0",
      'node-d,52:54:00:dd:00:01,x64,8,16384,120,"/dev/disk/by-id/the "d" one",,',
      "node-e,,,,",
    );
    const { report } = plan("rack.csv", text, { machineFragments: { "node-z": {} } });
    expect(formatIssues("rack.csv", report.sorted().errors)).toMatchInlineSnapshot(`
"rack.csv

  INVENTORY_CREDENTIALS  $.inventoryFile  (rack.csv:1:87)
    "bmc.password" does not belong in a file, whose readers could all log in
    fix: keep it in Pulumi's config, pass it in bmcCredentials, and give its name there as bmc.credentials

  INVENTORY_NAME_UNKNOWN  $.inventoryFile  (rack.csv:1:109)
    "memry" is nothing that an inventory says of a machine
    fix: use one of name, macAddresses, architecture, vcpus, memoryMib, diskGb, gpu, hardwareWaiver, mode, rootDisk, installDisk.…, hostname, address, network.…, installerNetwork.…, bmc.…, generation, roles, rackName, rackUnit, rackUnits

  INVENTORY_SYNTAX  $.inventoryFile  (rack.csv:7:42)
    this cell goes on after its closing quote; what is below was not read
    fix: put quotes around the whole cell, and write one inside of it twice, as in "the ""old"" one"

  PXE_ADDRESS_DUPLICATE  $.inventoryFile[1].address  (rack.csv:4:51)
    192.168.1.11 belongs to machine "rack-node-a" already
    fix: give one of the two machines another address

  HARDWARE_TOO_SMALL  $.inventoryFile[1].diskGb  (rack.csv:4:32)
    16 GB is less than the 32 GB that profile "flatcar-standard" needs
    fix: use a larger machine, or say in hardwareWaiver why this one may be smaller

  PXE_HOSTNAME_DUPLICATE  $.inventoryFile[1].hostname  (rack.csv:4:44)
    hostname "node-a" belongs to machine "rack-node-a" already
    fix: give one of the two machines another hostname

  PXE_MAC_DUPLICATE  $.inventoryFile[1].macAddresses[0]  (rack.csv:4:8)
    52:54:00:aa:00:01 belongs to machine "rack-node-a" already
    fix: every card has an address of its own; correct one of the two

  HARDWARE_TOO_SMALL  $.inventoryFile[1].memoryMib  (rack.csv:4:27)
    4 GiB is less than the 8 GB that profile "flatcar-standard" needs
    fix: use a larger machine, or say in hardwareWaiver why this one may be smaller

  INVENTORY_RACK_UNIT  $.inventoryFile[1].rackUnit  (rack.csv:4:71)
    unit 1 is taken by machine "node-a" already
    fix: correct one of the two, or the height of the lower one in rackUnits

  INVENTORY_REFERENCE  $.inventoryFile[1].roles[0]  (rack.csv:4:64)
    there is no role "wrker" in roleFragments
    fix: did you mean "worker"?

  HARDWARE_TOO_SMALL  $.inventoryFile[1].vcpus  (rack.csv:4:25)
    2 vCPU is less than the 4 vCPU that profile "flatcar-standard" needs
    fix: use a larger machine, or say in hardwareWaiver why this one may be smaller

  PXE_ADDRESS_INVALID  $.inventoryFile[2].address  (rack.csv:6:42)
    "192.168.1.400" is not an IPv4 address
    fix: give the address alone, as in 192.168.1.11; others belong in network

  PXE_MAC_INVALID  $.inventoryFile[2].macAddresses[0]  (rack.csv:6:8)
    "52:54:00:cc:00" is not a MAC address
    fix: give six pairs of hexadecimal digits as in 52:54:00:aa:00:01

  INVENTORY_VALUE  $.inventoryFile[2].memoryMib  (rack.csv:6:32)
    "32 GiB" is not a number
    fix: write the number alone, as in 16384; the name of the column says the unit

  PXE_NAME_INVALID  $.inventoryFile[2].name  (rack.csv:6:1)
    "rack-node c" cannot name files: it may hold letters, digits, dots, underscores and hyphens
    fix: give the machine a simple resource name such as node-a

  INVENTORY_RACK_UNIT  $.inventoryFile[2].rackUnit  (rack.csv:6:58)
    0 is not a unit from 1 to 99
    fix: count the units from the floor of the rack, and give the lowest of the machine"
`);
  });

  it("has places in JSON as well", () => {
    const machines = [
      {
        name: "node-a",
        macAddresses: ["52:54:00:aa:00:01"],
        architecture: "x64",
        vcpus: 8,
        memoryMib: 16384,
        network: { bond: { mode: "lacp" } },
      },
      {
        name: "node-b",
        macAddresses: ["52:54:00:aa:00:01"],
        architecture: "x64",
        vcpus: "8",
        memoryMib: 16384,
        network: { addresses: ["10.0.0.11/24"], gateways: ["10.0.1.1"] },
      },
    ];
    const { report } = plan("rack.json", JSON.stringify(machines, undefined, 1));
    expect(errorsOf(report)).toEqual([
      'NETWORK_BOND_OPTION $.inventoryFile[0].network.bond.mode 12:13 "lacp" is not a mode of a bond',
      'PXE_MAC_DUPLICATE $.inventoryFile[1].macAddresses[0] 19:4 52:54:00:aa:00:01 belongs to machine "rack-node-a" already',
      `NETWORK_GATEWAY $.inventoryFile[1].network.gateways[0] 29:5 "10.0.1.1" is in none of the machine's networks, so it cannot be reached`,
      "INVENTORY_VALUE $.inventoryFile[1].vcpus 22:12 a number belongs here, and this is a text",
    ]);
  });

  it("is said of a typed list by its indexes", () => {
    const machine: RackMachineArgs = {
      name: "node-a",
      macAddresses: ["52:54:00:aa:00:01"],
      architecture: "x64",
      vcpus: 8,
      memoryMib: 16384,
    };
    const rack = {
      ...base,
      machines: [machine, { ...machine, vcpus: 2, hostname: "b", name: "node-b" }],
    };
    expect(errorsOf(planRack("rack", rack, rowsOf(rack), directory()).report)).toEqual([
      'PXE_MAC_DUPLICATE $.machines[1].macAddresses[0] 52:54:00:aa:00:01 belongs to machine "rack-node-a" already',
      'HARDWARE_TOO_SMALL $.machines[1].vcpus 2 vCPU is less than the 4 vCPU that profile "flatcar-standard" needs',
    ]);
  });

  it.each<[string, Partial<BareMetalRackArgs>, string]>([
    ["neither list nor file", {}, "INVENTORY_EMPTY $.machines the rack has no machine"],
    ["an empty list", { machines: [] }, "INVENTORY_EMPTY $.machines the rack has no machine"],
    [
      "a file that is not there",
      { inventoryFile: "/nowhere/a.csv" },
      "INVENTORY_FILE $.inventoryFile /nowhere/a.csv cannot be read: ENOENT",
    ],
    [
      "a folder",
      { inventoryFile: __dirname },
      `INVENTORY_FILE $.inventoryFile ${__dirname} cannot be read: EISDIR`,
    ],
    [
      "both",
      { inventoryFile: "/nowhere/a.csv", machines: [] },
      "INVENTORY_FILE $.inventoryFile there is a file with machines, and a list of machines as well",
    ],
  ])("with %s says so", (_, args, expected) => {
    const rack = { ...base, ...args };
    expect(errorsOf(planRack("rack", rack, rowsOf(rack), directory()).report)).toContain(expected);
  });

  it("says nothing twice that all machines share, and where it was written", () => {
    const two = table(header, nodeA, nodeB.replace(/$/, "worker"));
    const unit = (name: string) => ({ name, contents: "[Service]\nExecStart=/bin/true\n" });
    const { report } = plan("a.csv", two, {
      channel: "stabel" as Channel,
      units: [unit("a.servce")],
      fragments: [{ units: [unit("b.servce")] }],
      roleFragments: { worker: { units: [unit("c.servce")] } },
      machineFragments: { "node-b": { files: [{ path: "relative" }] } },
    });
    expect(errorsOf(report).map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
      "FLATCAR_CHANNEL_UNKNOWN $.channel",
      "UNIT_NAME_SUFFIX $.fragments[0].units[0].name",
      'PATH_RELATIVE $.machineFragments["node-b"].files[0].path',
      "UNIT_NAME_SUFFIX $.roleFragments.worker.units[0].name",
      "UNIT_NAME_SUFFIX $.units[0].name",
    ]);
  });

  it("names the other place of a conflict as it was written", () => {
    const file = (contents: string) => ({ files: [{ path: "/etc/app", contents }] });
    const { report } = plan("a.csv", table(header, nodeA), {
      ...file("all"),
      onConflict: OnConflict.Error,
      roleFragments: { worker: file("worker") },
    });
    const [conflict = ""] = errorsOf(report);
    expect(conflict).toContain("FRAGMENT_CONFLICT $.roleFragments.worker.files[0].contents");
    expect(conflict).toContain("$.files[0].contents");
  });

  it("waits for what is promised", () => {
    const machine: RackMachineArgs = {
      name: "node-a",
      macAddresses: pulumi.output(["nothing"]),
      architecture: "x64",
      vcpus: 8,
      memoryMib: 16384,
    };
    const rack = {
      ...base,
      machines: [{ ...machine, address: new Promise<string>(() => undefined) }],
    };
    expect(errorsOf(planRack("rack", rack, rowsOf(rack), directory()).report)).toEqual([]);
  });
});

describe("the BMCs of a rack", () => {
  const bmcs = table(
    `${header},bmc.endpoint,bmc.credentials,bmc.systemId`,
    `${nodeA},https://10.0.0.101,,`,
    `${nodeB},http://10.0.0.102,spare,2`,
  );
  const access = { username: "admin", password: pulumi.secret("canary") };
  const power = { bmcCredentials: { default: access }, phoneHomeUrl: "http://192.168.1.10:8079" };

  it("are opened with what their rows name, or else the default", () => {
    const spare = { ...access, insecure: true };
    const { report, machines } = plan("a.csv", bmcs, {
      ...power,
      bmcCredentials: { default: access, spare },
    });
    expect(errorsOf(report)).toEqual([]);
    expect(machines.map(({ args }) => args.bmc)).toEqual([
      { ...access, endpoint: "https://10.0.0.101", systemId: undefined },
      { ...spare, endpoint: "http://10.0.0.102", systemId: "2" },
    ]);
  });

  it.each<[string, Partial<BareMetalRackArgs>, string]>([
    [
      "nothing to open one with",
      power,
      'INVENTORY_REFERENCE $.inventoryFile[1].bmc.credentials 3:76 there is nothing named "spare" in bmcCredentials',
    ],
    [
      "an address that shows the password",
      { ...power, bmcCredentials: { default: access, spare: access } },
      "BMC_ENDPOINT $.inventoryFile[1].bmc.endpoint 3:58 plain http would show the password",
    ],
    [
      "an empty name",
      {
        ...power,
        bmcCredentials: {
          default: { ...access, username: "" },
          spare: { ...access, insecure: true },
        },
      },
      "BMC_CREDENTIALS $.bmcCredentials.default.username the username of the BMC is empty",
    ],
  ])("are refused with %s, where it was written", (_, args, expected) => {
    const found = errorsOf(plan("a.csv", bmcs, args).report);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });
});

describe("a machine of a rack", () => {
  it("is made of what all share, then its roles in order, then its own", () => {
    const part = (name: string) => ({ files: [{ path: `/etc/${name}` }] });
    const row: RackMachineArgs = {
      name: "node-a",
      macAddresses: ["52:54:00:aa:00:01"],
      architecture: "x64",
      vcpus: 8,
      memoryMib: 16384,
      roles: ["b", "a"],
    };
    const { args } = rackMachine(
      {
        ...base,
        ...part("all"),
        roleFragments: { a: part("a"), b: part("b"), c: part("c") },
        machineFragments: { "node-a": part("own") },
      },
      row,
    );
    expect(args.fragments).toEqual([part("all"), part("b"), part("a"), part("own")]);
    expect(args).toMatchObject({ hostname: "node-a", hardware: { architecture: "x64", vcpus: 8 } });
  });
});
