import { awsCatalogue } from "../../hardware/aws.js";
import { platforms } from "../../platforms/index.js";
import { at } from "../../report/index.js";
import type { Inputs, Read } from "../inputs.js";
import type { Disk, Image, Machine, Reader, Size, UserData } from "../machine.js";
import { architectureInName, toldByName } from "./image-name.js";
import { machinesOf, promised } from "./lists.js";

/** Root volume of Flatcar's AMIs when nothing is said about it (their registration in EC2). */
const amiDisk = Object.freeze({
  gb: 16,
  because: "the root volume of Flatcar's AMIs",
  ofImage: true,
});

/** Managed node groups: what EKS takes when nothing is said (API reference, CreateNodegroup). */
const eksDefaults = Object.freeze({
  type: "t3.medium",
  disk: Object.freeze({ gb: 20, because: "the disk of a managed node group" }),
});

const place = { platform: platforms.aws, catalogue: awsCatalogue } as const;

function size(inputs: Inputs, key = "instanceType"): Size {
  const type = inputs.text(key);
  const coreCount = inputs.number("cpuOptions", "coreCount");
  const threadsPerCore = inputs.number("cpuOptions", "threadsPerCore");
  return {
    type,
    overrides: { coreCount: coreCount.value, threadsPerCore: threadsPerCore.value },
    unknown: [coreCount, threadsPerCore].filter((each) => each.unknown).map(({ path }) => path),
  };
}

/** Attribute-based sizes: any type that has at least this much may come. */
function requirements(inputs: Inputs): Size {
  const vcpus = inputs.number("vcpuCount", "min");
  const memoryMib = inputs.number("memoryMib", "min");
  const burstable = inputs.text("burstablePerformance").value;
  const unknown = [vcpus, memoryMib].filter((each) => each.unknown).map(({ path }) => path);
  return {
    facts: {
      // The API asks for both; without one of them, types of any size may come.
      vcpus: vcpus.value,
      memoryMib: memoryMib.value,
      burstable: burstable === "included" || burstable === "required",
    },
    places: { vcpus: vcpus.path, memoryMib: memoryMib.path },
    unknown,
  };
}

/** What a template or an override says about sizes: a type, or requirements. */
function sizes(inputs: Inputs): Size[] {
  return [
    ...(inputs.has("instanceType") ? [size(inputs)] : []),
    ...(inputs.has("instanceRequirements")
      ? [requirements(inputs.below("instanceRequirements"))]
      : []),
  ];
}

/** An AMI is a number, which tells nothing; a parameter of the parameter store has a name. */
function image({ path, value, unknown }: Read<string>): Image | undefined {
  if (unknown) return { path, what: "the image", unknown };
  if (value === undefined) return undefined;
  const parameter = /^resolve:ssm:(.+)$/.exec(value)?.[1];
  if (parameter === undefined) return { path, what: `image ${value}` };
  return {
    path,
    what: `image parameter ${parameter}`,
    flatcar: toldByName(parameter),
    architecture: architectureInName(parameter),
    // A version or a label may follow the name.
    ...(!parameter.includes(":") && {
      moving: "a parameter without a version is read at each launch",
    }),
  };
}

function volume(inputs: Inputs, otherwise: Disk["otherwise"]): Disk {
  const size = inputs.number("volumeSize");
  return { size, otherwise, grow: (gb) => ({ path: size.path, value: gb }) };
}

/** The root disk of an instance; one that starts from a launch template may have it from there. */
function rootVolume(inputs: Inputs): Disk | undefined {
  const disk = volume(inputs.below("rootBlockDevice"), amiDisk);
  const given = disk.size.value !== undefined || disk.size.unknown;
  return given || !inputs.has("launchTemplate") ? disk : undefined;
}

/** The mapping of a launch template that is about the root device. */
function mappedVolume(inputs: Inputs, rootDevice: string): Disk {
  const mappings = inputs.list("blockDeviceMappings");
  const names = (mappings.value ?? []).map((each) => each.text("deviceName"));
  const index = names.findIndex(({ value }) => value === rootDevice);
  const mapping = mappings.value?.[index];
  if (mapping) return volume(mapping.below("ebs"), amiDisk);
  const unknown = mappings.unknown ?? names.some((each) => each.unknown);
  const because = `${amiDisk.because}, as no mapping is for ${rootDevice}`;
  const path = at(mappings.path, names.length);
  return {
    size: { path: mappings.path, ...(unknown && { unknown }) },
    otherwise: { ...amiDisk, because },
    grow: (gb) => ({ path, value: { deviceName: rootDevice, ebs: { volumeSize: gb } } }),
  };
}

/** `userData`, which the provider encodes when it is not base64 yet, or `userDataBase64`. */
function userData(inputs: Inputs): UserData[] {
  return [
    { text: inputs.text("userData"), encoding: "either" },
    { text: inputs.text("userDataBase64"), encoding: "base64" },
  ];
}

const instance: Reader = (inputs) => [
  {
    ...place,
    sizes: sizes(inputs),
    image: image(inputs.text("ami")),
    disk: rootVolume(inputs),
    userData: userData(inputs),
    tags: inputs.texts("tags"),
  },
];

