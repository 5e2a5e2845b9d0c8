import { CloudProject } from "../support/cloud-project.js";

jest.setTimeout(120_000);

const decode = (base64: unknown) => JSON.parse(Buffer.from(String(base64), "base64").toString());

/** A program that makes one machine of each name, with args in JavaScript. */
const program = (machines: Record<string, string>) => `
const pulumi = require("@pulumi/pulumi");
const { AwsInstance } = require("pulumi-flatcar/aws");
const token = (text) => [{ path: "/etc/app/token", mode: 0o600, contents: pulumi.secret(text) }];
const rule = { name: "https", port: 443, source: "0.0.0.0/0" };
const data = { name: "data", sizeGb: 100, mountPath: "/var/lib/data" };
const raw = (name) => ({ name, sizeGb: 10 });
// A transform of every child, which all AWS resources of version 7 show in this input.
const transforms = [({ props, opts }) => ({ props: { ...props, region: "eu-west-1" }, opts })];
module.exports = {};
${Object.entries(machines)
  .map(
    ([name, args]) => `{
  const { instanceId, privateIp, publicIp, imageId, ignitionSha512, instanceType, delivery, arn, securityGroupId, machine } =
    new AwsInstance("${name}", ${args}, ${JSON.stringify(name)} === "transformed" ? { transforms } : {});
  module.exports["${name}"] = { instanceId, privateIp, publicIp, imageId, ignitionSha512, instanceType, delivery, arn,
    securityGroupId, type: machine.instanceType };
}`,
  )
  .join("\n")}`;

/** A machine that is moved is deleted before the new one is made. */
type Effect = "updated" | "replaced" | "moved" | "same";

/** Machines that are made and then changed: first args, changed args, what becomes of the EC2 instance. */
const rows: Record<string, [before: string, after: string, effect: Effect]> = {
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

const all = (column: 0 | 1) =>
  program(
    Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, `{ ${row[column]} }`])),
  );

