import {
  changesAsRowsSay,
  compressesConfigs,
  destroysAll,
  Fleet,
  keepsConfigsSecret,
  pointsToConfigs,
  type Row,
  transformsReach,
} from "../support/fleet.js";

jest.setTimeout(120_000);

/** A machine that is moved is deleted before the new one is made. */
const effects = {
  updated: ["update"],
  replaced: ["create", "delete"],
  moved: ["delete", "create"],
  same: [],
};

/** Machines that are made and then changed: first args, changed args, what becomes of the EC2 instance. */
const rows: Record<string, Row<keyof typeof effects>> = {
  config: ['files: token("canary-1")', 'files: token("canary-2")', "replaced"],
  "config-ignored": [
    'onConfigChange: "ignore", files: token("canary-1")',
    'onConfigChange: "ignore", files: token("canary-2")',
    "same",
  ],
  version: ['version: "4593.2.4"', 'version: "4593.2.5"', "same"],
  "version-replaced": [
    'onImageChange: "replace", version: "4593.2.4"',
    'onImageChange: "replace", version: "4593.2.5"',
    "replaced",
  ],
  image: ['imageId: "ami-01"', 'imageId: "ami-02"', "same"],
  "image-replaced": [
    'onImageChange: "replace", imageId: "ami-01"',
    'onImageChange: "replace", imageId: "ami-02"',
    "replaced",
  ],
  "image-and-config": [
    'version: "4593.2.4", hostname: "one"',
    'version: "4593.2.5", hostname: "two"',
    "replaced",
  ],
  size: ['instanceType: "m7i.xlarge"', 'instanceType: "m7i.2xlarge"', "updated"],
  architecture: ["", 'architecture: "arm64", onImageChange: "replace"', "replaced"],
  disk: ["", "diskGb: 64", "updated"],
  "disk-kind": ["", 'diskType: "io2"', "updated"],
  "disk-key": ["", 'kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/one"', "replaced"],
  "disk-plain": ["", "diskEncrypted: false", "replaced"],
  tags: ['tags: { team: "a" }', 'tags: { team: "b" }', "updated"],
  named: ["", 'machineName: "front"', "updated"],
  groups: ['securityGroupIds: ["sg-1"]', 'securityGroupIds: ["sg-2"]', "updated"],
  ingress: ["ingress: [rule]", "ingress: [{ ...rule, port: 8443 }]", "same"],
  profile: ['iamInstanceProfile: "one"', 'iamInstanceProfile: "two"', "updated"],
  subnet: ['subnetId: "subnet-1"', 'subnetId: "subnet-2"', "replaced"],
  zone: ['availabilityZone: "us-east-1a"', 'availabilityZone: "us-east-1b"', "replaced"],
  address: ["publicIp: true", "publicIp: false", "replaced"],
  ipv6: ["", "ipv6: true", "replaced"],
  spot: ["", 'spot: true, onInterruption: "stop"', "replaced"],
  protected: ["", "terminationProtection: true", "updated"],
  metadata: ["", "metadataHopLimit: 2", "updated"],
  monitored: ["", "detailedMonitoring: true", "updated"],
  pointer: [
    'configBucket: "configs", files: token("canary-1")',
    'configBucket: "configs", files: token("canary-2")',
    "replaced",
  ],
  compressed: [
    'files: [{ path: "/opt/text", contents: "all work and no play ".repeat(900) }]',
    'files: [{ path: "/opt/text", contents: "all work and no play ".repeat(901) }]',
    "replaced",
  ],
  waived: [
    'instanceType: "t3.medium", hardwareWaiver: "a test that computes nothing"',
    'instanceType: "t3.medium", hardwareWaiver: "still a test"',
    "same",
  ],
  placed: ['placementGroup: "one"', 'placementGroup: "two"', "replaced"],
  interfaces: [
    'networkInterfaceIds: ["eni-1", "eni-2"]',
    'networkInterfaceIds: ["eni-1", "eni-3"]',
    "same",
  ],
  "interface-kept": [
    'networkInterfaceIds: ["eni-4"], files: token("canary-1")',
    'networkInterfaceIds: ["eni-4"], files: token("canary-2")',
    "moved",
  ],
  data: [
    'subnetId: "subnet-1", dataDisks: [data], files: token("canary-1")',
    'subnetId: "subnet-1", dataDisks: [data], files: token("canary-2")',
    "moved",
  ],
  "data-size": [
    'availabilityZone: "us-east-1b", dataDisks: [data]',
    'availabilityZone: "us-east-1b", dataDisks: [{ ...data, sizeGb: 200 }]',
    "same",
  ],
  "data-key": [
    'availabilityZone: "us-east-1b", dataDisks: [data]',
    'availabilityZone: "us-east-1b", dataDisks: [data], kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/one"',
    "moved",
  ],
  "data-added": [
    'availabilityZone: "us-east-1b"',
    'availabilityZone: "us-east-1b", dataDisks: [data]',
    "moved",
  ],
  "data-raw": [
    'availabilityZone: "us-east-1b", dataDisks: [raw("a"), raw("b")]',
    'availabilityZone: "us-east-1b", dataDisks: [raw("b")]',
    "same",
  ],
  transformed: [
    'availabilityZone: "us-east-1b", dataDisks: [data], ingress: [rule], configBucket: "configs", networkInterfaceIds: ["eni-5"], spot: true',
    'availabilityZone: "us-east-1b", dataDisks: [data], ingress: [rule], configBucket: "configs", networkInterfaceIds: ["eni-5"], spot: true',
    "same",
  ],
  profiled: [
    "",
    'hardwareProfile: { name: "database", vcpus: 16, diskGb: 100, architectures: ["x64"] }',
    "updated",
  ],
  still: ['files: token("canary-1")', 'files: token("canary-1")', "same"],
};

