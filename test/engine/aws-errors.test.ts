import { CloudProject } from "../support/cloud-project.js";
import { rejectsAll, type WrongProgram } from "../support/wrong-programs.js";

jest.setTimeout(120_000);

const rows: WrongProgram[] = [
  [
    "an architecture that there is not",
    'architecture: "x86"',
    `HARDWARE_ARCHITECTURE  $.architecture
  this machine is x86, and profile "flatcar-standard" takes x64 or arm64
  fix: use "x64" or "arm64"`,
  ],
  [
    "a type of another architecture",
    'architecture: "arm64", instanceType: "m7i.xlarge"',
    `HARDWARE_ARCHITECTURE_MISMATCH  $.instanceType
  the architecture asked for is arm64, and m7i.xlarge is x64
  fix: make both arm64 or both x64`,
  ],
  [
    "a type that is too small",
    'instanceType: "t3.micro"',
    `HARDWARE_TOO_SMALL  $.instanceType
  t3.micro has 2 vCPU and 1 GiB; profile "flatcar-standard" needs 4 vCPU and 8 GB
  fix: use t3.xlarge (4 vCPU, 16 GiB), t3.2xlarge (8 vCPU, 32 GiB) or t3a.xlarge (4 vCPU, 16 GiB), or say in hardwareWaiver why this one may be smaller`,
  ],
  [
    "processors that are too few",
    'instanceType: "r7i.large"',
    `HARDWARE_TOO_SMALL  $.instanceType
  r7i.large has 2 vCPU and 16 GiB; profile "flatcar-standard" needs 4 vCPU and 8 GB
  fix: use r7i.xlarge (4 vCPU, 32 GiB), r7i.2xlarge (8 vCPU, 64 GiB) or r7i.4xlarge (16 vCPU, 128 GiB), or say in hardwareWaiver why this one may be smaller`,
  ],
  [
    "a type that there is not",
    'instanceType: "m7i.xlarg"',
    `HARDWARE_UNKNOWN  $.instanceType
  "m7i.xlarg" is no EC2 instance type of the list of 2026-08-02, and its name does not tell its processors and memory
  fix: did you mean "m7i.xlarge"? otherwise declare vcpus and memoryMib in hardware`,
  ],
  [
    "a word that is no type",
    'instanceType: "large"',
    `HARDWARE_UNKNOWN  $.instanceType
  "large" is no EC2 instance type of the list of 2026-08-02, and its name does not tell its processors, memory and architecture
  fix: declare vcpus, memoryMib and architecture in hardware`,
  ],
  [
    "a Mac",
    'instanceType: "mac2.metal"',
    `HARDWARE_CANNOT_BOOT  $.instanceType
  mac2.metal is a Mac host, which starts macOS only
  fix: use a type of another family`,
  ],
  [
    "a disk that is too small",
    "diskGb: 16",
    `HARDWARE_TOO_SMALL  $.diskGb
  16 GB is less than the 32 GB that profile "flatcar-standard" needs
  fix: use a larger machine, or say in hardwareWaiver why this one may be smaller`,
  ],
  [
    "a disk of no size",
    "diskGb: 0",
    `HARDWARE_INVALID  $.diskGb
  diskGb is 0
  fix: give diskGb as a number above 0`,
  ],
  [
    "a waiver without a reason",
    'diskGb: 16, hardwareWaiver: " "',
    `HARDWARE_TOO_SMALL  $.diskGb
  16 GB is less than the 32 GB that profile "flatcar-standard" needs
  fix: use a larger machine, or say in hardwareWaiver why this one may be smaller

HARDWARE_WAIVER_EMPTY  $.hardwareWaiver
  the waiver gives no reason
  fix: say why this machine may be smaller, or leave the waiver out`,
  ],
  [
    "channel edge",
    'channel: "edge"',
    `FLATCAR_CHANNEL_EDGE  $.channel
  channel "edge" has had no release since April 2020
  fix: use "alpha" for the newest Flatcar`,
  ],
  [
    "an unknown channel",
    'channel: "stabel"',
    `FLATCAR_CHANNEL_UNKNOWN  $.channel
  "stabel" is not a channel of Flatcar
  fix: use one of lts, stable, beta, alpha; did you mean "stable"?`,
  ],
  [
    "a version that is none",
    'version: "latest"',
    `FLATCAR_VERSION_INVALID  $.version
  "latest" is not a version of Flatcar
  fix: give three numbers as in 4593.2.5; the middle one is 0 (alpha), 1 (beta), 2 (stable) or 3 (lts)`,
  ],
  [
    "a version of another channel",
    'channel: "beta", version: "4593.2.5"',
    `FLATCAR_VERSION_CHANNEL  $.version
  4593.2.5 is a release of channel "stable", and channel is "beta"
  fix: leave channel out, or set it to "stable"`,
  ],
  [
    "an old version",
    'version: "2905.2.6"',
    `FLATCAR_VERSION_TOO_OLD  $.version
  Flatcar 2905.2.6 does not read Ignition spec 3, which began with 3185
  fix: use a release that is still supported`,
  ],
  [
    "a spec that the release does not read",
    'version: "4593.2.5", spec: "3.6.0"',
    `FLATCAR_SPEC_TOO_NEW  $.spec
  Flatcar 4593.2.5 reads specs up to 3.5.0, and spec is 3.6.0
  fix: leave spec out for 3.4.0, or use a release from 4820 on`,
  ],
  [
    "an image by its name",
    'imageId: "Flatcar-stable-4593.2.5-hvm"',
    `CLOUD_IMAGE_ID  $.imageId
  "Flatcar-stable-4593.2.5-hvm" is not the identifier of an AMI
  fix: give one as in ami-0123456789abcdef0, or leave imageId out and name channel or version`,
  ],
  [
    "a region as zone",
    'availabilityZone: "us-east-1"',
    `CLOUD_ZONE  $.availabilityZone
  "us-east-1" is not the name of a zone
  fix: give the region and a letter, as in eu-central-1a`,
  ],
  [
    "Secure Boot",
    "secureBoot: true",
    `CLOUD_SECURE_BOOT  $.secureBoot
  Flatcar's published images have no boot loader that Secure Boot trusts
  fix: leave secureBoot out`,
  ],
  [
    "a confidential machine",
    "confidential: true",
    `CLOUD_CONFIDENTIAL  $.confidential
  Flatcar's published images are not registered for confidential machines
  fix: leave confidential out`,
  ],
  [
    "user data that is too big",
    'files: [{ path: "/opt/noise", contentsBase64: require("crypto").createHash("shake256", { outputLength: 30000 }).update("x").digest("base64") }]',
    `DELIVERY_TOO_LARGE  $
  aws takes 16384 bytes of user data, and the config has 40131, compressed 41313; its largest parts in bytes are /opt/noise (40023)
  fix: let the machine fetch the largest files from a URL, with source and hash, or keep the config in a configBucket`,
  ],
  [
    "a unit with a typing error",
    'units: [{ name: "app.servce", contents: "[Service]\\nExecStart=/bin/true\\n" }]',
    `UNIT_NAME_SUFFIX  $.units[0].name
  "app.servce" does not end in the name of a kind of unit
  fix: did you mean "app.service"?`,
  ],
  [
    "a hostname that is none",
    'hostname: "web_1"',
    `HOSTNAME_INVALID  $.hostname
  "web_1" is not a hostname
  fix: use letters, digits and hyphens, at most 63 characters between dots and 64 in all`,
  ],
  [
    "a data disk in no zone",
    'dataDisks: [{ name: "data", sizeGb: 10 }]',
    `DATA_DISK_ZONE  $.dataDisks
  data disks are made in the zone of the machine, and neither subnetId nor availabilityZone is given
  fix: say in availabilityZone or subnetId where the machine is`,
  ],
  [
    "a data disk on a type without stable names",
    'subnetId: "subnet-1", instanceType: "m4.xlarge", dataDisks: [{ name: "data", sizeGb: 10 }]',
    `DATA_DISK_DEVICE  $.instanceType
  m4.xlarge is of the Xen system, which gives disks no names that stay with them
  fix: use a type of the Nitro system, as all newer ones are, or leave dataDisks out`,
  ],
  [
    "two data disks at one path",
    'subnetId: "subnet-1", dataDisks: [{ name: "a", sizeGb: 10, mountPath: "/srv" }, { name: "b", sizeGb: 10, mountPath: "/srv" }]',
    `DATA_DISK_MOUNT  $.dataDisks[1].mountPath
  another disk of this machine is mounted at /srv already
  fix: give each disk a path of its own`,
  ],
  [
    "a rule without a good name",
    'ingress: [{ name: "HTTPS", port: 443, source: "0.0.0.0/0" }]',
    `INGRESS_NAME  $.ingress[0].name
  "HTTPS" cannot name a rule: it may hold lower-case letters, digits and hyphens, a letter first
  fix: name the rule after what it lets in, as in https`,
  ],
  [
    "two rules of one name",
    'ingress: [{ name: "web", port: 80, source: "0.0.0.0/0" }, { name: "web", port: 443, source: "0.0.0.0/0" }]',
    `INGRESS_NAME  $.ingress[1].name
  "web" names another rule of this machine already
  fix: give one of the two rules another name`,
  ],
  [
    "a port that is none",
    'ingress: [{ name: "web", port: 70000, source: "0.0.0.0/0" }]',
    `INGRESS_PORT  $.ingress[0].port
  70000 is not a port from 1 to 65535
  fix: give a whole number; the last port of a range is not below the first`,
  ],
  [
    "a range that ends before it begins",
    'ingress: [{ name: "web", port: 443, toPort: 80, source: "0.0.0.0/0" }]',
    `INGRESS_PORT  $.ingress[0].toPort
  80 is not a port from 443 to 65535
  fix: give a whole number; the last port of a range is not below the first`,
  ],
  [
    "an address without prefix",
    'ingress: [{ name: "ssh", port: 22, source: "192.0.2.7" }]',
    `INGRESS_SOURCE  $.ingress[0].source
  "192.0.2.7" is not a range of addresses
  fix: write address and prefix length, as in 192.0.2.7/32; 0.0.0.0/0 is everybody`,
  ],
];

