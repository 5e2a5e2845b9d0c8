import {
  changesAsRowsSay,
  destroysAll,
  Fleet,
  keepsConfigsSecret,
  pointsToConfigs,
  type Row,
} from "../support/fleet.js";

jest.setTimeout(120_000);

const effects = {
  updated: ["update"],
  replaced: ["create", "delete"],
  "deleted first": ["delete", "create"],
  same: [],
};

const account = 'serviceAccountEmail: "web@shop.iam.gserviceaccount.com"';

/** Machines that are made and then changed: first args, changed args, what becomes of the instance. */
const rows: Record<string, Row<keyof typeof effects>> = {
  config: ['files: token("canary-1")', 'files: token("canary-2")', "replaced"],
  "config-ignored": [
    'onConfigChange: "ignore", files: token("canary-1")',
    'onConfigChange: "ignore", files: token("canary-2")',
    "same",
  ],
  "no-longer-ignored": ['onConfigChange: "ignore", hostname: "one"', 'hostname: "two"', "replaced"],
  version: ['version: "4593.2.4"', 'version: "4593.2.5"', "same"],
  "version-replaced": [
    'onImageChange: "replace", version: "4593.2.4"',
    'onImageChange: "replace", version: "4593.2.5"',
    "replaced",
  ],
  image: [
    'imageId: "projects/own/global/images/a"',
    'imageId: "projects/own/global/images/b"',
    "same",
  ],
  "image-replaced": [
    'onImageChange: "replace", imageId: "projects/own/global/images/a"',
    'onImageChange: "replace", imageId: "projects/own/global/images/b"',
    "replaced",
  ],
  "image-and-config": [
    'version: "4593.2.4", hostname: "one"',
    'version: "4593.2.5", hostname: "two"',
    "replaced",
  ],
  size: ['instanceType: "n2-standard-4"', 'instanceType: "n2-standard-8"', "updated"],
  family: ['instanceType: "n2-standard-4"', 'instanceType: "n4-standard-4"', "replaced"],
  arm64: ["", 'architecture: "arm64", imageId: "arm64", onImageChange: "replace"', "replaced"],
  gpu: ["", 'instanceType: "g2-standard-8"', "updated"],
  disk: ["", "diskGb: 64", "updated"],
  "disk-kind": ["", 'diskType: "pd-ssd"', "replaced"],
  "disk-key": ["", 'kmsKeySelfLink: "projects/p/locations/l/keyRings/r/cryptoKeys/k"', "replaced"],
  tags: ['tags: { team: "a" }', 'tags: { team: "b" }', "updated"],
  named: ['machineName: "front"', 'machineName: "front", hostname: "two"', "deleted first"],
  renamed: ["", 'machineName: "back"', "deleted first"],
  "network-tags": ['networkTags: ["one"]', 'networkTags: ["two"]', "updated"],
  ingress: ["ingress: [rule]", "ingress: [{ ...rule, port: 8443, toPort: 8444 }]", "same"],
  "first-rule": ['networkTags: ["one"]', 'networkTags: ["one"], ingress: [rule]', "updated"],
  account: [account, 'serviceAccountEmail: "two@shop.iam.gserviceaccount.com"', "updated"],
  scopes: [account, `${account}, serviceAccountScopes: ["cloud-platform"]`, "updated"],
  network: ['network: "one"', 'network: "two"', "updated"],
  subnetwork: [
    'subnetwork: "projects/host/regions/europe-west3/subnetworks/external", ipv6: true, ingress: [rule]',
    'subnetwork: "projects/host/regions/europe-west3/subnetworks/internal", ipv6: true, ingress: [rule]',
    "updated",
  ],
  "more-networks": ["", 'networks: [{ network: "two", publicIp: true }]', "replaced"],
  zone: ['zone: "europe-west3-a"', 'zone: "europe-west3-b"', "replaced"],
  project: ['project: "one"', 'project: "two"', "replaced"],
  address: ["publicIp: true", "publicIp: false", "updated"],
  spot: ["", 'spot: true, onInterruption: "stop"', "replaced"],
  interruption: ["spot: true", 'spot: true, onInterruption: "stop"', "updated"],
  protected: ["", "terminationProtection: true", "updated"],
  console: ["", "serialConsole: false", "replaced"],
  pointer: [
    `configBucket: "configs", ${account}, files: token("canary-1")`,
    `configBucket: "configs", ${account}, files: token("canary-2")`,
    "replaced",
  ],
  profiled: ["", 'hardwareProfile: { name: "database", vcpus: 16, diskGb: 100 }', "updated"],
  data: [
    'dataDisks: [data, { name: "raw", sizeGb: 10 }]',
    'dataDisks: [data, { name: "raw", sizeGb: 10 }], hostname: "two"',
    "deleted first",
  ],
  "data-more": ["dataDisks: [data]", 'dataDisks: [data, { name: "raw", sizeGb: 10 }]', "updated"],
  "data-larger": ["dataDisks: [data]", "dataDisks: [{ ...data, sizeGb: 200 }]", "same"],
  "data-kind": ["dataDisks: [data]", 'dataDisks: [{ ...data, diskType: "pd-ssd" }]', "same"],
  still: ['files: token("canary-1")', 'files: token("canary-1")', "same"],
};

