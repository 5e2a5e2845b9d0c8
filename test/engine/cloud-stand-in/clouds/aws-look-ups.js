"use strict";

const { createHash } = require("node:crypto");

const FLATCAR = "075585003325";

/** Releases by channel, with the day of the image. */
const RELEASES = [
  ["stable", "4593.2.5", "2026-10-20"],
  ["stable", "4593.2.4", "2026-09-15"],
  ["beta", "4628.1.2", "2026-10-21"],
  ["alpha", "4651.0.1", "2026-10-21"],
];

const IMAGES = RELEASES.flatMap(([channel, version, day]) =>
  ["x86_64", "arm64"].map((architecture) => {
    const name = `Flatcar-${channel}-${version}-${architecture === "arm64" ? "arm64-" : ""}hvm`;
    const id = `ami-${createHash("sha256").update(name).digest("hex").slice(0, 17)}`;
    return {
      id,
      imageId: id,
      arn: `arn:aws:ec2:us-east-1::image/${id}`,
      architecture,
      bootMode: "uefi-preferred",
      creationDate: `${day}T12:00:00.000Z`,
      description: `Flatcar Container Linux ${channel} ${version}`,
      enaSupport: true,
      hypervisor: "xen",
      imageLocation: `${FLATCAR}/${name}`,
      imageType: "machine",
      name,
      ownerId: FLATCAR,
      public: true,
      rootDeviceName: "/dev/xvda",
      rootDeviceType: "ebs",
      state: "available",
      tags: {},
      virtualizationType: "hvm",
      blockDeviceMappings: [
        {
          deviceName: "/dev/xvda",
          ebs: {
            delete_on_termination: "true",
            encrypted: "false",
            volume_size: "16",
            volume_type: "gp2",
          },
          noDevice: "",
          virtualName: "",
        },
      ],
    };
  }),
);

/** The filters of DescribeImages that are understood, and the property that each looks at. */
const FILTERS = /** @type {const} */ ({
  architecture: "architecture",
  name: "name",
  "owner-id": "ownerId",
  "root-device-type": "rootDeviceType",
  state: "state",
  "virtualization-type": "virtualizationType",
});

/** @param {{ owners?: string[], filters?: { name: string, values: string[] }[], mostRecent?: boolean }} args */
function image({ owners = [], filters = [], mostRecent = false }) {
  const found = IMAGES.filter(
    (candidate) =>
      (owners.length === 0 || owners.includes(candidate.ownerId)) &&
      filters.every(({ name, values }) =>
        values.some((value) => fits(String(candidate[filterOf(name)]), value)),
      ),
  ).sort((a, b) => b.creationDate.localeCompare(a.creationDate));
  if (found[0] === undefined) {
    throw new Error(
      "Your query returned no results. Please change your search criteria and try again.",
    );
  }
  if (found.length > 1 && !mostRecent) {
    throw new Error(
      "Your query returned more than one result. Please try a more specific search criteria, or set `most_recent` attribute to true.",
    );
  }
  return found[0];
}

/** @param {string} name */
function filterOf(name) {
  if (name in FILTERS) return FILTERS[/** @type {keyof typeof FILTERS} */ (name)];
  throw new Error(`api error InvalidParameterValue: The filter '${name}' is invalid`);
}

/**
 * @param {string} text
 * @param {string} pattern with `*` and `?`
 */
function fits(text, pattern) {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("*", ".*").replaceAll("?", ".")}$`).test(text);
}

/** Instance type, vCPUs, memory in MiB, architecture, whether it is burstable. */
const TYPES = /** @type {const} */ ([
  ["t3.micro", 2, 1024, "x86_64", true],
  ["t3.medium", 2, 4096, "x86_64", true],
  ["t4g.xlarge", 4, 16384, "arm64", true],
  ["c7i.xlarge", 4, 8192, "x86_64", false],
  ["m7i.large", 2, 8192, "x86_64", false],
  ["m7i.xlarge", 4, 16384, "x86_64", false],
  ["m7g.xlarge", 4, 16384, "arm64", false],
]);

/** @param {Record<string, any>} args */
function instanceType({ instanceType }) {
  const found = TYPES.find(([name]) => name === instanceType);
  if (found === undefined) {
    throw new Error(
      `operation error EC2: DescribeInstanceTypes, api error InvalidInstanceType: The following supplied instance types do not exist: [${instanceType}]`,
    );
  }
  const [id, defaultVcpus, memorySize, architecture, burstablePerformanceSupported] = found;
  return {
    id,
    instanceType,
    bareMetal: false,
    burstablePerformanceSupported,
    currentGeneration: true,
    defaultVcpus,
    hypervisor: "nitro",
    instanceStorageSupported: false,
    memorySize,
    supportedArchitectures: [architecture],
    totalInstanceStorage: 0,
  };
}

/** @type {Record<string, string>} */
const PARAMETERS = { "/images/flatcar/stable/x64": IMAGES[0]?.id ?? "" };

/** @param {Record<string, any>} args */
function parameter({ name }) {
  const value = PARAMETERS[name];
  if (value === undefined) {
    throw new Error(`operation error SSM: GetParameter, ParameterNotFound: ${name}`);
  }
  const arn = `arn:aws:ssm:us-east-1:123456789012:parameter${name}`;
  return { id: name, arn, name, type: "String", value, insecureValue: value, version: 1 };
}

/** @param {Record<string, any>} args */
function subnet({ id }) {
  const seed = createHash("sha256").update(`vpc of ${id}`).digest("hex");
  return {
    id,
    availabilityZone: "us-east-1a",
    vpcId: `vpc-${seed.slice(0, 17)}`,
    state: "available",
  };
}

function partition() {
  const suffix = "amazonaws.com";
  return { id: "aws", partition: "aws", dnsSuffix: suffix, reverseDnsPrefix: "com.amazonaws" };
}

/** @type {Record<string, import("../cloud.js").LookUp>} */
const lookUps = {
  "aws:ec2/getAmi:getAmi": {
    inputs: `allowUnsafeFilter executableUsers filters includeDeprecated mostRecent nameRegex owners region tags uefiData`,
    outputs: `architecture arn blockDeviceMappings bootMode creationDate deprecationTime description enaSupport
      hypervisor id imageId imageLocation imageOwnerAlias imageType imdsSupport kernelId name ownerId platform
      platformDetails public ramdiskId rootDeviceName rootDeviceType rootSnapshotId sriovNetSupport state tags
      tpmSupport usageOperation virtualizationType`,
    answer: image,
  },
  "aws:ec2/getInstanceType:getInstanceType": {
    inputs: "instanceType! region",
    outputs: `bareMetal burstablePerformanceSupported currentGeneration defaultVcpus hypervisor id
      instanceStorageSupported instanceType memorySize supportedArchitectures totalInstanceStorage`,
    answer: instanceType,
  },
  "aws:ec2/getSubnet:getSubnet": {
    inputs:
      "availabilityZone availabilityZoneId cidrBlock defaultForAz filters id region state tags vpcId",
    outputs: "arn availabilityZone cidrBlock id ipv6CidrBlock mapPublicIpOnLaunch state tags vpcId",
    answer: subnet,
  },
  "aws:index/getPartition:getPartition": {
    inputs: "id",
    outputs: "dnsSuffix id partition reverseDnsPrefix",
    answer: partition,
  },
  "aws:ssm/getParameter:getParameter": {
    inputs: "name! region withDecryption",
    outputs: "arn id insecureValue name type value version",
    answer: parameter,
  },
};

module.exports = { IMAGES, lookUps };
