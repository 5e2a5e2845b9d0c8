import { CloudProject } from "../support/cloud-project.js";
import { rejectsAll, type WrongProgram } from "../support/wrong-programs.js";

jest.setTimeout(120_000);

const image = 'imageId: "11111111-0000-4000-8000-000000000001"';

/** A mistake in words, the args with it, and what its author reads below the heading. */
const rows: WrongProgram[] = [
  [
    "no image",
    "imageId: undefined",
    `OPENSTACK_IMAGE  $.imageId
  Flatcar publishes no images in the Glance of a cloud, and neither imageId nor imageName is given
  fix: make the image with an OpenStackImage and give its imageId, or name one that is there in imageName`,
  ],
  [
    "an image by id and by name",
    'imageName: "flatcar"',
    `OPENSTACK_IMAGE  $.imageName
  the image is given by its id and by its name
  fix: leave one of them out`,
  ],
  [
    "properties of no image",
    'imageProperties: { a: "b" }',
    `OPENSTACK_IMAGE  $.imageProperties
  imageProperties narrow imageName, which is not given
  fix: give imageName, or leave imageProperties out`,
  ],
  [
    "a name as id of an image",
    'imageId: "flatcar"',
    `CLOUD_IMAGE_ID  $.imageId
  "flatcar" is not the identifier of an image in Glance
  fix: give its UUID, or its name in imageName`,
  ],
  [
    "a flavor by name and by id",
    'instanceType: "m1.large", flavorId: "4"',
    `OPENSTACK_FLAVOR  $.flavorId
  the flavor is given by its name in instanceType and by its id
  fix: leave one of the two out`,
  ],
  [
    "a disk that is too small",
    "diskGb: 16",
    `HARDWARE_TOO_SMALL  $.diskGb
  16 GB is less than the 32 GB that profile "flatcar-standard" needs
  fix: use a larger machine, or say in hardwareWaiver why this one may be smaller`,
  ],
  [
    "a size for a disk of the flavor",
    "diskGb: 64, bootFromVolume: false",
    `OPENSTACK_ROOT_DISK  $.diskGb
  the flavor says how the root disk is when bootFromVolume is false, and diskGb is given
  fix: leave bootFromVolume out to start from a volume, or leave diskGb out`,
  ],
  [
    "a type for a disk of the flavor",
    'diskType: "ssd", bootFromVolume: false',
    `OPENSTACK_ROOT_DISK  $.diskType
  the flavor says how the root disk is when bootFromVolume is false, and diskType is given
  fix: leave bootFromVolume out to start from a volume, or leave diskType out`,
  ],
  [
    "no port at all",
    "ports: []",
    `OPENSTACK_PORT  $.ports
  the list of ports is empty, and nova would choose a network without them
  fix: leave ports out for one on the only internal network, or name a network`,
  ],
  [
    "an existing port with more",
    'ports: [{ portId: "one", network: "private", subnetId: "two" }]',
    `OPENSTACK_PORT  $.ports[0].portId
  an existing port is as it is, and network and subnetId are given
  fix: leave portId out to have a port made, or give nothing else`,
  ],
  [
    "a network by name and by id",
    'ports: [{ network: "private", networkId: "one" }]',
    `OPENSTACK_PORT  $.ports[0].networkId
  the network is given by its name and by its id
  fix: leave one of them out`,
  ],
  [
    "an address without subnet",
    'ports: [{}, { network: "private", fixedIp: "10.0.0.7" }]',
    `OPENSTACK_PORT  $.ports[1].fixedIp
  an address is one of a subnet, which is not given
  fix: give the subnet's id in subnetId`,
  ],
  [
    "spare capacity",
    "spot: true",
    `OPENSTACK_NOT_OFFERED  $.spot
  OpenStack has no machines on spare capacity
  fix: leave spot out`,
  ],
  [
    "a lock",
    "terminationProtection: true",
    `OPENSTACK_NOT_OFFERED  $.terminationProtection
  the provider cannot lock a server
  fix: leave terminationProtection out, and use protect of the Pulumi options`,
  ],
  [
    "declared hardware",
    "hardware: { vcpus: 4 }",
    `OPENSTACK_NOT_OFFERED  $.hardware
  the cloud itself says what a flavor has
  fix: leave hardware out`,
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
    "an unknown channel",
    'channel: "stabel"',
    `FLATCAR_CHANNEL_UNKNOWN  $.channel
  "stabel" is not a channel of Flatcar
  fix: use one of lts, stable, beta, alpha; did you mean "stable"?`,
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
    "an architecture that there is not",
    'architecture: "x86"',
    `HARDWARE_ARCHITECTURE  $.architecture
  this machine is x86, and profile "flatcar-standard" takes x64 or arm64
  fix: use "x64" or "arm64"`,
  ],
  [
    "a profile below the floor",
    'hardwareProfile: { name: "tiny", vcpus: 1 }',
    `HARDWARE_PROFILE_BELOW_FLOOR  $.hardwareProfile.vcpus
  profile "tiny" asks for vcpus 1, and the floor is 4
  fix: raise it to 4 or leave it out; a single machine may be smaller by its hardwareWaiver`,
  ],
  [
    "a waiver without a reason",
    'hardwareWaiver: " "',
    `HARDWARE_WAIVER_EMPTY  $.hardwareWaiver
  the waiver gives no reason
  fix: say why this machine may be smaller, or leave the waiver out`,
  ],
  [
    "user data that is too big",
    'files: [{ path: "/opt/noise", contentsBase64: require("crypto").createHash("shake256", { outputLength: 60000 }).update("x").digest("base64") }]',
    `DELIVERY_TOO_LARGE  $
  openstack takes 65535 bytes of base64 of user data, and the config has 106844, compressed 110108; its largest parts in bytes are /opt/noise (80023)
  fix: let the machine fetch the largest files from a URL, with source and hash, or the whole config by replace of configReferences`,
  ],
  [
    "a unit with a typing error",
    'units: [{ name: "app.servce", contents: "[Service]\\nExecStart=/bin/true\\n" }]',
    `UNIT_NAME_SUFFIX  $.units[0].name
  "app.servce" does not end in the name of a kind of unit
  fix: did you mean "app.service"?`,
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
  [
    "a data disk without a good name",
    'dataDisks: [{ name: "Data", sizeGb: 10 }]',
    `DATA_DISK_NAME  $.dataDisks[0].name
  "Data" cannot name a disk: it may hold lower-case letters, digits and hyphens, a letter first
  fix: name the disk after what is on it, as in data`,
  ],
  [
    "a data disk over the system",
    'dataDisks: [{ name: "data", sizeGb: 10, mountPath: "/usr" }]',
    `DATA_DISK_MOUNT  $.dataDisks[0].mountPath
  a disk cannot be mounted at /usr, which is the system's own
  fix: mount it below /var or /mnt, as in /var/lib/data`,
  ],
];

describe("a machine on OpenStack", () => {
  rejectsAll({
    component: "OpenStackInstance",
    door: "openstack",
    cloud: "openstack",
    base: image,
    rows,
  });
});

describe("an image for OpenStack", () => {
  rejectsAll({
    component: "OpenStackImage",
    door: "openstack",
    cloud: "openstack",
    rows: [
      [
        "a version of another channel",
        'channel: "beta", version: "4593.2.5"',
        `FLATCAR_VERSION_CHANNEL  $.version
  4593.2.5 is a release of channel "stable", and channel is "beta"
  fix: leave channel out, or set it to "stable"`,
      ],
      [
        "an architecture that there is not",
        'architecture: "x86"',
        `HARDWARE_ARCHITECTURE  $.architecture
  this machine is x86, and profile "flatcar-standard" takes x64 or arm64
  fix: use "x64" or "arm64"`,
      ],
      [
        "a digest that is none",
        'sha512: "sha512-0123"',
        `OPENSTACK_IMAGE_HASH  $.sha512
  sha512 is a text of 11 characters, and not 128 hexadecimal digits
  fix: copy the one below SHA512 HASH in the .DIGESTS file beside the image on the release server`,
      ],
    ],
  });
});

/** What only the cloud can say: args, and what their author reads. */
const asked: Record<string, [args: string, text: string]> = {
  "a flavor that there is not": [
    'instanceType: "m1.largest"',
    `OPENSTACK_FLAVOR  $.instanceType
  the project sees no flavor "m1.largest"
  fix: name one that \`openstack flavor list\` shows, or leave it out for the smallest`,
  ],
  "an id of no flavor": [
    'flavorId: "7"',
    `OPENSTACK_FLAVOR  $.flavorId
  the project sees no flavor "7"
  fix: name one that \`openstack flavor list\` shows, or leave it out for the smallest`,
  ],
  "a flavor that is too small": [
    'instanceType: "m1.small"',
    `HARDWARE_TOO_SMALL  $.instanceType
  m1.small has 1 vCPU, 2 GiB and 20 GB disk; profile "flatcar-standard" needs 4 vCPU, 8 GB and 32 GB disk
  fix: use a larger flavor, or say in hardwareWaiver why this one may be smaller`,
  ],
  "a flavor without a disk": [
    'instanceType: "v1.large"',
    `HARDWARE_TOO_SMALL  $.instanceType
  v1.large has 4 vCPU, 8 GiB and 0 GB disk; profile "flatcar-standard" needs 4 vCPU, 8 GB and 32 GB disk
  fix: start from a volume, by diskGb, or say in hardwareWaiver why this one may be smaller`,
  ],
  "a flavor of another architecture": [
    'instanceType: "a1.xlarge", architecture: "x64"',
    `HARDWARE_ARCHITECTURE_MISMATCH  $.instanceType
  the architecture asked for is x64, and a1.xlarge is arm64
  fix: make both x64 or both arm64`,
  ],
  "a flavor without the graphics processor": [
    'instanceType: "m1.xlarge", hardwareProfile: { name: "ai", gpu: true }',
    `HARDWARE_GPU_MISSING  $.instanceType
  m1.xlarge has no graphics processor, and profile "ai" needs one
  fix: use a machine with a graphics processor`,
  ],
  "no flavor that is large enough": [
    'hardwareProfile: { name: "huge", vcpus: 64, memoryMib: 1000000 }',
    `OPENSTACK_FLAVOR  $.instanceType
  the project sees no flavor of at least 64 vCPU, 1000000 MiB and 32 GB disk
  fix: start from a volume with diskGb, if only the disk is missing, or ask the operator of the cloud for one`,
  ],
  "several smallest flavors": [
    'hardwareProfile: { name: "large", vcpus: 16 }',
    `OPENSTACK_FLAVOR  $.instanceType
  the cloud has several flavors of at least 16 vCPU, 8 GB and 32 GB disk, and its look-up does not tell the smallest apart
  fix: name one in instanceType`,
  ],
  "an image that there is not": [
    'imageId: undefined, imageName: "flatcr"',
    `OPENSTACK_IMAGE  $.imageName
  the project sees no image "flatcr"
  fix: name one that \`openstack image list\` shows, or make it with an OpenStackImage`,
  ],
  "an image with other properties": [
    'imageId: undefined, imageName: "flatcar-arm64", imageProperties: { flatcar_version: "4593.2.5" }',
    `OPENSTACK_IMAGE  $.imageName
  the project sees no image "flatcar-arm64" with the properties flatcar_version=4593.2.5
  fix: name one that \`openstack image list\` shows, or make it with an OpenStackImage`,
  ],
  "an image of another architecture": [
    'imageId: undefined, imageName: "flatcar-arm64", architecture: "x64"',
    `HARDWARE_ARCHITECTURE_MISMATCH  $.imageName
  the architecture asked for is x64, and image "flatcar-arm64" is arm64
  fix: make both x64 or both arm64`,
  ],
  "an id that proves to be none": [
    'imageId: pulumi.output("flatcar")',
    `CLOUD_IMAGE_ID  $.imageId
  "flatcar" is not the identifier of an image in Glance
  fix: give its UUID, or its name in imageName`,
  ],
  "a network that there is not": [
    'ports: [{ network: "privat" }]',
    `OPENSTACK_NETWORK  $.ports[0].network
  the project sees no network "privat"
  fix: name one that \`openstack network list\` shows, or give its id in networkId`,
  ],
  "a subnet that there is not": [
    'ports: [{ subnetId: "none" }]',
    `OPENSTACK_NETWORK  $.ports[0].subnetId
  the project sees no subnet "none"
  fix: give the id of one that \`openstack subnet list\` shows`,
  ],
};

describe("a machine on OpenStack, of which the cloud is asked", () => {
  const project = new CloudProject(["openstack"], {
    "index.js": `
const pulumi = require("@pulumi/pulumi");
const { OpenStackInstance } = require("pulumi-flatcar/openstack");
${Object.entries(asked)
  .map(([mistake, [args]]) => `new OpenStackInstance("${mistake}", { ${image}, ${args} });`)
  .join("\n")}`,
  });
  afterAll(() => project.remove());
  let output = "";
  beforeAll(async () => {
    ({ output } = await project.preview());
  });

  it.each(Object.entries(asked).map(([mistake, [, text]]) => [mistake, text] as const))(
    "rejects %s",
    (mistake, text) => {
      const said = output.replace(/^ +/gm, "");
      const heading = `OpenStackInstance "${mistake}" cannot be built: 1 problem`;
      expect(said).toContain(`${heading}\n\n${text.replace(/^ +/gm, "")}\n`);
    },
  );

  it("makes no server, nor anything around one", () => {
    expect(project.received().filter(({ method }) => method === "create")).toEqual([]);
  });
});

describe("a machine on OpenStack, of which not all is known at once", () => {
  const project = new CloudProject(["openstack"], {
    "index.js": `
const { OpenStackImage, OpenStackInstance } = require("pulumi-flatcar/openstack");
const { raw } = require("./raw.js");
const network = raw("openstack:networking/network:Network", "network", {}, { outputs: ["description"] });
const flatcar = new OpenStackImage("flatcar", { version: "4593.2.5", sha512: "0f".repeat(64) });
const { instanceType } = new OpenStackInstance("web", { hostname: "web", imageId: flatcar.imageId,
  ports: [{ networkId: network.id }], tags: { network: network.id } });
exports.type = instanceType;`,
  });
  afterAll(() => project.remove());

  it("keeps its config and its flavor known in a preview when image, network and a tag are not", async () => {
    const { code, output } = await project.preview();
    expect(output).toMatch(/type *: "m1.large"/);
    expect(code).toBe(0);
    const machine = project.received().find(({ name }) => name === "web-machine");
    expect(machine?.unknowns.map((path) => path.split(/[.[]/)[0]).sort()).toEqual([
      "imageId",
      "metadata",
      "networks",
    ]);
  });
});
