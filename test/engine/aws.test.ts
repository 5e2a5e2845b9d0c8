import { CloudProject } from "../support/cloud-project.js";

jest.setTimeout(120_000);

const decode = (base64: unknown) => JSON.parse(Buffer.from(String(base64), "base64").toString());

/** A program that makes one machine of each name, with args in JavaScript. */
const program = (machines: Record<string, string>) => `
const pulumi = require("@pulumi/pulumi");
const { AwsInstance } = require("pulumi-flatcar/aws");
const token = (text) => [{ path: "/etc/app/token", mode: 0o600, contents: pulumi.secret(text) }];
const rule = { name: "https", port: 443, source: "0.0.0.0/0" };
module.exports = {};
${Object.entries(machines)
  .map(
    ([name, args]) => `{
  const { instanceId, privateIp, publicIp, imageId, ignitionSha512, instanceType, delivery, arn, securityGroupId, machine } =
    new AwsInstance("${name}", ${args});
  module.exports["${name}"] = { instanceId, privateIp, publicIp, imageId, ignitionSha512, instanceType, delivery, arn,
    securityGroupId, type: machine.instanceType };
}`,
  )
  .join("\n")}`;

type Effect = "updated" | "replaced" | "same";

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
    expect(output).not.toContain("warning");
    expect(code).toBe(0);
    expect(output).toMatch(/instanceType *: "m7i.xlarge"/);
    expect(output).toMatch(/ignitionSha512 *: \[secret\]/);
    expect(project.received().every(({ preview, method }) => preview || method === "invoke")).toBe(
      true,
    );
  });

  it("an update makes one instance a machine, and what it was asked for besides", async () => {
    const { code, output } = await project.up();
    // The stack; component and instance; a group with three rules; an object.
    expect(output).toContain(`+ ${1 + 2 * Object.keys(rows).length + 4 + 1} created`);
    expect(code).toBe(0);
    outputs = (await project.outputs()) as typeof outputs;
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

    const expected = { updated: ["update"], replaced: ["create", "delete"], same: [] };
    it.each(Object.entries(rows).map(([name, row]) => [name, row[2]] as const))(
      "%s is %s",
      (name, effect) => expect(methods(`${name}-machine`)).toEqual(expected[effect]),
    );

    it("a rule is changed by itself, and a stored config in its place", () => {
      expect(methods("ingress-ingress-https")).toEqual(["update"]);
      expect(methods("ingress-firewall")).toEqual([]);
      expect(methods("pointer-config")).toEqual(["update"]);
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

  it("destroy takes the machine before its firewall and its config, and all of it", async () => {
    const since = project.received().length;
    const { code } = await project.pulumi("destroy", "--yes");
    expect(code).toBe(0);
    const deleted = project.received(since).map(({ name }) => name);
    expect(deleted).toHaveLength(Object.keys(rows).length + 5);
    const place = (name: string) => deleted.indexOf(name);
    expect(place("ingress-machine")).toBeLessThan(place("ingress-ingress-https"));
    expect(place("ingress-ingress-https")).toBeLessThan(place("ingress-firewall"));
    expect(place("pointer-machine")).toBeLessThan(place("pointer-config"));
  });
});
