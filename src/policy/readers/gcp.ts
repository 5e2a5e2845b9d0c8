import { gcpCatalogue } from "../../hardware/gcp.js";
import { platforms } from "../../platforms/index.js";
import type { Inputs, Read } from "../inputs.js";
import type { Disk, Image, Machine, Reader, Size } from "../machine.js";
import { architectureInName, toldByName } from "./image-name.js";
import { machinesOf } from "./lists.js";

/** Size of Flatcar's image on GCP, rounded up: 12.2 GiB since release 4593, 8.5 before. */
const imageDisk = Object.freeze({ gb: 13, because: "the size of Flatcar's image", ofImage: true });

/** GKE takes these when nothing is said (its API reference, NodeConfig). */
const gkeType = "e2-medium";

const flatcarProject = "kinvolk-public";

/** Projects in which Google and its partners publish other systems. */
const otherProjects = new Set([
  "centos-cloud",
  "cos-cloud",
  "debian-cloud",
  "fedora-coreos-cloud",
  "opensuse-cloud",
  "oracle-linux-cloud",
  "rhel-cloud",
  "rhel-sap-cloud",
  "rocky-linux-cloud",
  "suse-cloud",
  "suse-sap-cloud",
  "ubuntu-os-cloud",
  "ubuntu-os-pro-cloud",
  "windows-cloud",
  "windows-sql-cloud",
]);

const place = { platform: platforms.gcp, catalogue: gcpCatalogue } as const;

function size(inputs: Inputs): Size[] {
  const type = inputs.text("machineType");
  if (type.value === undefined && !type.unknown) return [];
  const features = inputs.below("advancedMachineFeatures");
  const visible = features.number("visibleCoreCount");
  const threads = features.number("threadsPerCore");
  return [
    {
      type,
      overrides: { visibleCoreCount: visible.value, threadsPerCore: threads.value },
      unknown: [visible, threads].filter((each) => each.unknown).map(({ path }) => path),
    },
  ];
}

/** An image by address, as project/name or family, or by name alone. */
function image({ path, value, unknown }: Read<string>, spelled: Read<string>): Image | undefined {
  if (unknown) return { path, what: "the image", unknown };
  if (value === undefined) return undefined;
  const parts = value.split("/");
  const name = parts.at(-1) ?? "";
  const project =
    /projects\/([^/]+)\//.exec(value)?.[1] ?? (parts.length === 2 ? parts[0] : undefined);
  const published = project === flatcarProject;
  // A name of the project ends in a version, as in flatcar-stable-4593-2-5; a family does not.
  const family = parts.at(-2) === "family" || (published && !/\d+-\d+-\d+$/.test(name));
  return {
    path,
    what: `image ${name}`,
    flatcar: published || (otherProjects.has(project ?? "") ? false : toldByName(name)),
    published,
    architecture: published ? "x64" : architectureInName(spelled.value ?? name),
    ...(family && { moving: "a family means its newest image" }),
  };
}

function bootDisk(size: Read<number>): Disk {
  return { size, otherwise: imageDisk, grow: (gb) => ({ path: size.path, value: gb }) };
}

function machine(inputs: Inputs, rest: Pick<Machine, "image" | "disk" | "unseenDisk">): Machine {
  return {
    ...place,
    sizes: size(inputs),
    ...rest,
    userData: [{ text: inputs.text("metadata", "user-data"), encoding: "raw" }],
    tags: inputs.texts("labels"),
  };
}

const instance: Reader = (inputs) => {
  const boot = inputs.below("bootDisk");
  const made = boot.below("initializeParams");
  const exists = boot.has("source");
  return [
    machine(inputs, {
      image: image(made.text("image"), made.text("architecture")),
      disk: exists || !inputs.has("bootDisk") ? undefined : bootDisk(made.number("size")),
      ...(exists && { unseenDisk: boot.text("source").path }),
    }),
  ];
};

const template: Reader = (inputs) => {
  const disks = inputs.list("disks");
  const [firstDisk] = disks.value ?? [];
  const boot = disks.value?.find((each) => each.flag("boot").value === true) ?? firstDisk;
  if (!boot) {
    const size = { path: disks.path, ...(disks.unknown && { unknown: disks.unknown }) };
    return [machine(inputs, disks.unknown ? { disk: bootDisk(size) } : {})];
  }
  const exists = boot.has("source");
  return [
    machine(inputs, {
      image: image(boot.text("sourceImage"), boot.text("architecture")),
      disk: exists ? undefined : bootDisk(boot.number("diskSizeGb")),
      ...(exists && { unseenDisk: boot.text("source").path }),
    }),
  ];
};

/** GKE makes nodes of its own images; there is no Flatcar among them. */
function nodes(config: Inputs): Machine {
  const kind = config.text("imageType");
  const type = config.text("machineType");
  const disk = config.number("diskSizeGb");
  const given = disk.value !== undefined || disk.unknown;
  return {
    ...place,
    sizes: [
      { type: type.value === undefined && !type.unknown ? { ...type, value: gkeType } : type },
    ],
    image: { path: kind.path, what: `node image ${kind.value ?? "of GKE"}`, flatcar: false },
    // Without a size GKE takes 100 GB.
    disk: given ? { size: disk, grow: (gb) => ({ path: disk.path, value: gb }) } : undefined,
    userData: [],
    tags: config.texts("labels"),
  };
}

const nodePool: Reader = (inputs) => [nodes(inputs.below("nodeConfig"))];

const cluster: Reader = (inputs) => {
  const pools = inputs.list("nodePools");
  const none = (pools.value ?? []).length === 0 && !pools.unknown;
  // A first pool that is removed at once has no machines to speak of, nor has Autopilot.
  const removed = ["removeDefaultNodePool", "enableAutopilot"].some(
    (key) => inputs.flag(key).value === true,
  );
  return [
    ...(none && !removed ? [nodes(inputs.below("nodeConfig"))] : []),
    ...machinesOf(pools, place, (pool) => [nodes(pool.below("nodeConfig"))]),
  ];
};

/** Readers of GCP resources by type token. */
export const gcpReaders: Readonly<Record<string, Reader>> = Object.freeze({
  "gcp:compute/instance:Instance": instance,
  "gcp:compute/instanceFromTemplate:InstanceFromTemplate": instance,
  "gcp:compute/instanceTemplate:InstanceTemplate": template,
  "gcp:compute/regionInstanceTemplate:RegionInstanceTemplate": template,
  "gcp:container/nodePool:NodePool": nodePool,
  "gcp:container/cluster:Cluster": cluster,
});
