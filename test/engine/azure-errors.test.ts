import { CloudProject } from "../support/cloud-project.js";
import { rejectsAll, type WrongProgram } from "../support/wrong-programs.js";

jest.setTimeout(120_000);

const base = `
  resourceGroupName: "group",
  subnetId: "/subscriptions/0/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/n/subnets/s",
  sshAuthorizedKeys: ["ssh-ed25519 AAAA you@example.com"],
`;
const container = '{ accountName: "shop", containerName: "configs" }';
const data = '{ name: "data", sizeGb: 100, mountPath: "/var/lib/data" }';

const rows: WrongProgram[] = [
  [
    "no key",
    "sshAuthorizedKeys: undefined",
    `CLOUD_SSH_KEY  $.sshAuthorizedKeys
  Azure makes no Linux machine without a key, and user core has none
  fix: give one in sshAuthorizedKeys, as in ssh-ed25519 AAAA… you@example.com`,
  ],
  [
    "keys of kinds that Azure does not take",
    'sshAuthorizedKeys: ["ecdsa-sha2-nistp256 AAAA you@example.com", `ssh-rsa ${"A".repeat(204)} you@example.com`]',
    `CLOUD_SSH_KEY  $.sshAuthorizedKeys
  Azure takes keys of type ssh-rsa with 2048 bits or more and of type ssh-ed25519, and user core has 2 others
  fix: give one in sshAuthorizedKeys, as in ssh-ed25519 AAAA… you@example.com`,
  ],
  [
    "no network",
    "subnetId: undefined",
    `CLOUD_NETWORK  $.subnetId
  Azure has no network that a machine is in by default, and there is no subnetId
  fix: give the id of a subnet`,
  ],
  [
    "a region as zone",
    'zone: "westeurope-1"',
    `CLOUD_ZONE  $.zone
  "westeurope-1" is not an availability zone
  fix: give "1", "2" or "3"; the region is location`,
  ],
  [
    "an architecture that there is not",
    'architecture: "x86"',
    `HARDWARE_ARCHITECTURE  $.architecture
  this machine is x86, and profile "flatcar-standard" takes x64 or arm64
  fix: use "x64" or "arm64"`,
  ],
  [
    "a size of another architecture",
    'architecture: "arm64", instanceType: "Standard_D4s_v5"',
    `HARDWARE_ARCHITECTURE_MISMATCH  $.instanceType
  the architecture asked for is arm64, and Standard_D4s_v5 is x64
  fix: make both arm64 or both x64`,
  ],
  [
    "a size that is too small",
    'instanceType: "Standard_B2s"',
    `HARDWARE_TOO_SMALL  $.instanceType
  Standard_B2s has 2 vCPU and 4 GiB; profile "flatcar-standard" needs 4 vCPU and 8 GB
  fix: use Standard_B4ls_v2 (4 vCPU, 8 GiB), Standard_B4als_v2 (4 vCPU, 8 GiB) or Standard_D4ls_v5 (4 vCPU, 8 GiB), or say in hardwareWaiver why this one may be smaller`,
  ],
  [
    "a burstable size where the profile takes none",
    'instanceType: "Standard_B4ms", hardwareProfile: { name: "steady", burstableAllowed: false }',
    `HARDWARE_BURSTABLE  $.instanceType
  Standard_B4ms is burstable or shares its cores, which profile "steady" does not take
  fix: use a machine with processors of its own, or allow burstable ones in the profile`,
  ],
  [
    "a size that there is not",
    'instanceType: "D4s_v5"',
    `HARDWARE_UNKNOWN  $.instanceType
  "D4s_v5" is no Azure VM size of the list of 2026-03-05, and its name does not tell its processors, memory and architecture
  fix: did you mean "Standard_D4s_v5"? otherwise declare vcpus, memoryMib and architecture in hardware`,
  ],
  [
    "a size that starts images of generation 1 only",
    'instanceType: "Standard_D4_v2"',
    `HARDWARE_CANNOT_BOOT  $.instanceType
  Standard_D4_v2 starts images of generation 1, and Flatcar's image is of generation 2
  fix: use an image of generation 1, or a size that starts generation 2`,
  ],
  [
    "a size that is confidential",
    'instanceType: "Standard_DC4as_v5"',
    `HARDWARE_CANNOT_BOOT  $.instanceType
  Standard_DC4as_v5 starts only as a confidential machine, and Flatcar has no image for those
  fix: use a size of family D or E`,
  ],
  [
    "a disk that is too small",
    "diskGb: 16",
    `HARDWARE_TOO_SMALL  $.diskGb
  16 GB is less than the 32 GB that profile "flatcar-standard" needs
  fix: use a larger machine, or say in hardwareWaiver why this one may be smaller`,
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
    "Trusted Launch",
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
    "an LTS release that is in no offer",
    'version: "3510.3.8"',
    `CLOUD_NO_IMAGE  $.version
  of LTS releases only those of lts2024, which begin with 4081, are in Flatcar's offers on Azure
  fix: use a version of lts2024, or give an imageId`,
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
    'imageId: "flatcar-stable-amd64"',
    `CLOUD_IMAGE_ID  $.imageId
  "flatcar-stable-amd64" is not the identifier of an image
  fix: give the resource id of an image or of an image in a gallery, or leave imageId out and name channel or version`,
  ],
  [
    "user data that is too big",
    'files: [{ path: "/opt/noise", contentsBase64: require("crypto").createHash("shake256", { outputLength: 60000 }).update("x").digest("base64") }]',
    `DELIVERY_TOO_LARGE  $
  azure takes 65535 bytes of user data, and the config has 80225, compressed 82689; its largest parts in bytes are /opt/noise (80023), core (36)
  fix: let the machine fetch the largest files from a URL, with source and hash, or keep the config in a configContainer`,
  ],
  [
    "a config in a container, and nobody to read it",
    `configContainer: ${container}`,
    `CLOUD_CONFIG_STORE  $.identityIds
  to read its config from a container the machine needs exactly one identity, and it has 0
  fix: give one that has the role Storage Blob Data Reader on the container`,
  ],
  [
    "a config in a container, for a release that cannot read it",
    `configContainer: ${container}, identityIds: ["/one"], channel: "lts"`,
    `CLOUD_CONFIG_STORE  $.channel
  Flatcar lts2024 cannot read private blobs; the first release that can is 4344
  fix: use a newer release, or leave configContainer out`,
  ],
  [
    "several identities that could read it, and an old release",
    `configContainer: ${container}, identityIds: ["/one", "/two"], version: "4230.2.4"`,
    `CLOUD_CONFIG_STORE  $.identityIds
  to read its config from a container the machine needs exactly one identity, and it has 2
  fix: give one that has the role Storage Blob Data Reader on the container

CLOUD_CONFIG_STORE  $.version
  Flatcar 4230.2.4 cannot read private blobs; the first release that can is 4344
  fix: use a newer release, or leave configContainer out`,
  ],
  [
    "a data disk without a name on the machine",
    `instanceType: "Standard_D4ds_v6", dataDisks: [${data}]`,
    `DATA_DISK_DEVICE  $.instanceType
  Standard_D4ds_v6 has NVMe disks only, for which Flatcar's first boot has no names that stay with them
  fix: use a size with SCSI disks, as those of version 5 and the arm64 ones are, or leave mountPath out`,
  ],
  [
    "data disks that are none",
    `dataDisks: [{ ...${data}, name: "Data", sizeGb: 0, mountPath: "/etc/app" }]`,
    `DATA_DISK_MOUNT  $.dataDisks[0].mountPath
  a disk cannot be mounted at /etc/app, which is the system's own
  fix: mount it below /var or /mnt, as in /var/lib/data

DATA_DISK_NAME  $.dataDisks[0].name
  "Data" cannot name a disk: it may hold lower-case letters, digits and hyphens, a letter first
  fix: name the disk after what is on it, as in data

DATA_DISK_SIZE  $.dataDisks[0].sizeGb
  0 GiB is not a size that a disk can have
  fix: give a whole number of GiB, 1 or more`,
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
    "a rule without a good name",
    'ingress: [{ name: "HTTPS", port: 443, source: "0.0.0.0/0" }]',
    `INGRESS_NAME  $.ingress[0].name
  "HTTPS" cannot name a rule: it may hold lower-case letters, digits and hyphens, a letter first
  fix: name the rule after what it lets in, as in https`,
  ],
  [
    "an address without prefix",
    'ingress: [{ name: "ssh", port: 22, source: "192.0.2.7" }]',
    `INGRESS_SOURCE  $.ingress[0].source
  "192.0.2.7" is not a range of addresses
  fix: write address and prefix length, as in 192.0.2.7/32; 0.0.0.0/0 is everybody`,
  ],
];