const launchTemplate: Reader = (inputs, { rootDevice }) => [
  {
    ...place,
    sizes: sizes(inputs),
    image: image(inputs.text("imageId")),
    disk: mappedVolume(inputs, rootDevice),
    userData: [{ text: inputs.text("userData"), encoding: "base64" }],
    tags: instanceTags(inputs),
  },
];

/** Tags of the instances that a template makes, or of the template where it makes none. */
function instanceTags(inputs: Inputs): Machine["tags"] {
  const specifications = inputs.list("tagSpecifications");
  const ofInstances = specifications.value?.find(
    (each) => each.text("resourceType").value === "instance",
  );
  return ofInstances ? ofInstances.texts("tags") : inputs.texts("tags");
}

const launchConfiguration: Reader = (inputs) => [
  {
    ...place,
    sizes: sizes(inputs),
    image: image(inputs.text("imageId")),
    disk: volume(inputs.below("rootBlockDevice"), amiDisk),
    userData: userData(inputs),
  },
];

/**
 * Types that stand beside a launch template, whose image, disk and user data are judged where it is
 * made. An override with a template of its own is a machine of its own.
 */
function overridden(overrides: Read<readonly Inputs[]>, tags?: Machine["tags"]): Machine[] {
  if (overrides.unknown)
    return [{ ...place, sizes: [promised(overrides.path)], userData: [], tags }];
  const items = overrides.value ?? [];
  const own = items.filter((each) => each.has("launchTemplateSpecification"));
  const shared = items.filter((each) => !own.includes(each));
  return [shared, ...own.map((each) => [each])]
    .map((group) => group.flatMap(sizes))
    .filter((found) => found.length > 0)
    .map((found) => ({ ...place, sizes: found, userData: [], tags }));
}

const group: Reader = (inputs) => {
  const pairs = inputs.list("tags").value ?? [];
  const tags = pairs.flatMap((each) => {
    const { value: key } = each.text("key");
    const { value } = each.text("value");
    return key === undefined || value === undefined ? [] : [[key, value]];
  });
  return overridden(inputs.list("mixedInstancesPolicy", "launchTemplate", "overrides"), {
    path: at(inputs.path, "tags"),
    value: Object.fromEntries(tags),
  });
};

/** Overrides beside the templates of a fleet; `launchTemplateConfig` is the one of `Fleet`. */
function templateConfigs(inputs: Inputs): Machine[] {
  return ["launchTemplateConfigs", "launchTemplateConfig"].flatMap((key) =>
    machinesOf(inputs.list(key), place, (each) =>
      overridden(each.list("overrides"), inputs.texts("tags")),
    ),
  );
}

const spotFleet: Reader = (inputs) => [
  ...machinesOf(inputs.list("launchSpecifications"), place, (each) => {
    const [device] = each.list("rootBlockDevices").value ?? [];
    return [
      {
        ...place,
        sizes: sizes(each),
        image: image(each.text("ami")),
        disk: volume(device ?? each.below("rootBlockDevices", 0), amiDisk),
        userData: [{ text: each.text("userData"), encoding: "either" }],
        tags: each.texts("tags"),
      },
    ];
  }),
  ...templateConfigs(inputs),
];

/** EKS makes nodes of its own images unless its type is CUSTOM or a template brings one. */
const nodeGroup: Reader = (inputs) => {
  const types = inputs.list("instanceTypes");
  const kind = inputs.text("amiType");
  const template = inputs.has("launchTemplate");
  const named = (types.value ?? []).map(
    (_, index): Size => ({ type: inputs.text("instanceTypes", index) }),
  );
  const usual: Size = { type: { path: types.path, value: eksDefaults.type } };
  const own = kind.value === "CUSTOM" || (kind.value === undefined && (template || kind.unknown));
  const size = inputs.number("diskSize");
  return [
    {
      ...place,
      sizes: types.unknown
        ? [promised(types.path)]
        : named.length > 0 || template
          ? named
          : [usual],
      image: {
        path: kind.path,
        what: `image of type ${kind.value ?? "unset"}`,
        ...(!own && { flatcar: false }),
        ...(kind.value && { architecture: architectureInName(kind.value) }),
      },
      disk: template
        ? undefined
        : { size, otherwise: eksDefaults.disk, grow: (gb) => ({ path: size.path, value: gb }) },
      userData: [],
      tags: inputs.texts("tags"),
    },
  ];
};

/** Readers of AWS resources by type token. */
export const awsReaders: Readonly<Record<string, Reader>> = Object.freeze({
  "aws:ec2/instance:Instance": instance,
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest": instance,
  "aws:ec2/launchTemplate:LaunchTemplate": launchTemplate,
  "aws:ec2/launchConfiguration:LaunchConfiguration": launchConfiguration,
  "aws:autoscaling/group:Group": group,
  "aws:ec2/spotFleetRequest:SpotFleetRequest": spotFleet,
  "aws:ec2/fleet:Fleet": templateConfigs,
  "aws:eks/nodeGroup:NodeGroup": nodeGroup,
});