describe("machines on EC2 under the real engine", () => {
  const fleet = new Fleet({
    component: "AwsInstance",
    door: "aws",
    cloud: "aws",
    outputs: ["arn", "securityGroupId"],
    ofMachine: "instanceType",
    setUp: () => `
const raw = (name) => ({ name, sizeGb: 10 });
// All AWS resources of version 7 have this input.
transforms = [({ props, opts }) => ({ props: { ...props, region: "eu-west-1" }, opts })];`,
    effects,
    rows,
  });
  const { project } = fleet;
  afterAll(() => project.remove());

  it("a preview makes nothing and knows image, type and delivery", async () => {
    const { code, output } = await project.preview();
    const warnings = new Set(output.match(/warning: .*/g));
    expect([...warnings]).toEqual(['warning: AwsInstance "waived": 1 warning']);
    expect(output).toContain("waived: a test that computes nothing");
    expect(code).toBe(0);
    expect(output).toMatch(/instanceType *: "m7i.xlarge"/);
    expect(output).toMatch(/ignitionSha512 *: \[secret\]/);
    expect(project.received().every(({ preview, method }) => preview || method === "invoke")).toBe(
      true,
    );
  });

  it("an update makes one instance a machine, and what it was asked for besides", async () => {
    await fleet.up();
    const made = project
      .received()
      .flatMap(({ method, preview, type }) => (method === "create" && !preview ? [type] : []));
    const besides = made.filter((type) => type !== "aws:ec2/instance:Instance").sort();
    expect(made.length - besides.length).toBe(Object.keys(rows).length);
    const times = (count: number, type: string) => new Array<string>(count).fill(`aws:${type}`);
    expect(besides).toEqual([
      ...times(6, "ebs/volume:Volume"),
      ...times(4, "ec2/networkInterfaceAttachment:NetworkInterfaceAttachment"),
      ...times(2, "ec2/securityGroup:SecurityGroup"),
      ...times(6, "ec2/volumeAttachment:VolumeAttachment"),
      ...times(2, "s3/bucketObjectv2:BucketObjectv2"),
      ...times(4, "vpc/securityGroupEgressRule:SecurityGroupEgressRule"),
      ...times(2, "vpc/securityGroupIngressRule:SecurityGroupIngressRule"),
    ]);
  });

  it("machines of one image look it up once", () => {
    const images = project.received().filter(({ type }) => type === "aws:ec2/getAmi:getAmi");
    const names = images.map(({ inputs }) => JSON.stringify(inputs));
    expect(names).toHaveLength(4);
    expect(new Set(names).size).toBe(2);
    expect(images[0]?.inputs).toMatchObject({ owners: ["075585003325"], mostRecent: true });
  });

  it("a machine without a word is private, encrypted and of the smallest type", () => {
    expect(project.inputs("disk-machine")).toEqual({
      ami: fleet.outputs.disk?.imageId,
      instanceType: "m7i.xlarge",
      userDataBase64: expect.any(String),
      userDataReplaceOnChange: true,
      rootBlockDevice: {
        volumeSize: 32,
        volumeType: "gp3",
        encrypted: true,
        tags: { Name: "disk" },
      },
      metadataOptions: {
        httpEndpoint: "enabled",
        httpTokens: "required",
        httpPutResponseHopLimit: 1,
      },
      disableApiTermination: false,
      monitoring: false,
      tags: { Name: "disk" },
    });
  });

  it("the five outputs of every cloud come first, then those of EC2", () => {
    expect(fleet.outputs.ingress).toEqual({
      instanceId: expect.stringMatching(/^i-/),
      privateIp: expect.stringMatching(/^10\./),
      publicIp: expect.stringMatching(/^192\.0\.2\./),
      imageId: fleet.outputs.still?.imageId,
      ignitionSha512: expect.stringMatching(/^[0-9a-f]{128}$/),
      instanceType: "m7i.xlarge",
      delivery: "inline",
      arn: expect.stringMatching(/^arn:aws:ec2:/),
      securityGroupId: expect.stringMatching(/^sg-/),
      ofMachine: "m7i.xlarge",
    });
    expect(fleet.outputs.still?.securityGroupId).toBe("");
  });

  it("a firewall lets in what was asked for and everything out, before the machine starts", () => {
    expect(project.inputs("ingress-ingress-https")).toMatchObject({
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: "0.0.0.0/0",
    });
    expect(project.inputs("ingress-egress-ipv6")).toMatchObject({ cidrIpv6: "::/0" });
    expect(project.inputs("ingress-machine").vpcSecurityGroupIds).toEqual([
      fleet.outputs.ingress?.securityGroupId,
    ]);
    const made = project.received().filter(({ id, method }) => method === "create" && id);
    const order = made.map(({ name }) => name).filter((name) => name.startsWith("ingress-"));
    expect(order[0]).toBe("ingress-firewall");
    expect(order.at(-1)).toBe("ingress-machine");
  });

  keepsConfigsSecret(fleet, "userDataBase64");
  compressesConfigs(fleet);
  pointsToConfigs(fleet, {
    url: "s3://configs/flatcar/test/test/pointer.ign",
    input: "content",
    textOf: (content) => content,
  });

  it("a stored config is a private object in the bucket", () => {
    const { content, ...rest } = project.inputs("pointer-config");
    expect(rest).toEqual({
      bucket: "configs",
      key: "flatcar/test/test/pointer.ign",
      contentType: "application/json",
    });
  });

  it("a data disk is an encrypted volume in the zone of the machine, and the config mounts it by its id", () => {
    expect(project.inputs("data-disk-data")).toEqual({
      availabilityZone: "us-east-1a",
      size: 100,
      type: "gp3",
      encrypted: true,
      tags: { Name: "data-data" },
    });
    const { volumeId, ...attachment } = project.inputs("data-attachment-data");
    expect(attachment).toEqual({
      deviceName: "/dev/sdf",
      instanceId: fleet.outputs.data?.instanceId,
      stopInstanceBeforeDetaching: true,
    });
    const device = `/dev/disk/by-id/nvme-Amazon_Elastic_Block_Store_${String(volumeId).replace("-", "")}`;
    const config = fleet.userData("data");
    expect(config.storage.filesystems).toEqual([
      { device, format: "ext4", path: "/var/lib/data", wipeFilesystem: false },
    ]);
    expect(config.systemd.units).toMatchObject([{ name: "var-lib-data.mount", enabled: true }]);
    expect(project.inputs("data-size-disk-data").availabilityZone).toBe("us-east-1b");
  });

  it("a spot machine that is not to be stopped gives its disk up when it is deleted", () => {
    expect(project.inputs("transformed-attachment-data")).toMatchObject({ skipDestroy: true });
    expect(project.inputs("transformed-attachment-data")).not.toHaveProperty(
      "stopInstanceBeforeDetaching",
    );
  });

  it("extra interfaces are attached in their order, after the machine's own", () => {
    expect(project.inputs("interfaces-interface-2")).toEqual({
      instanceId: fleet.outputs.interfaces?.instanceId,
      networkInterfaceId: "eni-2",
      deviceIndex: 2,
    });
  });

  transformsReach(
    fleet,
    ["region", "eu-west-1"],
    [
      "attachment-data",
      "config",
      "disk-data",
      "egress-ipv4",
      "egress-ipv6",
      "firewall",
      "ingress-https",
      "interface-1",
      "machine",
    ],
  );

  changesAsRowsSay(fleet, () => {
    it("a rule is changed by itself, and a stored config in its place", () => {
      expect(fleet.methods("ingress-ingress-https")).toEqual(["update"]);
      expect(fleet.methods("ingress-firewall")).toEqual([]);
      expect(fleet.methods("pointer-config")).toEqual(["update"]);
    });

    it("a data disk outlives its machine, and goes from the old one to the new one", () => {
      expect(fleet.methods("data-disk-data")).toEqual([]);
      const about = fleet.changes(/^data-(machine|attachment)/);
      expect(about.map(({ name, method }) => `${method} ${name}`)).toEqual([
        "delete data-attachment-data",
        "delete data-machine",
        "create data-machine",
        "create data-attachment-data",
      ]);
      const volume = project.received().find(({ name, id }) => name === "data-disk-data" && id);
      expect(about[3]?.inputs.volumeId).toBe(volume?.id);
    });

    it("a data disk grows by itself, is never made anew for a key, and leaves alone those beside it", () => {
      expect(fleet.methods("data-size-disk-data")).toEqual(["update"]);
      expect(fleet.methods("data-key-disk-data")).toEqual([]);
      expect(fleet.methods("data-raw-disk-a")).toEqual(["delete"]);
      expect(fleet.methods("data-raw-attachment-a")).toEqual(["delete"]);
      expect([
        ...fleet.methods("data-raw-disk-b"),
        ...fleet.methods("data-raw-attachment-b"),
      ]).toEqual([]);
    });

    it("an interface is exchanged while the machine runs, and follows a new machine", () => {
      expect(fleet.methods("interfaces-interface-1")).toEqual([]);
      expect(fleet.methods("interfaces-interface-2")).toEqual(["delete", "create"]);
      expect(fleet.methods("interface-kept-interface-1")).toEqual(["delete", "create"]);
    });

    it("a machine that is replaced for its config takes the newer image too", () => {
      expect(project.inputs("image-and-config-machine").ami).toBe(
        project.inputs("version-replaced-machine").ami,
      );
    });

    it("an arm64 machine has a type and an image of its own", () => {
      expect(project.inputs("architecture-machine")).toMatchObject({ instanceType: "m7g.xlarge" });
      expect(project.inputs("architecture-machine").ami).not.toBe(fleet.outputs.still?.imageId);
    });

    it("a profile asks for a larger type and a larger disk", () => {
      expect(project.inputs("profiled-machine")).toMatchObject({
        instanceType: "m7i.4xlarge",
        rootBlockDevice: { volumeSize: 100 },
      });
    });

    it("a spot machine that stops is requested for good", () => {
      expect(project.inputs("spot-machine").instanceMarketOptions).toEqual({
        marketType: "spot",
        spotOptions: { instanceInterruptionBehavior: "stop", spotInstanceType: "persistent" },
      });
    });
  });

  it("rejects another zone for a machine with a data disk, which cannot follow", async () => {
    const { data: row } = rows;
    project.write({
      "index.js": fleet.program({ data: `${row?.[1]}, availabilityZone: "us-east-1b"` }),
    });
    const { code, output } = await project.preview();
    expect(code).not.toBe(0);
    expect(output).toContain(
      'disk "data" is in zone us-east-1a, and the machine is to be in us-east-1b',
    );
  });

  destroysAll(fleet, [
    ["ingress-machine", "ingress-ingress-https", "ingress-firewall"],
    ["pointer-machine", "pointer-config"],
    ["data-attachment-data", "data-machine", "data-disk-data"],
  ]);
});
