"use strict";

/**
 * A cloud's machines, written with our component and with its SDK alone. Both programs make the same machines; the second
 * has the user data of each rendered beforehand, but for the hostname in it.
 *
 * @typedef {object} Cloud
 * @property {string} door of the package, without its name
 * @property {readonly string[]} modules what the door imports of the SDK
 * @property {string} plugin as the stand-in calls it
 * @property {string} machine type of the resource that is the machine
 * @property {(count: number, fragment: object) => string} ours
 * @property {(count: number, rendered: string) => string} raw `HOSTNAME` in `rendered` stands for the machine's name
 */

const HOSTNAME = "bench-machine";

/** @type {Readonly<Record<string, Cloud>>} */
const CLOUDS = {
  aws: {
    door: "aws",
    modules: ["ebs", "ec2", "getPartition", "s3", "vpc"].map((name) => `@pulumi/aws/${name}`),
    plugin: "aws",
    machine: "aws:ec2/instance:Instance",
    ours: (count, fragment) => `
const { AwsInstance } = require("pulumi-flatcar/aws");
const fragments = [${JSON.stringify(fragment)}];
for (let i = 0; i < ${count}; i++) new AwsInstance("node-" + i, { hostname: "node-" + i, fragments });
`,
    raw: (count, rendered) => `
const pulumi = require("@pulumi/pulumi");
const { getAmiOutput, Instance } = require("@pulumi/aws/ec2");
const rendered = ${JSON.stringify(rendered)};
const filters = { name: "Flatcar-stable-*-hvm", architecture: "x86_64", "virtualization-type": "hvm" };
const ami = getAmiOutput({
  owners: ["075585003325"],
  mostRecent: true,
  filters: Object.entries(filters).map(([name, value]) => ({ name, values: [value] })),
}).id;
for (let i = 0; i < ${count}; i++) {
  const tags = { Name: "node-" + i };
  const userData = rendered.replace(${JSON.stringify(HOSTNAME)}, "node-" + i);
  new Instance("node-" + i + "-machine", {
    ami,
    instanceType: "m7i.xlarge",
    userDataBase64: pulumi.secret(Buffer.from(userData).toString("base64")),
    userDataReplaceOnChange: true,
    rootBlockDevice: { volumeSize: 32, volumeType: "gp3", encrypted: true, tags },
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
    disableApiTermination: false,
    monitoring: false,
    tags,
  }, { ignoreChanges: ["ami"] });
}
`,
  },
};

module.exports = { CLOUDS, HOSTNAME };
