import { azureCatalogue } from "../../hardware/azure.js";
import { platforms } from "../../platforms/index.js";
import { firstOf, type Inputs, type Read } from "../inputs.js";
import type { Disk, Image, Machine, Reader, Size } from "../machine.js";
import { azureImage } from "./azure-image.js";
import { machinesOf, promised } from "./lists.js";

/** Size of Flatcar's image on Azure, rounded: 30.4 GiB, 30.3 since release 4593. */
const imageDisk = Object.freeze({ gb: 30, because: "the size of Flatcar's image", ofImage: true });

const place = { platform: platforms.azure, catalogue: azureCatalogue } as const;

function typed(type: Read<string>): Size[] {
  // "Mix" says that the sizes stand in skuProfile.
  return type.value === undefined && !type.unknown ? [] : type.value === "Mix" ? [] : [{ type }];
}

function osDisk(size: Read<number>): Disk {
  return { size, otherwise: imageDisk, grow: (gb) => ({ path: size.path, value: gb }) };
}

function base64(...texts: Read<string>[]): Machine["userData"] {
  return texts.map((text) => ({ text, encoding: "base64" }));
}

function mixedSizes(inputs: Inputs, nameOf: (index: number) => Read<string>): Size[] {
  const sizes = inputs.list("skuProfile", "vmSizes");
  if (sizes.unknown) return [promised(sizes.path)];
  return (sizes.value ?? []).flatMap((_, index) => typed(nameOf(index)));
}

/** What `VirtualMachine` and the profile of a scale set have in common. */
function profile(inputs: Inputs): Pick<Machine, "image" | "disk" | "unseenDisk" | "userData"> {
  const disk = inputs.below("storageProfile", "osDisk");
  const image = azureImage(inputs.below("storageProfile", "imageReference"));
  const windows = inputs.has("osProfile", "windowsConfiguration");
  const attached = disk.text("createOption").value === "Attach";
  return {
    image: windows ? { path: inputs.path, what: "the image", ...image, flatcar: false } : image,
    ...(attached ? { unseenDisk: disk.path } : { disk: osDisk(disk.number("diskSizeGB")) }),
    // Ignition asks for user data first, and then the custom data does not count.
    userData: base64(inputs.text("userData"), inputs.text("osProfile", "customData")),
  };
}

const virtualMachine: Reader = (inputs) => {
  const hardware = inputs.below("hardwareProfile");
  const available = hardware.number("vmSizeProperties", "vCPUsAvailable");
  const perCore = hardware.number("vmSizeProperties", "vCPUsPerCore");
  const overrides = { vCPUsAvailable: available.value, vCPUsPerCore: perCore.value };
  const unknown = [available, perCore].filter((each) => each.unknown).map(({ path }) => path);
  return [
    {
      ...place,
      sizes: typed(hardware.text("vmSize")).map((size) => ({ ...size, overrides, unknown })),
      ...profile(inputs),
      tags: inputs.texts("tags"),
    },
  ];
};

const scaleSet: Reader = (inputs) => {
  const sizes = [
    ...typed(inputs.text("sku", "name")),
    ...mixedSizes(inputs, (index) => inputs.text("skuProfile", "vmSizes", index, "name")),
  ];
  // A Flexible set may have no profile: its machines are resources of their own.
  const bare = !inputs.has("virtualMachineProfile");
  const machine = bare ? { userData: [] } : profile(inputs.below("virtualMachineProfile"));
  return [{ ...place, sizes, ...machine, tags: inputs.texts("tags") }];
};

/** AKS makes nodes of the system that its SKU names, Ubuntu when it names none. */
function aksPool(inputs: Inputs, sku: Read<string>, size: Read<number>): Machine {
  const told = sku.unknown ? undefined : (sku.value ?? "").toLowerCase() === "flatcar";
  const image: Image = {
    path: sku.path,
    what: `node image ${sku.value ?? "of AKS"}`,
    ...(told !== undefined && { flatcar: told }),
  };
  // 0 and nothing both mean the size that AKS chooses, which is larger than the floor.
  const chosen = size.unknown || (size.value ?? 0) > 0;
  return {
    ...place,
    sizes: typed(inputs.text("vmSize")),
    image,
    disk: chosen ? { size, grow: (gb) => ({ path: size.path, value: gb }) } : undefined,
    userData: [],
    tags: inputs.texts("tags"),
  };
}