describe("machines on Compute Engine under the real engine", () => {
  const fleet = new Fleet({
    component: "GcpInstance",
    door: "gcp",
    cloud: "gcp",
    outputs: ["instanceName", "zone", "selfLink", "networkTag"],
    ofMachine: "machineType",
    effects,
    rows,
  });
  const { project } = fleet;
  afterAll(() => project.remove());

  it("a preview makes nothing and knows image, type and delivery", async () => {
    const { code, output } = await project.preview();
    expect(output).not.toContain("warning");
    expect(code).toBe(0);
    expect(output).toMatch(/instanceType *: "e2-standard-4"/);
    expect(output).toMatch(/ignitionSha512 *: \[secret\]/);
    expect(project.received().every(({ preview, method }) => preview || method === "invoke")).toBe(
      true,
    );
  });

  it("an update makes one instance a machine, and what it was asked for besides", async () => {
    const output = await fleet.up();
    // The stack; component and instance; two rules; an object; five disks.
    expect(output).toContain(`+ ${1 + 2 * Object.keys(rows).length + 2 + 1 + 5} created`);
  });

  it("machines of one image look it up once", () => {
    const images = project.received().filter(({ type }) => type.endsWith("getImage:getImage"));
    const asked = images.map(({ inputs }) => JSON.stringify(inputs)).sort();
    expect([...new Set(asked)]).toEqual([
      '{"family":"flatcar-stable","project":"kinvolk-public"}',
      '{"name":"flatcar-stable-4593-2-4","project":"kinvolk-public"}',
    ]);
    // A preview and an update.
    expect(asked).toHaveLength(4);
  });

  it("a machine without a word is private, nobody in the cloud, and of the smallest type", () => {
    expect(project.inputs("disk-machine")).toEqual({
      name: expect.stringMatching(/^disk-machine-[0-9a-f]{7}$/),
      machineType: "e2-standard-4",
      allowStoppingForUpdate: true,
      bootDisk: {
        initializeParams: { image: fleet.outputs.disk?.imageId, size: 32, type: "pd-balanced" },
      },
      networkInterfaces: [{ network: "default" }],
      metadata: { "user-data": expect.any(String), "serial-port-enable": "TRUE" },
      deletionProtection: false,
    });
  });

  it("the five outputs of every cloud come first, then those of Compute Engine", () => {
    expect(fleet.outputs.ingress).toEqual({
      instanceId: expect.stringMatching(/^\d{19}$/),
      privateIp: expect.stringMatching(/^10\./),
      publicIp: "",
      imageId: fleet.outputs.still?.imageId,
      ignitionSha512: expect.stringMatching(/^[0-9a-f]{128}$/),
      instanceType: "e2-standard-4",
      delivery: "inline",
      instanceName: expect.stringMatching(/^ingress-machine-[0-9a-f]{7}$/),
      zone: "us-central1-a",
      selfLink: expect.stringMatching(/^https:.*\/instances\/ingress-machine-/),
      networkTag: expect.stringMatching(/^ingress-[0-9a-f]{7}$/),
      ofMachine: "e2-standard-4",
    });
    expect(fleet.outputs.still?.networkTag).toBe("");
    expect(fleet.outputs.address?.publicIp).toMatch(/^192\.0\.2\./);
  });

  it("a rule is a firewall of its own that aims at the one machine", () => {
    expect(project.inputs("ingress-ingress-https")).toMatchObject({
      network: "default",
      direction: "INGRESS",
      allows: [{ protocol: "tcp", ports: ["443"] }],
      sourceRanges: ["0.0.0.0/0"],
      targetTags: [fleet.outputs.ingress?.networkTag],
    });
    expect(project.inputs("ingress-machine").tags).toEqual([fleet.outputs.ingress?.networkTag]);
  });

  it("a subnetwork says which network its rules are in, and whether IPv6 is public", () => {
    expect(project.inputs("subnetwork-ingress-https")).toMatchObject({
      network: expect.stringMatching(/projects\/host\/global\/networks\/of-external$/),
      project: "host",
    });
    expect(project.inputs("subnetwork-machine").networkInterfaces).toEqual([
      {
        subnetwork: "projects/host/regions/europe-west3/subnetworks/external",
        stackType: "IPV4_IPV6",
        ipv6AccessConfigs: [{ networkTier: "PREMIUM" }],
      },
    ]);
  });

  keepsConfigsSecret(fleet, 'metadata["user-data"]');
  pointsToConfigs(fleet, {
    url: "gs://configs/flatcar/test/test/pointer.ign",
    input: "content",
    textOf: (content) => content,
  });

  it("a stored config is an object in the bucket, which the machine may read", () => {
    const { content, ...rest } = project.inputs("pointer-config");
    expect(rest).toEqual({
      bucket: "configs",
      name: "flatcar/test/test/pointer.ign",
      contentType: "application/json",
    });
    expect(project.inputs("pointer-machine").serviceAccount).toEqual({
      email: "web@shop.iam.gserviceaccount.com",
      scopes: ["https://www.googleapis.com/auth/devstorage.read_only"],
    });
  });

  it("a data disk is attached under its name when the machine first boots, and never wiped", () => {
    expect(project.inputs("data-disk-data")).toMatchObject({ size: 100, type: "pd-balanced" });
    expect(project.inputs("data-machine").attachedDisks).toEqual([
      { source: expect.stringMatching(/\/disks\/data-disk-data-[0-9a-f]{7}$/), deviceName: "data" },
      { source: expect.stringMatching(/\/disks\/data-disk-raw-[0-9a-f]{7}$/), deviceName: "raw" },
    ]);
    expect(fleet.userData("data").storage.filesystems).toEqual([
      {
        device: "/dev/disk/by-id/google-data",
        format: "ext4",
        path: "/var/lib/data",
        wipeFilesystem: false,
      },
    ]);
  });

  it("a preview shows a replacement, and why, also while the config is not known", async () => {
    const args = rows.config?.[0].replace(
      '"canary-1"',
      'raw("gcp:compute/network:Network", "net", {}, { outputs: ["selfLink"] }).selfLink',
    );
    project.write({
      "index.js": `const { raw } = require("./raw.js");${fleet.program({ config: `${args}` })}`,
    });
    const { output } = await project.preview("--target", "**config-machine", "--target", "**net");
    expect(output).toMatch(
      /\+- +gcp:compute:Instance +config-machine +replace +\[diff: ~metadata\]/,
    );
  });

  changesAsRowsSay(fleet, () => {
    it("a rule is changed by itself, and a stored config in its place", () => {
      expect(fleet.methods("ingress-ingress-https")).toEqual(["update"]);
      expect(project.inputs("ingress-ingress-https").allows).toEqual([
        { protocol: "tcp", ports: ["8443-8444"] },
      ]);
      expect(fleet.methods("pointer-config")).toEqual(["update"]);
    });

    it("a data disk outlives its machine, grows in place, and is never made anew", () => {
      expect(fleet.methods("data-disk-data")).toEqual([]);
      expect(fleet.methods("data-larger-disk-data")).toEqual(["update"]);
      expect(fleet.methods("data-kind-disk-data")).toEqual([]);
    });

    it("a machine that is replaced for its config takes the newer image too", () => {
      const image = (name: string) => project.inputs(`${name}-machine`).bootDisk;
      expect(image("image-and-config")).toEqual(image("version-replaced"));
    });

    it("types have the disks and the manners of their family", () => {
      expect(project.inputs("family-machine").bootDisk).toMatchObject({
        initializeParams: { type: "hyperdisk-balanced" },
      });
      expect(project.inputs("arm64-machine")).toMatchObject({ machineType: "c4a-highcpu-4" });
      expect(project.inputs("gpu-machine").scheduling).toEqual({ onHostMaintenance: "TERMINATE" });
    });

    it("a profile asks for a larger type and a larger disk", () => {
      expect(project.inputs("profiled-machine")).toMatchObject({
        machineType: "e2-highcpu-16",
        bootDisk: { initializeParams: { size: 100 } },
      });
    });

    it("a spot machine is told what happens when it is taken away", () => {
      expect(project.inputs("spot-machine").scheduling).toEqual({
        provisioningModel: "SPOT",
        preemptible: true,
        automaticRestart: false,
        instanceTerminationAction: "STOP",
      });
    });

    it("IPv6 addresses of the network alone need no more words", () => {
      expect(project.inputs("subnetwork-machine").networkInterfaces).toMatchObject([
        { stackType: "IPV4_IPV6", ipv6AccessConfigs: [] },
      ]);
    });
  });

  destroysAll(fleet, [
    ["pointer-machine", "pointer-config"],
    ["data-machine", "data-disk-data"],
  ]);
});
