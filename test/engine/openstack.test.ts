import { createHash } from "node:crypto";
import {
  changesAsRowsSay,
  destroysAll,
  Fleet,
  keepsConfigsSecret,
  type Row,
} from "../support/fleet.js";

jest.setTimeout(120_000);

/** The digest that the stand-in's Glance has for every file. */
const digest = createHash("sha512").digest("hex");

/** Images of a program, by name, with args in JavaScript. */
const imagesOf = (images: Record<string, string>) => `
const { OpenStackImage } = require("pulumi-flatcar/openstack");
const image = "11111111-0000-4000-8000-000000000001";
const newer = "11111111-0000-4000-8000-000000000002";
const images = {};
for (const [name, args] of Object.entries({ ${Object.entries(images)
  .map(([name, args]) => `${name}: ${args}`)
  .join(", ")} })) {
  images[name] = new OpenStackImage(name, args);
  const { imageId, imageName, sourceUrl, sha512 } = images[name];
  exports[name] = { imageId, imageName, sourceUrl, sha512 };
}`;

const effects = { updated: ["update"], replaced: ["delete", "create"], same: [] };

/** Machines that are made and then changed: first args, changed args, what becomes of the server. */
const rows: Record<string, Row<keyof typeof effects>> = {
  config: ['files: token("canary-1")', 'files: token("canary-2")', "replaced"],
  "config-ignored": [
    'onConfigChange: "ignore", files: token("canary-1")',
    'onConfigChange: "ignore", files: token("canary-2")',
    "same",
  ],
  image: ["imageId: image", "imageId: newer", "same"],
  "image-replaced": [
    'onImageChange: "replace", imageId: image',
    'onImageChange: "replace", imageId: newer',
    "replaced",
  ],
  "image-by-name": [
    'onImageChange: "replace", imageId: undefined, imageName: "flatcar", imageProperties: { flatcar_version: "4593.2.4" }',
    'onImageChange: "replace", imageId: undefined, imageName: "flatcar"',
    "replaced",
  ],
  "image-of-volume": ["diskGb: 32, imageId: image", "diskGb: 32, imageId: newer", "same"],
  "image-of-volume-replaced": [
    'onImageChange: "replace", diskGb: 32, imageId: image',
    'onImageChange: "replace", diskGb: 32, imageId: newer',
    "replaced",
  ],
  "image-beside-data": [
    "dataDisks: [data], imageId: image",
    "dataDisks: [data], imageId: newer",
    "same",
  ],
  "image-and-config": [
    'imageId: image, hostname: "one"',
    'imageId: newer, hostname: "two"',
    "replaced",
  ],
  imported: ["imageId: images.release.imageId", "imageId: images.release.imageId", "same"],
  "imported-replaced": [
    'onImageChange: "replace", imageId: images.release.imageId',
    'onImageChange: "replace", imageId: images.release.imageId',
    "replaced",
  ],
  flavor: ['instanceType: "m1.large"', 'instanceType: "m1.xlarge"', "updated"],
  "flavor-by-id": ['instanceType: "m1.large"', 'flavorId: "id-of-m1.large"', "same"],
  profiled: ["", 'hardwareProfile: { name: "database", vcpus: 8, diskGb: 100 }', "updated"],
  "root-volume": ["", "diskGb: 64, imageId: newer", "replaced"],
  "root-volume-larger": ["diskGb: 64", "diskGb: 80", "replaced"],
  "root-volume-type": ['diskType: "ssd"', 'diskType: "nvme"', "replaced"],
  "root-volume-gone": ["bootFromVolume: true", "imageId: newer", "replaced"],
  tags: ['tags: { team: "a" }', 'tags: { team: "b" }', "updated"],
  named: ["", 'machineName: "front"', "updated"],
  groups: ['securityGroupIds: ["one"]', 'securityGroupIds: ["two"]', "same"],
  ingress: [
    'ingress: [rule], securityGroupIds: ["own"]',
    'ingress: [{ ...rule, port: 8443 }], securityGroupIds: ["own"]',
    "same",
  ],
  address: [
    'ports: [{ subnetId: "subnet-1", fixedIp: "10.0.0.7" }]',
    'ports: [{ subnetId: "subnet-1", fixedIp: "10.0.0.8" }]',
    "same",
  ],
  pairs: [
    'ports: [{ network: "private" }]',
    'ports: [{ network: "private", allowedAddressPairs: [{ ipAddress: "10.0.0.100" }] }]',
    "same",
  ],
  network: ['ports: [{ networkId: "one" }]', 'ports: [{ networkId: "two" }]', "replaced"],
  "two-networks": [
    'ports: [{ network: "private" }]',
    'ports: [{ network: "private" }, { networkId: "storage" }]',
    "replaced",
  ],
  "existing-port": ['ports: [{ portId: "port-1" }]', 'ports: [{ portId: "port-2" }]', "replaced"],
  public: ["", "publicIp: true", "same"],
  pool: ['floatingIpPool: "public"', 'floatingIpPool: "other"', "same"],
  ipv6: ["", "ipv6: true", "same"],
  group: ['serverGroupId: "one"', 'serverGroupId: "two"', "replaced"],
  zone: ['availabilityZone: "az1"', 'availabilityZone: "az2"', "replaced"],
  "key-pair": ['keyPair: "one"', 'keyPair: "two"', "replaced"],
  drive: ["", "configDrive: false", "replaced"],
  data: ["dataDisks: [data]", 'dataDisks: [{ ...data, sizeGb: 200, diskType: "ssd" }]', "same"],
  "data-kept": [
    'dataDisks: [data], hostname: "one"',
    'dataDisks: [data], hostname: "two"',
    "replaced",
  ],
  still: ['files: token("canary-1")', 'files: token("canary-1")', "same"],
};

