import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Project } from "../support/engine.js";

/** A rack of the machines in a file. The shared part has a secret that one machine adds. */
const program = `
const pulumi = require("@pulumi/pulumi");
const { BareMetalRack, PxeBootDirectory } = require("pulumi-flatcar/baremetal");
const boot = new PxeBootDirectory("boot", { directory: "./netboot", baseUrl: "http://192.0.2.1:8080", version: "4593.2.5" });
const rack = new BareMetalRack("rack", {
  directory: boot.directory, baseUrl: boot.baseUrl, inventoryFile: "machines.csv",
  units: [{ name: "app.service", enabled: true, contents: "[Service]\\nExecStart=/bin/true\\n[Install]\\nWantedBy=multi-user.target\\n" }],
  files: [{ path: "/etc/tls/key.pem", contents: "-----BEGIN PRIVATE KEY-----" }],
  roleFragments: { storage: { files: [{ path: "/etc/storage", contents: "yes" }] } },
  machineFragments: { "node-c": { files: [{ path: "/etc/token", contents: pulumi.secret("canary-token-4711") }] } },
});
module.exports = { table: rack.table, drawing: rack.drawing, names: rack.machineNames, a: rack.machines.get("node-a").ignitionFile };
`;

const header =
  "name,macAddresses,architecture,vcpus,memoryMib,diskGb,rootDisk,roles,rackName,rackUnit,network.bond.mode,network.addresses";
const a =
  "node-a,52:54:00:aa:00:01 52:54:00:aa:00:02,x64,8,16384,120,/dev/disk/by-id/virtio-root,storage,A,1,802.3ad,10.0.0.11/24";
const b = "node-b,52:54:00:bb:00:01,arm64,16,32768,,,,A,3,,";
const c = "node-c,52:54:00:cc:00:01,x64,8,16384,,,storage,,,,";
const d = "node-d,52:54:00:dd:00:01,x64,8,16384,,,,,,,";
const file = (...rows: string[]) => ({ "machines.csv": `${[header, ...rows].join("\n")}\n` });

jest.setTimeout(120_000);

describe("a rack of machines from a file, under the real engine", () => {
  const project = new Project({ "index.js": program, ...file(a, b, c) });
  const netboot = join(project.folder, "netboot");
  /** When each file of the boot directory was last written. */
  const written = () =>
    Object.fromEntries(
      readdirSync(netboot, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [path.slice(netboot.length + 1), statSync(path).mtimeMs]),
    );
  const textOf = (path: string) => readFileSync(join(netboot, path), "utf8");
  const without = (files: Record<string, number>, word: RegExp) =>
    Object.fromEntries(Object.entries(files).filter(([path]) => !word.test(path)));

  afterAll(() => project.remove());

  it("everything that is wrong with the file is one error, before any machine is made", async () => {
    const wrong = [
      b.replace("16,", "2,"),
      c.replace("cc:00", "bb:00"),
      d.replace("16384", "16 GB"),
    ];
    project.write(file(a, ...wrong));
    const { code, output } = await project.preview();
    expect(code).not.toBe(0);
    expect(output).toContain('BareMetalRack "rack" cannot be built: 3 problems');
    for (const place of [
      "HARDWARE_TOO_SMALL  $.inventoryFile[1].vcpus  (machines.csv:3:32)",
      "PXE_MAC_DUPLICATE  $.inventoryFile[2].macAddresses[0]  (machines.csv:4:8)",
      "INVENTORY_VALUE  $.inventoryFile[3].memoryMib  (machines.csv:5:32)",
    ]) {
      expect(output).toContain(place);
    }
    expect(output).not.toContain("BareMetalInstance");
    project.write(file(a, b, c));
  });

  it("an update makes every machine, with its network and its roles, and shows them", async () => {
    const { code, output } = await project.up();
    expect(output).toContain("+ 10 created");
    expect(code).toBe(0);
    // What all machines share is warned of once.
    expect(output.match(/PLAIN_SECRET/g)).toHaveLength(1);
    expect(textOf("ignition/rack-node-a.ign")).toContain("/etc/systemd/network/00-bond0.netdev");
    expect(textOf("ignition/rack-node-c.ign")).toContain("/etc/storage");
    expect(textOf("dnsmasq/hosts/rack-node-b.conf")).toBe("dhcp-host=52:54:00:bb:00:01,node-b\n");
    const { table, drawing, names, a: ignition } = await project.outputs();
    expect(names).toEqual(["node-a", "node-b", "node-c"]);
    expect(ignition).toBe("ignition/rack-node-a.ign");
    expect(
      `\n${String(table).replaceAll(/\b[0-9a-f]{12}\b/g, "<12 digits>")}`,
    ).toMatchInlineSnapshot(`
"
NAME    ROLES    ARCH   VCPU  MEMORY  DISK GB  MAC ADDRESSES                        ADDRESS    PLACE  BOOT SCRIPT                  IGNITION SHA-512
node-a  storage  x64    8     16 GiB  120      52:54:00:aa:00:01 52:54:00:aa:00:02  10.0.0.11  A:1    ipxe/52-54-00-aa-00-01.ipxe  <12 digits>
node-b           arm64  16    32 GiB           52:54:00:bb:00:01                               A:3    ipxe/52-54-00-bb-00-01.ipxe  <12 digits>
node-c  storage  x64    8     16 GiB           52:54:00:cc:00:01                                      ipxe/52-54-00-cc-00-01.ipxe  secret
"
`);
    expect(`\n${drawing}`).toMatchInlineSnapshot(`
"
  node-c  x64  8 vCPU  16 GiB  storage

A
┌────┬──────────────────────────────────────┐
│  3 │ node-b  arm64  16 vCPU  32 GiB       │
│  ⋮ │                                      │
│  1 │ node-a  x64  8 vCPU  16 GiB  storage │
└────┴──────────────────────────────────────┘
"
`);
  });

  it("another order of the rows changes nothing", async () => {
    project.write(file(c, a, b));
    const { output } = await project.up();
    expect(output).toContain("10 unchanged");
  });

  it("a changed, a removed and an added row touch the files of their machines only", async () => {
    const before = written();
    project.write(file(d, c.replace("storage", ""), a));
    const { output } = await project.up();
    expect(output).toContain("+ 2 created");
    expect(output).toContain("~ 1 updated");
    expect(output).toContain("- 2 deleted");
    const others = /node-[bcd]\b|:bb:|:cc:|:dd:|-bb-|-cc-|-dd-/;
    expect(without(written(), others)).toEqual(without(before, others));
    expect(Object.keys(without(before, others))).toHaveLength(11);
    expect(textOf("ignition/rack-node-c.ign")).not.toContain("/etc/storage");
    expect(project.exists("netboot/ignition/rack-node-b.ign")).toBe(false);
    expect(project.exists("netboot/ignition/rack-node-d.ign")).toBe(true);
  });
});

describe("the example baremetal-rack", () => {
  // Types are checked in test/examples.test.ts.
  process.env.PULUMI_NODEJS_TRANSPILE_ONLY = "true";
  const project = new Project({});
  project.copy(join(__dirname, "../../examples/baremetal-rack"));
  afterAll(() => project.remove());

  it("has nothing wrong with it, not even a warning", async () => {
    const { code, output } = await project.preview(
      ...["--config=directory=./netboot", "--config=baseUrl=http://192.0.2.1:8080"],
      "--config=inventoryFile=machines.csv",
    );
    expect(output).toContain("10 to create");
    expect(output).not.toContain("warning: BareMetal");
    expect(code).toBe(0);
  });
});
