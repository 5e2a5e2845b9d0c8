import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Project, type Ran } from "../support/engine.js";

/** A program with one boot directory and the machines given as JavaScript. */
const program = (machines: string) => `
const pulumi = require("@pulumi/pulumi");
const { BareMetalInstance, PxeBootDirectory } = require("pulumi-flatcar/baremetal");
const boot = new PxeBootDirectory("boot", { directory: "./netboot", baseUrl: "http://192.0.2.1:8080/", version: "4593.2.5" });
const shared = { directory: boot.directory, baseUrl: boot.baseUrl };
const hardware = { vcpus: 8, memoryMib: 16384, diskGb: 100, architecture: "x64" };
const token = pulumi.secret("canary-token-4711");
${machines}
`;

const nodeA = (text: string) => `
exports.a = new BareMetalInstance("node-a", { ...shared, hardware, macAddresses: ["52:54:00:aa:00:01", "52:54:00:aa:00:02"],
  hostname: "node-a", rootDisk: "/dev/disk/by-id/virtio-root",
  files: [{ path: "/etc/app/token", mode: 0o600, contents: token }, { path: "/etc/app/text", contents: ${JSON.stringify(text)} }] }).summary;`;

const nodeB = `
exports.b = new BareMetalInstance("node-b", { ...shared, hardware: { ...hardware, architecture: "arm64" }, macAddresses: ["52:54:00:bb:00:01"] }).summary;`;

const bootDirectory = ["boot.ipxe", "dnsmasq/boot.conf", "grub/grub.cfg", "manifest/boot.json"];

const filesOfA = [
  "dnsmasq/hosts/node-a.conf",
  "grub/52:54:00:aa:00:01.cfg",
  "grub/52:54:00:aa:00:02.cfg",
  "ignition/node-a.ign",
  "ipxe/52-54-00-aa-00-01.ipxe",
  "ipxe/52-54-00-aa-00-02.ipxe",
  "manifest/node-a.json",
];

const filesOfB = [
  "dnsmasq/hosts/node-b.conf",
  "grub/52:54:00:bb:00:01.cfg",
  "ignition/node-b.ign",
  "ipxe/52-54-00-bb-00-01.ipxe",
  "manifest/node-b.json",
];

jest.setTimeout(120_000);

