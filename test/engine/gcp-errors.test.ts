import { CloudProject } from "../support/cloud-project.js";
import { rejectsAll, type WrongProgram } from "../support/wrong-programs.js";

jest.setTimeout(120_000);

const rows: WrongProgram[] = [
  [
    "an architecture that Flatcar has no image for",
    'architecture: "arm64"',
    `HARDWARE_NO_IMAGE  $.architecture
  Flatcar publishes no arm64 image for GCP
  fix: use an x64 type, or an arm64 image of your own`,
  ],
  [
    "a type of that architecture",
    'instanceType: "c4a-standard-4"',
    `HARDWARE_NO_IMAGE  $.instanceType
  c4a-standard-4 is arm64: Flatcar publishes no arm64 image for GCP
  fix: use an x64 type, or an arm64 image of your own`,
  ],
  [
    "a type that the list does not have, of that architecture",
    'instanceType: "c9a-standard-4", hardware: { architecture: "arm64" }',
    `HARDWARE_NO_IMAGE  $.instanceType
  c9a-standard-4 is arm64: Flatcar publishes no arm64 image for GCP
  fix: use an x64 type, or an arm64 image of your own`,
  ],
  [
    "a type of another architecture than is asked for",
    'architecture: "x64", instanceType: "t2a-standard-4", imageId: "my-arm64"',
    `HARDWARE_ARCHITECTURE_MISMATCH  $.instanceType
  the architecture asked for is x64, and t2a-standard-4 is arm64
  fix: make both x64 or both arm64`,
  ],
  [
    "a type that is too small",
    'instanceType: "e2-medium"',
    `HARDWARE_TOO_SMALL  $.instanceType
  e2-medium has 2 vCPU and 4 GiB; profile "flatcar-standard" needs 4 vCPU and 8 GB
  fix: use e2-standard-4 (4 vCPU, 16 GiB), e2-highcpu-8 (8 vCPU, 8 GiB) or e2-highmem-4 (4 vCPU, 32 GiB), or say in hardwareWaiver why this one may be smaller`,
  ],
  [
    "a type of too little memory",
    'instanceType: "n2-highcpu-4"',
    `HARDWARE_TOO_SMALL  $.instanceType
  n2-highcpu-4 has 4 vCPU and 4 GiB; profile "flatcar-standard" needs 4 vCPU and 8 GB
  fix: use n2-standard-4 (4 vCPU, 16 GiB), n2-highcpu-8 (8 vCPU, 8 GiB) or n2-highmem-4 (4 vCPU, 32 GiB), or say in hardwareWaiver why this one may be smaller`,
  ],
  [
    "a custom type that is too small",
    'instanceType: "n2-custom-2-8192"',
    `HARDWARE_TOO_SMALL  $.instanceType
  n2-custom-2-8192 has 2 vCPU and 8 GiB; profile "flatcar-standard" needs 4 vCPU and 8 GB
  fix: use n2-standard-4 (4 vCPU, 16 GiB), n2-highcpu-8 (8 vCPU, 8 GiB) or n2-highmem-4 (4 vCPU, 32 GiB), or say in hardwareWaiver why this one may be smaller`,
  ],
  [
    "a shared core where none may be",
    'instanceType: "e2-small", hardwareWaiver: "a test", hardwareProfile: { name: "steady", burstableAllowed: false }',
    `HARDWARE_BURSTABLE  $.instanceType
  e2-small is burstable or shares its cores, which profile "steady" does not take
  fix: use a machine with processors of its own, or allow burstable ones in the profile`,
  ],
  [
    "a type that there is not",
    'instanceType: "n2-standrd-4"',
    `HARDWARE_UNKNOWN  $.instanceType
  "n2-standrd-4" is no GCP machine type of the list of 2026-07-01, and its name does not tell its processors and memory
  fix: did you mean "n2-standard-4"? otherwise declare vcpus and memoryMib in hardware`,
  ],
  [
    "a profile that no usual type meets",
    'hardwareProfile: { name: "huge", vcpus: 1000 }',
    `HARDWARE_NO_TYPE  $.instanceType
  no general-purpose x64 GCP machine type meets profile "huge"
  fix: name a type of another family than e2, n2, n2d`,
  ],
  [
    "a disk that is too small",
    "diskGb: 10",
    `HARDWARE_TOO_SMALL  $.diskGb
  10 GB is less than the 32 GB that profile "flatcar-standard" needs
  fix: use a larger machine, or say in hardwareWaiver why this one may be smaller`,
  ],
  [
    "Persistent Disk for a family without it",
    'instanceType: "c4-standard-4", diskType: "pd-ssd"',
    `CLOUD_DISK_TYPE  $.diskType
  c4-standard-4 takes no Persistent Disk, and pd-ssd is one
  fix: use hyperdisk-balanced, which is what it gets when nothing is said`,
  ],
  [
    "a data disk of a kind that the type does not take",
    'instanceType: "n4-standard-4", dataDisks: [{ name: "data", sizeGb: 100, diskType: "pd-standard" }]',
    `CLOUD_DISK_TYPE  $.dataDisks[0].diskType
  n4-standard-4 takes no Persistent Disk, and pd-standard is one
  fix: use hyperdisk-balanced, which is what it gets when nothing is said`,
  ],
  [
    "a data disk that is too small",
    'dataDisks: [{ name: "data", sizeGb: 5 }]',
    `DATA_DISK_SIZE  $.dataDisks[0].sizeGb
  5 GiB is less than the 10 GiB that a disk of kind pd-balanced has at least
  fix: give 10 or more`,
  ],
  [
    "a data disk without a name that stays",
    'instanceType: "c3-standard-4", version: "4593.2.5", dataDisks: [{ name: "data", sizeGb: 100, mountPath: "/var/lib/data" }]',
    `DATA_DISK_DEVICE  $.dataDisks
  c3-standard-4 has NVMe disks, to which Flatcar 4593.2.5 gives no names that stay with them
  fix: use a release from 4722 on, or a type with SCSI disks as those of e2, n2 and n2d`,
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
    "a version of another channel",
    'channel: "beta", version: "4593.2.5"',
    `FLATCAR_VERSION_CHANNEL  $.version
  4593.2.5 is a release of channel "stable", and channel is "beta"
  fix: leave channel out, or set it to "stable"`,
  ],
  [
    "an image that is none",
    'imageId: "Flatcar Stable"',
    `CLOUD_IMAGE_ID  $.imageId
  "Flatcar Stable" is not the address of an image
  fix: give one as in projects/my-project/global/images/my-flatcar, or leave imageId out and name channel or version`,
  ],
  [
    "a region as zone",
    'zone: "europe-west3"',
    `CLOUD_ZONE  $.zone
  "europe-west3" is not the name of a zone
  fix: give the region, a hyphen and a letter, as in europe-west3-a`,
  ],
  [
    "a name with capitals",
    'machineName: "Web"',
    `CLOUD_NAME  $.machineName
  "Web" is no name on Compute Engine
  fix: use lower-case letters, digits and hyphens, a letter first and no hyphen last, at most 63 characters`,
  ],
  [
    "tags that are no labels",
    'tags: { Team: "Shop", "cost.center": "a" }',
    `CLOUD_TAG  $.tags.Team
  "Team" cannot name a label: it may hold lower-case letters, digits, _ and -, a letter first, at most 63
  fix: write "team"

CLOUD_TAG  $.tags.Team
  the value of "Team" cannot be one of a label: it may hold lower-case letters, digits, _ and -, at most 63
  fix: write it in lower case, with hyphens for what else is in it

CLOUD_TAG  $.tags["cost.center"]
  "cost.center" cannot name a label: it may hold lower-case letters, digits, _ and -, a letter first, at most 63
  fix: write "cost-center"`,
  ],
  [
    "a network tag with a dot",
    'networkTags: ["web", "web.internal"]',
    `CLOUD_NAME  $.networkTags[1]
  "web.internal" is no name on Compute Engine
  fix: use lower-case letters, digits and hyphens, a letter first and no hyphen last, at most 63 characters`,
  ],
  [
    "a rule with a name that is too long",
    'ingress: [{ name: "everything-that-customers-and-partners-may-reach", port: 443, source: "0.0.0.0/0" }]',
    `CLOUD_NAME  $.ingress[0].name
  "web-ingress-everything-that-customers-and-partners-may-reach" and the 8 characters that make it a name of its own are 68 characters, and Compute Engine takes 63
  fix: use a shorter name here or for the component`,
  ],
  [
    "a rule without an address range",
    'ingress: [{ name: "ssh", port: 22, source: "me" }]',
    `INGRESS_SOURCE  $.ingress[0].source
  "me" is not a range of addresses
  fix: write address and prefix length, as in 192.0.2.7/32; 0.0.0.0/0 is everybody`,
  ],
  [
    "IPv6 without a subnetwork",
    "ipv6: true",
    `CLOUD_IPV6  $.ipv6
  only subnetworks of custom mode networks have IPv6 addresses, and no subnetwork is given
  fix: name a subnetwork whose stack type is IPV4_IPV6`,
  ],
  [
    "a bucket without an account",
    'configBucket: "configs"',
    `CLOUD_CONFIG_STORE  $.configBucket
  the machine reads its config from the bucket as a service account, and it has none
  fix: give serviceAccountEmail of an account that may read objects of the bucket`,
  ],
  [
    "a bucket that the scopes do not open",
    'configBucket: "configs", serviceAccountEmail: "a@b.c", serviceAccountScopes: ["logging.write"]',
    `CLOUD_CONFIG_STORE  $.serviceAccountScopes
  with these scopes the machine cannot read its config from the bucket
  fix: add devstorage.read_only or cloud-platform, or leave serviceAccountScopes out`,
  ],
  [
    "scopes of nobody",
    'serviceAccountScopes: ["cloud-platform"]',
    `CLOUD_IDENTITY  $.serviceAccountScopes
  scopes are those of a service account, and the machine has none
  fix: give serviceAccountEmail, or leave serviceAccountScopes out`,
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
    'files: [{ path: "/opt/noise", contentsBase64: require("crypto").createHash("shake256", { outputLength: 300000 }).update("x").digest("base64") }]',
    `DELIVERY_TOO_LARGE  $
  gcp takes 262144 bytes of user data, and the config has 400131, compressed 412645; its largest parts in bytes are /opt/noise (400023)
  fix: let the machine fetch the largest files from a URL, with source and hash, or keep the config in a configBucket`,
  ],
  [
    "a unit with a typing error",
    'units: [{ name: "app.servce" }]',
    `UNIT_NAME_SUFFIX  $.units[0].name
  "app.servce" does not end in the name of a kind of unit
  fix: did you mean "app.service"?`,
  ],
];