describe("a machine on Azure", () => {
  rejectsAll({ component: "AzureInstance", door: "azure", cloud: "azure-native", base, rows });
});

describe("a machine on Azure, of which not all is known at once", () => {
  const project = new CloudProject(["azure-native"], {});
  afterAll(() => project.remove());
  const program = (machines: Record<string, string>) => `
const pulumi = require("@pulumi/pulumi");
const { AzureInstance } = require("pulumi-flatcar/azure");
const { raw } = require("./raw.js");
const place = { resourceGroupName: "group" };
const network = raw("azure-native:network:VirtualNetwork", "network", place);
const identity = raw("azure-native:managedidentity:UserAssignedIdentity", "identity", place, { outputs: ["clientId"] });
const base = { ...place, subnetId: network.id, sshAuthorizedKeys: ["ssh-ed25519 AAAA you@example.com"] };
${Object.entries(machines)
  .map(([name, args]) => `new AzureInstance("${name}", { ...base, ${args} });`)
  .join("\n")}`;

  it("keeps its config known in a preview when network, identity and a tag are not, and waits for a key that is not", async () => {
    project.write({
      "index.js": program({
        web: "identityIds: [identity.id], tags: { owner: identity.clientId }",
        late: "sshAuthorizedKeys: [identity.clientId]",
      }),
    });
    const { code } = await project.preview();
    expect(code).toBe(0);
    const machine = project.received().find(({ name }) => name === "web-machine");
    expect(machine?.unknowns).toEqual(
      expect.arrayContaining(["identity.userAssignedIdentities[0]", "tags.owner"]),
    );
    expect(machine?.unknowns.join()).not.toMatch(/osProfile|storageProfile/);
  });

  it("rejects a key of a kind that Azure does not take when it is known, and makes no machine", async () => {
    const { code, output } = await project.up();
    expect(code).not.toBe(0);
    expect(output).toContain('AzureInstance "late" cannot be built: 1 problem');
    expect(output).toContain("CLOUD_SSH_KEY  $.sshAuthorizedKeys");
    const made = project.received().filter(({ preview }) => !preview);
    expect(made.filter(({ name }) => name === "late-machine")).toEqual([]);
  });

  describe("and that is there", () => {
    const data = 'dataDisks: [{ name: "data", sizeGb: 1 }]';
    beforeAll(async () => {
      project.write({
        "index.js": program({ web: `zone: "1", ${data}`, locked: "terminationProtection: true" }),
      });
      const { code, output } = await project.up();
      if (code !== 0) throw new Error(output);
    });

    it("rejects to move away from its data disk, and leaves both alone", async () => {
      const since = project.received().length;
      project.write({
        "index.js": program({ web: `zone: "2", ${data}`, locked: "terminationProtection: true" }),
      });
      const { code, output } = await project.up();
      expect(code).not.toBe(0);
      expect(output).toContain(
        'disk "data" is in zone 1 of westeurope, and the machine is to be in 2 of westeurope',
      );
      expect(project.received(since)).toEqual([]);
    });

    it("rejects to be replaced when it is protected, in the preview", async () => {
      project.write({
        "index.js": program({ locked: 'terminationProtection: true, hostname: "other"' }),
      });
      const { code, output } = await project.preview();
      expect(code).not.toBe(0);
      expect(output).toMatch(/unable to replace resource ".*locked-machine"/);
      expect(output).toContain("as it is currently marked for protection");
    });
  });
});