describe("bare-metal machines under the real engine", () => {
  const project = new Project({ "index.js": program(nodeA("one") + nodeB) });
  let netboot = join(project.folder, "netboot");
  const written = () =>
    existsSync(netboot)
      ? readdirSync(netboot, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name).slice(netboot.length + 1))
          .sort()
      : [];
  const changedAt = (path: string) => statSync(join(netboot, path)).mtimeMs;
  const textOf = (path: string) => readFileSync(join(netboot, path), "utf8");

  afterAll(() => project.remove());

  it("a preview writes nothing", async () => {
    await project.pulumi("stack", "init", "test");
    const { code, output } = await project.pulumi("preview");
    expect(output).toContain("7 to create");
    expect(code).toBe(0);
    expect(written()).toEqual([]);
  });

  it("an update writes the boot directory and the files of every machine", async () => {
    const { code, output } = await project.up();
    expect(output).toContain("+ 7 created");
    expect(code).toBe(0);
    expect(written()).toEqual([...bootDirectory, ...filesOfA, ...filesOfB].sort());
  });

  it("the Ignition file is readable by its owner only, and what is served by everybody", () => {
    expect(statSync(join(netboot, "ignition/node-a.ign")).mode & 0o777).toBe(0o600);
    expect(statSync(join(netboot, "ipxe/52-54-00-aa-00-01.ipxe")).mode & 0o777).toBe(0o644);
  });

  it("the boot script asks for the architecture's release and the machine's own config", () => {
    expect(textOf("ipxe/52-54-00-bb-00-01.ipxe")).toContain(
      "kernel http://stable.release.flatcar-linux.net/arm64-usr/4593.2.5/flatcar_production_pxe.vmlinuz",
    );
    expect(textOf("ipxe/52-54-00-bb-00-01.ipxe")).toContain(
      "ignition.config.url=http://192.0.2.1:8080/ignition/node-b.ign",
    );
  });

  it("the state holds no secret in plain text, and no code of ours", async () => {
    expect(textOf("ignition/node-a.ign")).toContain("canary-token-4711");
    const state = await project.state();
    expect(state).toContain("node-a-files");
    expect(state).not.toContain("canary-token");
    expect(state).not.toContain(Buffer.from("canary-token-4711").toString("base64"));
    const { deployment } = JSON.parse(state);
    const providers = deployment.resources.flatMap(
      (resource: { inputs?: { __provider?: string } }) => resource.inputs?.__provider ?? [],
    );
    expect(providers).toHaveLength(3);
    for (const text of providers) expect(text.length).toBeLessThan(120);
  });

  it("a second update changes nothing", async () => {
    const { output } = await project.up("--expect-no-changes");
    expect(output).toContain("7 unchanged");
  });

  it("a change of one machine rewrites its own files and nobody else's", async () => {
    const before = [...bootDirectory, ...filesOfB].map(changedAt);
    project.write({ "index.js": program(nodeA("two") + nodeB) });
    const { output } = await project.up();
    expect(output).toContain("~ 1 updated");
    expect(textOf("ignition/node-a.ign")).toContain("data:,two");
    expect([...bootDirectory, ...filesOfB].map(changedAt)).toEqual(before);
  });

  it("a refresh notices an edited file, a deleted one and a machine without any; the next update mends all", async () => {
    const menu = textOf("grub/grub.cfg");
    rmSync(join(netboot, "ipxe/52-54-00-aa-00-02.ipxe"));
    writeFileSync(join(netboot, "grub/grub.cfg"), "edited by hand");
    for (const path of filesOfB) rmSync(join(netboot, path));
    const refreshed = await project.pulumi("refresh", "--yes");
    expect(refreshed.output).toMatch(/~ 2 updated/);
    expect(refreshed.output).toMatch(/- 1 deleted/);
    const { output } = await project.up();
    expect(output).toContain("~ 2 updated");
    expect(output).toContain("+ 1 created");
    expect(textOf("ipxe/52-54-00-aa-00-02.ipxe")).toContain("#!ipxe");
    expect(textOf("grub/grub.cfg")).toBe(menu);
    expect(written()).toEqual([...bootDirectory, ...filesOfA, ...filesOfB].sort());
  });

  it("another place is a replacement: the files move and nothing stays behind", async () => {
    project.write({
      "index.js": program(nodeA("two") + nodeB).replace("./netboot", "./elsewhere"),
    });
    const { output } = await project.up();
    expect(output).toContain("+-3 replaced");
    expect(existsSync(netboot)).toBe(false);
    netboot = join(project.folder, "elsewhere");
    expect(written()).toEqual([...bootDirectory, ...filesOfA, ...filesOfB].sort());
  });

  it("removing one machine removes its files only", async () => {
    project.write({ "index.js": program(nodeA("two")).replace("./netboot", "./elsewhere") });
    const { output } = await project.up();
    expect(output).toContain("- 2 deleted");
    expect(written()).toEqual([...bootDirectory, ...filesOfA].sort());
  });

  it("destroy leaves nothing behind", async () => {
    const { code } = await project.pulumi("destroy", "--yes");
    expect(code).toBe(0);
    expect(existsSync(netboot)).toBe(false);
  });
});