/** Images that are made and then changed. */
const imageRows: Record<string, [before: string, after: string]> = {
  release: [
    `{ version: "4593.2.4", sha512: "${digest}" }`,
    `{ version: "4593.2.5", sha512: "${digest.toUpperCase()}" }`,
  ],
  mirrored: [
    '{ channel: "beta", architecture: "arm64", mirrorUrl: "http://mirror.example.com/flatcar/", webDownload: true }',
    '{ channel: "beta", architecture: "arm64", mirrorUrl: "http://mirror.example.com/flatcar/", webDownload: true, minRamMb: 4096, visibility: "community", properties: { hw_qemu_guest_agent: "no" } }',
  ],
  older: ['{ version: "4081.3.7" }', '{ version: "4081.3.7", protected: true }'],
};

describe("machines on OpenStack under the real engine", () => {
  const fleet = new Fleet({
    component: "OpenStackInstance",
    door: "openstack",
    cloud: "openstack",
    outputs: ["portId", "securityGroupId"],
    ofMachine: "flavorId",
    base: "imageId: image,",
    setUp: (column) =>
      imagesOf(
        Object.fromEntries(Object.entries(imageRows).map(([name, row]) => [name, row[column]])),
      ),
    effects,
    rows,
  });
  const { project } = fleet;
  afterAll(() => project.remove());

  it("an update makes one server a machine, and what it was asked for besides", async () => {
    const output = await fleet.up();
    expect(output).not.toContain("warning");
    // The stack; component, server and port, but where the port is there; a group and its rule; a floating address;
    // three data disks; component and image.
    const count = 1 + 3 * Object.keys(rows).length - 1 + 2 + 1 + 3 + 2 * 3;
    expect(output).toContain(`+ ${count} created`);
  });

  it("machines of one flavor, image and network look them up once", () => {
    const asked = project
      .received()
      .filter(({ method, type }) => method === "invoke" && !type.includes("getInstance"))
      .map(({ type, inputs }) => `${type.split(":").at(-1)} ${JSON.stringify(inputs)}`);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).toContain('getNetwork {"external":false}');
  });

  it("the smallest flavor is found by narrowing down what the provider tells one, none and several of", () => {
    const least = { minRam: 8000, minDisk: 32 };
    const asked = project
      .received()
      .filter(({ type, inputs }) => type.endsWith(":getFlavor") && inputs.minDisk === 32);
    expect(asked.map(({ inputs }) => inputs)).toEqual([
      least,
      { ...least, vcpus: 4 },
      { ...least, vcpus: 4, ram: 8000 },
      { ...least, vcpus: 4, ram: 8192 },
    ]);
    expect(fleet.outputs.still).toMatchObject({
      instanceType: "m1.large",
      ofMachine: "id-of-m1.large",
    });
  });

  it("an image is the release's own file, described for nova and for look-ups", () => {
    expect(project.inputs("release-image")).toEqual({
      name: "flatcar-stable-4593.2.4-amd64",
      imageSourceUrl:
        "https://stable.release.flatcar-linux.net/amd64-usr/4593.2.4/flatcar_production_openstack_image.img",
      containerFormat: "bare",
      diskFormat: "qcow2",
      verifyChecksum: true,
      minDiskGb: 13,
      minRamMb: 0,
      visibility: "private",
      protected: false,
      properties: {
        hw_architecture: "x86_64",
        hw_qemu_guest_agent: "yes",
        flatcar_channel: "stable",
        flatcar_version: "4593.2.4",
      },
    });
    expect(project.inputs("older-image").minDiskGb).toBe(9);
    expect(fleet.outputs.release).toEqual({
      imageId: project.inputs("imported-machine").imageId,
      imageName: "flatcar-stable-4593.2.4-amd64",
      sourceUrl: project.inputs("release-image").imageSourceUrl,
      sha512: digest,
    });
  });

  it("an arm64 image from a mirror is fetched by Glance where that is asked for", () => {
    const { imageSourceUrl, webDownload, verifyChecksum, properties, name } =
      project.inputs("mirrored-image");
    expect({ imageSourceUrl, webDownload, verifyChecksum, properties, name }).toEqual({
      imageSourceUrl:
        "http://mirror.example.com/flatcar/arm64-usr/current/flatcar_production_openstack_image.img",
      webDownload: true,
      properties: {
        hw_architecture: "aarch64",
        hw_firmware_type: "uefi",
        hw_qemu_guest_agent: "yes",
        flatcar_channel: "beta",
      },
      name: "flatcar-beta-current-arm64",
    });
  });

  it("a machine without a word is on the project's own network, with a config drive", () => {
    expect(project.inputs("named-machine")).toEqual({
      name: "named",
      flavorId: "id-of-m1.large",
      flavorName: "m1.large",
      imageId: "11111111-0000-4000-8000-000000000001",
      networks: [{ port: fleet.outputs.named?.portId }],
      userData: expect.any(String),
      configDrive: true,
      stopBeforeDestroy: false,
    });
    expect(project.inputs("named-port-0")).toEqual({
      name: "named-port-0",
      networkId: "22222222-0000-4000-8000-000000000001",
    });
  });

  it("the outputs of every cloud come first, then those of OpenStack", () => {
    expect(fleet.outputs.ingress).toEqual({
      instanceId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      privateIp: expect.stringMatching(/^10\./),
      publicIp: "",
      imageId: "11111111-0000-4000-8000-000000000001",
      ignitionSha512: expect.stringMatching(/^[0-9a-f]{128}$/),
      instanceType: "m1.large",
      delivery: "inline",
      portId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      securityGroupId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      ofMachine: "id-of-m1.large",
    });
    expect(fleet.outputs.still?.securityGroupId).toBe("");
    expect(fleet.outputs.pool?.publicIp).toMatch(/^192\.0\.2\./);
  });

  it("a firewall lets in what was asked for, on the port and before the machine starts", () => {
    expect(project.inputs("ingress-ingress-https")).toEqual({
      securityGroupId: fleet.outputs.ingress?.securityGroupId,
      direction: "ingress",
      ethertype: "IPv4",
      protocol: "tcp",
      portRangeMin: 443,
      portRangeMax: 443,
      remoteIpPrefix: "0.0.0.0/0",
      description: "https",
    });
    expect(project.inputs("ingress-port-0").securityGroupIds).toEqual([
      "own",
      fleet.outputs.ingress?.securityGroupId,
    ]);
    const made = project.received().filter(({ id, method }) => method === "create" && id);
    const order = made.map(({ name }) => name).filter((name) => name.startsWith("ingress-"));
    expect(order.at(-1)).toBe("ingress-machine");
  });

  it("a port is on the network of its subnet, or of its name, with the address that was asked for", () => {
    expect(project.inputs("address-port-0")).toMatchObject({
      networkId: "network-of-subnet-1",
      fixedIps: [{ subnetId: "subnet-1", ipAddress: "10.0.0.7" }],
    });
    expect(project.inputs("pairs-port-0").networkId).toBe("22222222-0000-4000-8000-000000000001");
    expect(project.inputs("existing-port-machine").networks).toEqual([{ port: "port-1" }]);
  });

  it("a size or type of the root disk makes it a volume, which goes with the machine", () => {
    const volume = {
      sourceType: "image",
      destinationType: "volume",
      uuid: "11111111-0000-4000-8000-000000000001",
      volumeSize: 64,
      bootIndex: 0,
      deleteOnTermination: true,
    };
    const { blockDevices, imageId } = project.inputs("root-volume-larger-machine");
    expect({ blockDevices, imageId }).toEqual({ blockDevices: [volume], imageId: undefined });
    expect(project.inputs("root-volume-type-machine").blockDevices).toEqual([
      { ...volume, volumeSize: 32, volumeType: "ssd" },
    ]);
    expect(fleet.outputs["root-volume-larger"]?.imageId).toBe(volume.uuid);
  });

  it("a data disk is a volume beside the image, whose first letters the config mounts", () => {
    const { blockDevices, imageId, stopBeforeDestroy } = project.inputs("data-kept-machine");
    const volume = String((blockDevices as { uuid: string }[])[1]?.uuid);
    expect(blockDevices).toEqual([
      {
        sourceType: "image",
        destinationType: "local",
        uuid: imageId,
        bootIndex: 0,
        deleteOnTermination: true,
      },
      {
        sourceType: "volume",
        destinationType: "volume",
        uuid: volume,
        bootIndex: -1,
        deleteOnTermination: false,
        deviceType: "disk",
        diskBus: "virtio",
      },
    ]);
    expect(fleet.userData("data-kept").storage.filesystems).toMatchObject([
      { device: `/dev/disk/by-id/virtio-${volume.slice(0, 20)}`, path: "/var/lib/data" },
    ]);
    expect(project.inputs("data-kept-disk-data")).toEqual({
      name: "data-kept-disk-data",
      size: 100,
      enableOnlineResize: true,
    });
    expect(stopBeforeDestroy).toBe(true);
  });

  keepsConfigsSecret(fleet, "userData");

  changesAsRowsSay(fleet, () => {
    it("what lies around a machine is changed by itself", () => {
      expect(fleet.methods("ingress-ingress-https")).toEqual(["delete", "create"]);
      expect(fleet.methods("ingress-firewall")).toEqual([]);
      expect(fleet.methods("groups-port-0")).toEqual(["update"]);
      expect(fleet.methods("address-port-0")).toEqual(["update"]);
      expect(fleet.methods("pairs-port-0")).toEqual(["update"]);
      expect(fleet.methods("public-floating-ip")).toEqual(["create"]);
      expect(project.inputs("public-floating-ip")).toEqual({
        pool: "public",
        portId: fleet.outputs.public?.portId,
      });
    });

    it("a machine that is replaced keeps its port, and what is on its data disks", () => {
      expect(fleet.methods("config-port-0")).toEqual([]);
      expect(project.inputs("config-machine").networks).toEqual([
        { port: fleet.outputs.config?.portId },
      ]);
      expect(fleet.methods("data-kept-disk-data")).toEqual([]);
    });

    it("a data disk grows, and is never made anew for another type", () => {
      expect(fleet.methods("data-disk-data")).toEqual(["update"]);
      expect(project.inputs("data-disk-data").size).toBe(200);
    });

    it("a machine that is replaced for its config or its disk takes the newer image too", () => {
      const newer = "11111111-0000-4000-8000-000000000002";
      expect(project.inputs("image-and-config-machine").imageId).toBe(newer);
      expect(project.inputs("image-by-name-machine").imageId).toBe(newer);
      expect(project.inputs("root-volume-machine").blockDevices).toMatchObject([
        { destinationType: "volume", uuid: newer, volumeSize: 64 },
      ]);
      expect(project.inputs("root-volume-gone-machine")).toMatchObject({ imageId: newer });
      expect(project.inputs("root-volume-gone-machine").blockDevices).toBeUndefined();
    });

    it("another release is another image, and what is said of one is changed in place", () => {
      expect(fleet.methods("release-image")).toEqual(["create", "delete"]);
      expect(fleet.methods("mirrored-image")).toEqual(["update"]);
      expect(project.inputs("mirrored-image")).toMatchObject({
        minRamMb: 4096,
        visibility: "community",
        properties: { hw_architecture: "aarch64", hw_qemu_guest_agent: "no" },
      });
      expect(fleet.methods("older-image")).toEqual(["update"]);
    });

    it("a profile asks for a larger flavor", () => {
      expect(project.inputs("profiled-machine").flavorName).toBe("m1.xlarge");
    });
  });

  it("takes neither a server that nova gave up nor an image of other bytes for made", async () => {
    const since = project.received().length;
    project.write({
      "index.js": fleet.program(
        { still: 'tags: { broken: "yes" }', never: "imageId: images.altered.imageId" },
        imagesOf({ altered: '{ version: "4593.2.5", sha512: "0f".repeat(64) }' }),
      ),
    });
    const { code, output } = await project.up();
    expect(code).not.toBe(0);
    expect(output).toContain('OpenStackInstance "still" cannot be built: 1 problem');
    expect(output).toContain("OPENSTACK_SERVER_ERROR  $");
    expect(output).toMatch(/server [0-9a-f-]{36} is in state ERROR/);
    expect(output).toContain("OPENSTACK_IMAGE_HASH  $.sha512");
    expect(output).toContain(
      "Glance holds an image whose SHA-512 begins with cf83e135, and sha512 with 0f0f0f0f",
    );
    const made = project.received(since).map(({ name }) => name);
    expect(made.filter((name) => name.startsWith("never-"))).toEqual([]);
  });

  destroysAll(fleet, [["ingress-machine", "ingress-port-0", "ingress-firewall"]]);
});