function nativePool(inputs: Inputs): Machine[] {
  return [aksPool(inputs, inputs.text("osSKU"), inputs.number("osDiskSizeGB"))];
}

const managedCluster: Reader = (inputs) =>
  machinesOf(inputs.list("agentPoolProfiles"), place, nativePool);

const classicPool: Reader = (inputs) => [
  aksPool(inputs, inputs.text("osSku"), inputs.number("osDiskSizeGb")),
];

const classicCluster: Reader = (inputs, options) =>
  inputs.has("defaultNodePool") ? classicPool(inputs.below("defaultNodePool"), options) : [];

/** The Linux resources of the classic provider, whose sizes have other names in each. */
function classic(sizeKey: "size" | "sku" | "skuName"): Reader {
  return (inputs) => [
    {
      ...place,
      sizes: [
        ...typed(inputs.text(sizeKey)),
        ...mixedSizes(inputs, (index) => inputs.text("skuProfile", "vmSizes", index)),
      ],
      image: azureImage(inputs.below("sourceImageReference"), inputs.text("sourceImageId")),
      disk: osDisk(inputs.number("osDisk", "diskSizeGb")),
      userData: base64(
        firstOf(inputs.text("userData"), inputs.text("userDataBase64")),
        firstOf(inputs.text("customData"), inputs.text("osProfile", "customData")),
      ),
      tags: inputs.texts("tags"),
    },
  ];
}

/** The first resources of the classic provider. They encode custom data that is not base64 yet. */
function first(type: (inputs: Inputs) => Read<string>, image: string, disk: string): Reader {
  return (inputs) => [
    {
      ...place,
      sizes: typed(type(inputs)),
      image: azureImage(inputs.below(image)),
      disk: osDisk(inputs.number(disk, "diskSizeGb")),
      userData: [{ text: inputs.text("osProfile", "customData"), encoding: "either" }],
      tags: inputs.texts("tags"),
    },
  ];
}

/** Readers of Azure resources by type token; azure-native ones without their API version. */
export const azureReaders: Readonly<Record<string, Reader>> = Object.freeze({
  "azure-native:compute:VirtualMachine": virtualMachine,
  "azure-native:compute:VirtualMachineScaleSet": scaleSet,
  "azure-native:containerservice:AgentPool": nativePool,
  "azure-native:containerservice:ManagedCluster": managedCluster,
  "azure:compute/linuxVirtualMachine:LinuxVirtualMachine": classic("size"),
  "azure:compute/linuxVirtualMachineScaleSet:LinuxVirtualMachineScaleSet": classic("sku"),
  "azure:compute/orchestratedVirtualMachineScaleSet:OrchestratedVirtualMachineScaleSet":
    classic("skuName"),
  "azure:compute/virtualMachine:VirtualMachine": first(
    (inputs) => inputs.text("vmSize"),
    "storageImageReference",
    "storageOsDisk",
  ),
  "azure:compute/scaleSet:ScaleSet": first(
    (inputs) => inputs.text("sku", "name"),
    "storageProfileImageReference",
    "storageProfileOsDisk",
  ),
  "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool": classicPool,
  "azure:containerservice/kubernetesCluster:KubernetesCluster": classicCluster,
});

/**
 * A token of azure-native without its API version, which stands in the module
 * (`azure-native:compute/v20240701:VirtualMachine`) or, in packages made for one version, in the
 * package (`azure-native_compute_v20240701:compute:VirtualMachine`).
 */
export function withoutApiVersion(type: string): string {
  return type.replace(/^azure-native(?:_\w+)?:(\w+)(?:\/v\w+)?:/, "azure-native:$1:");
}