describe("mistakes", () => {
  const project = new Project({ "index.js": "" });
  beforeAll(() => project.pulumi("stack", "init", "test"));
  afterAll(() => project.remove());

  /** A resource whose output `text` is not known before it is made. */
  const later = `
const { gzipSync } = require("node:zlib");
const later = new pulumi.CustomResource("pulumi-nodejs:dynamic/flatcar:FileSet", "later", {
  __provider: 'exports.handler = () => require("pulumi-flatcar/baremetal/file-set-provider").fileSetProvider;',
  directory: "./later", packed: gzipSync("{}").toString("base64"), text: undefined });`;

  it("two in one machine give one error with both, before any file, while a secret is still unknown", async () => {
    project.write({
      "index.js": program(`${nodeB}${later}
new BareMetalInstance("node-c", { ...shared, hardware, macAddresses: ["52:54:00:BB:00:01"],
  units: [{ name: "app.servce", enabled: true, contents: pulumi.interpolate\`[Service]\\nExecStart=/bin/\${later.text}\` }],
  files: [{ path: "/etc/token", contents: token }] });`),
    });
    for (const command of [["preview"], ["up", "--yes", "--skip-preview"]]) {
      const { code, output } = await project.pulumi(...command);
      expect(code).not.toBe(0);
      expect(output).toContain('BareMetalInstance "node-c" cannot be built: 2 problems');
      expect(output).toContain("PXE_MAC_DUPLICATE  $.macAddresses[0]");
      expect(output).toContain('52:54:00:bb:00:01 belongs to machine "node-b" already');
      expect(output).toContain("UNIT_NAME_SUFFIX  $.units[0].name");
      expect(output).toContain('did you mean "app.service"?');
      expect(output).not.toContain("canary-token");
      expect(output).not.toMatch(/\n\s+at .*\.js:\d+/);
    }
    expect(project.exists("netboot/ignition/node-c.ign")).toBe(false);
  });

  it("one in an Output that is known fails the preview, although another Output is not known", async () => {
    project.write({
      "index.js": program(`${later}
new BareMetalInstance("node-d", { ...shared, hardware, macAddresses: ["52:54:00:dd:00:01"],
  units: [{ name: pulumi.output("app.servce"), contents: later.text }] });`),
    });
    const { code, output } = await project.pulumi("preview");
    expect(code).not.toBe(0);
    expect(output).toContain('BareMetalInstance "node-d" cannot be built: 1 problem');
    expect(output).toContain("UNIT_NAME_SUFFIX  $.units[0].name");
  });

  it("one in a value that comes late stops the update before the machine's files are written", async () => {
    project.write({
      "index.js": program(`${later}
new BareMetalInstance("node-e", { ...shared, hardware, macAddresses: ["52:54:00:ee:00:01"],
  hostname: pulumi.all([later.urn]).apply(() => "not a hostname") });`),
    });
    const { code, output } = await project.pulumi("up", "--yes", "--skip-preview");
    expect(code).not.toBe(0);
    expect(output).toContain("HOSTNAME_INVALID  $.hostname");
    expect(project.exists("netboot/ignition/node-e.ign")).toBe(false);
  });
});

describe("warnings and errors of machines in one program", () => {
  const project = new Project({
    "index.js": program(`
const small = { vcpus: 2, memoryMib: 4096, architecture: "x64" };
const errors = {};
const make = (name, args) => {
  try { new BareMetalInstance(name, { ...shared, hardware, ...args }); } catch (error) { errors[name] = error.message; }
};
make("moving-disk", { macAddresses: ["52:54:00:00:00:01"], rootDisk: "/dev/sda" });
make("network-boot", { macAddresses: ["52:54:00:00:00:02"], kernelArguments: { shouldExist: ["nosmt"] }, firstBoot: false,
  version: "4593.2.5", channel: "beta", hostname: "a_b" });
make("small", { macAddresses: ["52:54:00:00:00:03"], hardware: small });
make("waived", { macAddresses: ["52:54:00:00:00:04"], hardware: small, hardwareWaiver: "a test bench" });
make("tiny", { macAddresses: ["52:54:00:00:00:05"], hardware: small, hardwareWaiver: " ", hardwareProfile: { name: "tiny", vcpus: 2 } });
require("node:fs").writeFileSync("errors.json", JSON.stringify(errors));`),
  });
  let preview: Ran;
  let errors: Record<string, string> = {};
  beforeAll(async () => {
    preview = await project.preview();
    errors = JSON.parse(readFileSync(join(project.folder, "errors.json"), "utf8"));
  });
  afterAll(() => project.remove());

  it("a disk name that moves is a warning", () => {
    expect(preview.output).toContain('warning: BareMetalInstance "moving-disk": 1 warning');
    expect(preview.output).toContain("DEVICE_NAME_UNSTABLE  $.rootDisk");
  });

  it("a waiver with a reason turns too small a machine into a warning", () => {
    expect(errors.small).toContain("HARDWARE_TOO_SMALL  $.hardware.memoryMib");
    expect(preview.output).toContain("waived: a test bench");
    expect(errors.tiny).toContain("HARDWARE_PROFILE_BELOW_FLOOR  $.hardwareProfile.vcpus");
  });

  it("what a network boot cannot do is an error where it was typed", () => {
    expect(errors["network-boot"]).toContain("4 problems");
    expect(errors["network-boot"]).toContain("PXE_FIRST_BOOT_NEEDED  $.firstBoot");
    expect(errors["network-boot"]).toContain("HOSTNAME_INVALID  $.hostname");
    expect(errors["network-boot"]).toContain("PLATFORM_KERNEL_ARGUMENTS  $.kernelArguments");
    expect(errors["network-boot"]).toContain("FLATCAR_VERSION_CHANNEL  $.version");
  });

  it("only errors stop a program", () => {
    expect(Object.keys(errors)).toEqual(["network-boot", "small", "tiny"]);
    expect(preview.code).toBe(0);
  });
});