describe("a machine on EC2", () => {
  rejectsAll({ component: "AwsInstance", door: "aws", cloud: "aws", rows });
});

describe("a machine on EC2, of which not all is known at once", () => {
  const project = new CloudProject(["aws"], {});
  afterAll(() => project.remove());
  const program = (args: string) => `
const pulumi = require("@pulumi/pulumi");
const { AwsInstance } = require("pulumi-flatcar/aws");
const { raw } = require("./raw.js");
const vpc = raw("aws:ec2/vpc:Vpc", "vpc", { cidrBlock: "10.0.0.0/16" }, { outputs: ["arn"] });
exports.type = new AwsInstance("web", { hostname: "web", ${args} }).instanceType;`;

  it("keeps its config known in a preview when a tag and a subnet are not", async () => {
    project.write({
      "index.js": program(
        'instanceType: pulumi.output("m7g.xlarge"), tags: { vpc: vpc.arn }, subnetId: vpc.arn',
      ),
    });
    const { code } = await project.preview();
    expect(code).toBe(0);
    const machine = project.received().find(({ name }) => name === "web-machine");
    expect(machine?.unknowns).toEqual(
      expect.arrayContaining(["subnetId", expect.stringMatching(/^tags/)]),
    );
    expect(machine?.unknowns).not.toContain("userDataBase64");
    expect(machine?.unknowns).not.toContain("ami");
  });

  it("rejects a type that is too small when it is known, and makes no instance", async () => {
    const since = project.received().length;
    project.write({ "index.js": program('instanceType: pulumi.output("t3.micro")') });
    const { code, output } = await project.up();
    expect(code).not.toBe(0);
    expect(output).toContain('AwsInstance "web" cannot be built: 1 problem');
    expect(output).toContain("HARDWARE_TOO_SMALL  $.instanceType");
    expect(project.received(since).filter(({ name }) => name === "web-machine")).toEqual([]);
  });

  it("rejects an image that is not published, in the words of EC2", async () => {
    project.write({ "index.js": program('version: "4000.2.0"') });
    const { code, output } = await project.preview();
    expect(code).not.toBe(0);
    expect(output).toContain("Your query returned no results");
  });
});