describe("a machine on Compute Engine", () => {
  rejectsAll({ component: "GcpInstance", door: "gcp", cloud: "gcp", rows });
});

describe("a machine on Compute Engine, of which not all is known at once", () => {
  const project = new CloudProject(["gcp"], {});
  afterAll(() => project.remove());
  const program = (machines: Record<string, string>) => `
const pulumi = require("@pulumi/pulumi");
const { GcpInstance } = require("pulumi-flatcar/gcp");
const { raw } = require("./raw.js");
const net = raw("gcp:compute/network:Network", "net", {}, { outputs: ["selfLink"] });
${Object.entries(machines)
  .map(([name, args]) => `new GcpInstance("${name}", { hostname: "web", ${args} });`)
  .join("\n")}`;

  it("keeps its config known in a preview when a tag and a network are not, and waits for its image", async () => {
    project.write({
      "index.js": program({
        web: "tags: { net: net.selfLink }, network: net.selfLink, networkTags: [net.selfLink]",
        own: 'architecture: "arm64", imageId: net.selfLink',
      }),
    });
    const { code } = await project.preview();
    expect(code).toBe(0);
    const machine = project.received().find(({ name }) => name === "web-machine");
    expect(machine?.unknowns).toEqual([
      "bootDisk.initializeParams.labels",
      "labels",
      "networkInterfaces[0].network",
      "tags[0]",
    ]);
  });

  it.each([
    ["a type that is too small", 'instanceType: pulumi.output("e2-medium")', "HARDWARE_TOO_SMALL"],
    ["a tag that is no label", 'tags: { team: net.selfLink.apply(() => "Shop") }', "CLOUD_TAG"],
  ])("rejects %s when it is known, and makes no instance", async (_, args, code) => {
    const since = project.received().length;
    project.write({ "index.js": program({ web: args }) });
    const { output } = await project.up();
    expect(output).toContain('GcpInstance "web" cannot be built: 1 problem');
    expect(output).toContain(`${code}  $.`);
    expect(project.received(since).filter(({ name }) => name === "web-machine")).toEqual([]);
  });

  it("rejects an image that is not published, in the words of Compute Engine", async () => {
    project.write({ "index.js": program({ web: 'version: "4000.2.0"' }) });
    const { code, output } = await project.preview();
    expect(code).not.toBe(0);
    expect(output).toContain("images/flatcar-stable-4000-2-0' was not found");
  });
});