describe("machines on EC2 under the real engine", () => {
  const project = new CloudProject(["aws"], { "index.js": all(0) });
  afterAll(() => project.remove());
  let outputs: Record<string, Record<string, string>> = {};

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
    const { code } = await project.up();
    expect(code).toBe(0);
    outputs = (await project.outputs()) as typeof outputs;
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
      ami: outputs.disk?.imageId,
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
    expect(outputs.ingress).toEqual({
      instanceId: expect.stringMatching(/^i-/),
      privateIp: expect.stringMatching(/^10\./),
      publicIp: expect.stringMatching(/^192\.0\.2\./),
      imageId: outputs.still?.imageId,
      ignitionSha512: expect.stringMatching(/^[0-9a-f]{128}$/),
      instanceType: "m7i.xlarge",
      delivery: "inline",
      arn: expect.stringMatching(/^arn:aws:ec2:/),
      securityGroupId: expect.stringMatching(/^sg-/),
      type: "m7i.xlarge",
    });
    expect(outputs.still?.securityGroupId).toBe("");
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
      outputs.ingress?.securityGroupId,
    ]);
    const made = project.received().filter(({ id, method }) => method === "create" && id);
    const order = made.map(({ name }) => name).filter((name) => name.startsWith("ingress-"));
    expect(order[0]).toBe("ingress-firewall");
    expect(order.at(-1)).toBe("ingress-machine");
  });

  it("the user data is the config, secret in state", async () => {
    const config = decode(project.inputs("config-machine").userDataBase64);
    expect(config.storage.files).toMatchObject([
      { path: "/etc/app/token", mode: 0o600, contents: { source: "data:,canary-1" } },
    ]);
    const request = project.received().findLast(({ name }) => name === "config-machine");
    expect(request?.secrets).toEqual(["userDataBase64"]);
    const state = await project.state();
    expect(state).not.toContain("canary");
    expect(state).not.toContain(String(project.inputs("config-machine").userDataBase64));
    expect(state).not.toContain(outputs.config?.ignitionSha512);
  });

  it("a config in a bucket is a private object, and the user data names it with its hash", () => {
    const { bucket, key, content, ...rest } = project.inputs("pointer-config");
    expect({ bucket, key, rest }).toEqual({
      bucket: "configs",
      key: "flatcar/test/test/pointer.ign",
      rest: { contentType: "application/json" },
    });
    expect(JSON.parse(String(content)).storage.files[0].contents.source).toBe("data:,canary-1");
    expect(decode(project.inputs("pointer-machine").userDataBase64)).toEqual({
      ignition: {
        version: "3.4.0",
        config: {
          replace: {
            source: "s3://configs/flatcar/test/test/pointer.ign",
            verification: { hash: `sha512-${outputs.pointer?.ignitionSha512}` },
          },
        },
      },
    });
    expect(outputs.pointer?.delivery).toBe("pointer");
    const request = project.received().findLast(({ name }) => name === "pointer-config");
    expect(request?.secrets).toEqual(["content"]);
  });

  it("a config that is too large as it is goes compressed", () => {
    expect(outputs.compressed?.delivery).toBe("compressed");
    const { config } = decode(project.inputs("compressed-machine").userDataBase64).ignition;
    expect(config.replace).toMatchObject({
      source: expect.stringMatching(/^data:;base64,/),
      compression: "gzip",
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
      instanceId: outputs.data?.instanceId,
      stopInstanceBeforeDetaching: true,
    });
    const device = `/dev/disk/by-id/nvme-Amazon_Elastic_Block_Store_${String(volumeId).replace("-", "")}`;
    const config = decode(project.inputs("data-machine").userDataBase64);
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
      instanceId: outputs.interfaces?.instanceId,
      networkInterfaceId: "eni-2",
      deviceIndex: 2,
    });
  });

  it("transforms reach every child", () => {
    const made = project
      .received()
      .filter(({ name, method }) => name.startsWith("transformed-") && method === "create");
    expect(new Set(made.map(({ name }) => name.replace("transformed-", "")))).toEqual(
      new Set([
        "attachment-data",
        "config",
        "disk-data",
        "egress-ipv4",
        "egress-ipv6",
        "firewall",
        "ingress-https",
        "interface-1",
        "machine",
      ]),
    );
    expect(made.map(({ inputs }) => inputs.region)).toEqual(made.map(() => "eu-west-1"));
  });

  it("a second update changes nothing", async () => {
    expect((await project.up("--expect-no-changes")).code).toBe(0);
  });

  describe("after a change of everything", () => {
    let since = 0;
    beforeAll(async () => {
      since = project.received().length;
      project.write({ "index.js": all(1) });
      const { code, output } = await project.up();
      if (code !== 0) throw new Error(output);
    });
    const methods = (resource: string) =>
      project
        .received(since)
        .filter(({ name, method }) => name === resource && method !== "read")
        .map(({ method }) => method);

    const expected = {
      updated: ["update"],
      replaced: ["create", "delete"],
      moved: ["delete", "create"],
      same: [],
    };
    it.each(Object.entries(rows).map(([name, row]) => [name, row[2]] as const))(
      "%s is %s",
      (name, effect) => expect(methods(`${name}-machine`)).toEqual(expected[effect]),
    );

    it("a rule is changed by itself, and a stored config in its place", () => {
      expect(methods("ingress-ingress-https")).toEqual(["update"]);
      expect(methods("ingress-firewall")).toEqual([]);
      expect(methods("pointer-config")).toEqual(["update"]);
    });

    it("a data disk outlives its machine, and goes from the old one to the new one", () => {
      expect(methods("data-disk-data")).toEqual([]);
      const about = project
        .received(since)
        .filter(({ name, method }) => /^data-(machine|attachment)/.test(name) && method !== "read");
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
      expect(methods("data-size-disk-data")).toEqual(["update"]);
      expect(methods("data-key-disk-data")).toEqual([]);
      expect(methods("data-raw-disk-a")).toEqual(["delete"]);
      expect(methods("data-raw-attachment-a")).toEqual(["delete"]);
      expect([...methods("data-raw-disk-b"), ...methods("data-raw-attachment-b")]).toEqual([]);
    });

    it("an interface is exchanged while the machine runs, and follows a new machine", () => {
      expect(methods("interfaces-interface-1")).toEqual([]);
      expect(methods("interfaces-interface-2")).toEqual(["delete", "create"]);
      expect(methods("interface-kept-interface-1")).toEqual(["delete", "create"]);
    });

    it("a machine that is replaced for its config takes the newer image too", () => {
      expect(project.inputs("image-and-config-machine").ami).toBe(
        project.inputs("version-replaced-machine").ami,
      );
    });

    it("an arm64 machine has a type and an image of its own", () => {
      expect(project.inputs("architecture-machine")).toMatchObject({ instanceType: "m7g.xlarge" });
      expect(project.inputs("architecture-machine").ami).not.toBe(outputs.still?.imageId);
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
      "index.js": program({ data: `{ ${row?.[1]}, availabilityZone: "us-east-1b" }` }),
    });
    const { code, output } = await project.preview();
    expect(code).not.toBe(0);
    expect(output).toContain(
      'disk "data" is in zone us-east-1a, and the machine is to be in us-east-1b',
    );
  });

  it("destroy takes the machine before its firewall, config and disk, and all of it", async () => {
    const existing = new Map<string | undefined, string>();
    for (const { method, preview, name, id } of project.received()) {
      if (method === "create" && !preview) existing.set(id, name);
      if (method === "delete") existing.delete(id);
    }
    const since = project.received().length;
    const { code } = await project.pulumi("destroy", "--yes");
    expect(code).toBe(0);
    const deleted = project.received(since).map(({ name }) => name);
    expect([...deleted].sort()).toEqual([...existing.values()].sort());
    const place = (name: string) => deleted.indexOf(name);
    expect(place("ingress-machine")).toBeLessThan(place("ingress-ingress-https"));
    expect(place("ingress-ingress-https")).toBeLessThan(place("ingress-firewall"));
    expect(place("pointer-machine")).toBeLessThan(place("pointer-config"));
    expect(place("data-attachment-data")).toBeLessThan(place("data-machine"));
    expect(place("data-machine")).toBeLessThan(place("data-disk-data"));
  });
});
