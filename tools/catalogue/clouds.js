"use strict";

/**
 * How each cloud's own list command writes its types down.
 *
 * @typedef {object} Cloud
 * @property {string} name
 * @property {string} command
 * @property {string} noun
 * @property {(list: any) => any[]} records
 * @property {(record: any) => import("./row.js").Row | undefined} read undefined for what is no machine type
 */

/** @type {Record<string, Cloud>} */
const clouds = {
  aws: {
    name: "aws",
    command: "aws ec2 describe-instance-types --output json",
    noun: "EC2 instance types",
    records: (list) => list.InstanceTypes,
    read: (record) => {
      const architectures = record.ProcessorInfo.SupportedArchitectures;
      return {
        type: record.InstanceType,
        vcpus: record.VCpuInfo.DefaultVCpus,
        memoryMib: record.MemoryInfo.SizeInMiB,
        arm64: architectures.includes("arm64"),
        mac: architectures.some((/** @type {string} */ name) => name.endsWith("_mac")),
        gpu: (record.GpuInfo?.Gpus ?? []).length > 0,
        burstable: record.BurstablePerformanceSupported === true,
        threads: record.VCpuInfo.DefaultThreadsPerCore,
        metal: record.BareMetal === true,
        previous: record.CurrentGeneration === false,
      };
    },
  },
  azure: {
    name: "azure",
    command: "az vm list-skus --resource-type virtualMachines --output json",
    noun: "Azure VM sizes",
    records: (list) => list,
    read: ({ name, resourceType, capabilities }) => {
      if (resourceType !== "virtualMachines") return undefined;
      const has = new Map(
        capabilities.map((/** @type {any} */ { name, value }) => [name, String(value)]),
      );
      /** @param {string} key @returns {string[]} */
      const words = (key) => (has.get(key) ?? "").split(",").filter(Boolean);
      return {
        type: name,
        // A constrained size has the processors of its parent as vCPUs.
        vcpus: Number(has.get("vCPUsAvailable") ?? has.get("vCPUs")),
        memoryMib: Number(has.get("MemoryGB")) * 1024,
        arm64: has.get("CpuArchitectureType") === "Arm64",
        gpu: Number(has.get("GPUs") ?? 0) > 0,
        threads: Number(has.get("vCPUsPerCore") ?? 0),
        generations: words("HyperVGenerations").map((word) => Number(word.trim().slice(1))),
        controllers: words("DiskControllerTypes").map((word) => word.trim().toLowerCase()),
        confidential: has.has("ConfidentialComputingType"),
      };
    },
  },
  gcp: {
    name: "gcp",
    command: "gcloud compute machine-types list --format=json",
    noun: "GCP machine types",
    records: (list) => list,
    read: (record) => ({
      type: record.name,
      vcpus: record.guestCpus,
      memoryMib: record.memoryMb,
      arm64: record.architecture === "ARM64" || /^(t2a|c4a|n4a|a4x)-/.test(record.name),
      gpu: (record.accelerators ?? []).some((/** @type {any} */ { guestAcceleratorType }) =>
        guestAcceleratorType.startsWith("nvidia-"),
      ),
      burstable: record.isSharedCpu === true,
      metal: record.name.endsWith("-metal"),
      previous: record.deprecated !== undefined,
    }),
  },
};

module.exports = { clouds };
