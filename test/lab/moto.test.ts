import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CloudProject } from "../support/cloud-project.js";
import { Moto } from "./support/moto.js";
import { build, describeWith, engine, moto } from "./support/needs.js";

const { all, AwsApi, first } = require("../engine/cloud-stand-in/forward/aws-api.js");

jest.setTimeout(120_000);

const golden = join(__dirname, "../golden/aws-web-server.json");

/** A project whose AWS is the stand-in, which hands on what it is asked for to an emulator of the API. */
class ForwardingProject extends CloudProject {
  constructor(url: string) {
    super(["aws"], {});
    this.env.CLOUD_STAND_IN_FORWARD = url;
    // Types are checked in test/examples.test.ts.
    this.env.PULUMI_NODEJS_TRANSPILE_ONLY = "true";
  }
}

/** Put beside the example's machine: one with what the example does not have. */
const another = `
const store = new AwsInstance("store", {
  availabilityZone: "us-east-1b",
  instanceType: "m7i.xlarge",
  configBucket: "configs",
  dataDisks: [{ name: "data", sizeGb: 20, mountPath: "/var/lib/data" }],
  files: [{ path: "/etc/store/token", mode: 0o600, contents: token }],
});
export const storeId = store.instanceId;
`;

describeWith(
  [moto, engine, build],
  "the example aws-web-server against moto, an emulator of AWS's API",
  () => {
    let server: Moto;
    let project: ForwardingProject;
    let aws: {
      ec2(action: string, args: object): Promise<string>;
      s3(...args: string[]): Promise<string>;
    };
    let outputs: Record<string, unknown> = {};

    beforeAll(async () => {
      server = await Moto.start();
      aws = new AwsApi(server.url);
      await aws.s3("PUT", "/configs");
      project = new ForwardingProject(server.url);
      project.copy(join(__dirname, "../../examples/aws-web-server"));
      const example = readFileSync(join(project.folder, "index.ts"), "utf8");
      project.write({ "index.ts": example + another });
      const { code, output } = await project.up();
      if (code !== 0) throw new Error(output);
      outputs = await project.outputs();
    });
    afterAll(async () => {
      await server?.stop();
      project?.remove();
    });

    const instance = (id: unknown) => aws.ec2("DescribeInstances", { InstanceId: [id] });
    const userData = async (id: unknown) => {
      const attribute = await aws.ec2("DescribeInstanceAttribute", {
        InstanceId: id,
        Attribute: "userData",
      });
      return JSON.parse(Buffer.from(first(attribute, "value"), "base64").toString());
    };

    it("starts the newest image of the channel and architecture, on a type that there is", async () => {
      const web = await instance(outputs.instanceId);
      const images = await aws.ec2("DescribeImages", { ImageId: [first(web, "imageId")] });
      expect(first(images, "name")).toBe("Flatcar-stable-4593.2.5-arm64-hvm");
      expect(first(web, "instanceType")).toBe("m7g.xlarge");
      expect(first(web, "httpTokens")).toBe("required");
      expect(first(web, "httpPutResponseHopLimit")).toBe("1");
      expect(outputs.url).toBe(`http://${first(web, "ipAddress")}/`);
    });

    it("gives the machine its config as user data", async () => {
      expect(await userData(outputs.instanceId)).toEqual(
        JSON.parse(readFileSync(golden, "utf8")).config,
      );
    });

    it("lets in what was asked for, and everything out", async () => {
      const web = await instance(outputs.instanceId);
      const rules = await aws.ec2("DescribeSecurityGroupRules", {
        Filter: [{ Name: "group-id", Value: [all(web, "groupId")[0]] }],
      });
      const found = rules
        .split("</item>")
        .filter((rule) => rule.includes("securityGroupRuleId"))
        .map((rule) =>
          [
            first(rule, "isEgress") === "true" ? "out" : "in",
            first(rule, "ipProtocol"),
            first(rule, "fromPort"),
            first(rule, "cidrIpv4") || first(rule, "cidrIpv6"),
          ].join(" "),
        );
      expect(found.sort()).toEqual([
        "in tcp 22 192.0.2.7/32",
        "in tcp 80 0.0.0.0/0",
        "out -1 -1 0.0.0.0/0",
        "out -1 -1 ::/0",
      ]);
    });

    it("keeps a config in a private object, to which the user data points", async () => {
      const { source, verification } = (await userData(outputs.storeId)).ignition.config.replace;
      const place = source.replace("s3:/", "");
      const object = await aws.s3("GET", place);
      const digest = createHash("sha512").update(object).digest("hex");
      expect(verification.hash).toBe(`sha512-${digest}`);
      expect(all(await aws.s3("GET", `${place}?acl`), "Permission")).toEqual(["FULL_CONTROL"]);
    });

    it("attaches an encrypted volume in the machine's zone, which the config names", async () => {
      const byName = { Filter: [{ Name: "tag:Name", Value: ["store-data"] }] };
      const volumes = await aws.ec2("DescribeVolumes", byName);
      expect(first(volumes, "encrypted")).toBe("true");
      expect(first(volumes, "availabilityZone")).toBe("us-east-1b");
      expect(first(volumes, "instanceId")).toBe(outputs.storeId);
      const config = JSON.parse(
        await aws.s3("GET", "/configs/flatcar/aws-web-server/test/store.ign"),
      );
      const id = first(volumes, "volumeId").replace("-", "");
      expect(config.storage.filesystems[0].device).toMatch(new RegExp(`_${id}$`));
    });

    it("destroy leaves nothing", async () => {
      const { code, output } = await project.pulumi("destroy", "--yes");
      if (code !== 0) throw new Error(output);
      expect(first(await instance(outputs.instanceId), "name")).toBe("terminated");
      expect(all(await aws.ec2("DescribeVolumes", {}), "volumeId")).toEqual([]);
      expect(all(await aws.ec2("DescribeSecurityGroups", {}), "groupName")).toEqual(["default"]);
      expect(all(await aws.s3("GET", "/configs?list-type=2"), "Key")).toEqual([]);
    });
  },
);
