import { readTypes } from "../../src/policy/index.js";
import { base64, ignition, look } from "./support.js";

/** One resource of each kind, from the type and the disk of its machines. */
interface Kind {
  readonly token: string;
  readonly small: string;
  readonly large: string;
  readonly make: (type: string, disk?: number) => object;
  /** Where the disk stands; undefined when another resource decides about it. */
  readonly disk?: string;
  readonly type: string;
  /** The disk that the place chooses is large enough, or not there. */
  readonly diskOptional?: true;
  /** Machines of a service with images of its own, which are Flatcar only when said so. */
  readonly config?: Record<string, unknown>;
}

const aws = { small: "t3.small", large: "c7i.xlarge" };
const azure = { small: "Standard_B2s", large: "Standard_D4s_v5" };
const gcp = { small: "e2-small", large: "n2-standard-4" };
const all = { appliesTo: "all" };
const kinvolk = {
  publisher: "kinvolk",
  offer: "flatcar-container-linux-corevm-amd64",
  sku: "stable-gen2",
  version: "4593.2.5",
};
const gcpImage = "projects/kinvolk-public/global/images/flatcar-stable-4593-2-5";

function azureNative(vmSize: string, diskSizeGB?: number) {
  return {
    hardwareProfile: { vmSize },
    storageProfile: { imageReference: kinvolk, osDisk: { createOption: "FromImage", diskSizeGB } },
    osProfile: { customData: base64(ignition) },
  };
}

function azureSet(name: string, diskSizeGB?: number) {
  const { hardwareProfile: _, ...virtualMachineProfile } = azureNative(name, diskSizeGB);
  return { sku: { name, capacity: 3 }, orchestrationMode: "Flexible", virtualMachineProfile };
}

function gcpTemplate(machineType: string, diskSizeGb?: number) {
  return {
    machineType,
    disks: [
      { boot: false, diskSizeGb: 500 },
      { boot: true, sourceImage: gcpImage, diskSizeGb },
    ],
    metadata: { "user-data": ignition },
  };
}

function gcpInstance(machineType: string, size?: number) {
  return {
    machineType,
    bootDisk: { initializeParams: { image: gcpImage, size } },
    metadata: { "user-data": ignition },
  };
}

const nativeVm: Omit<Kind, "token"> = {
  ...azure,
  make: azureNative,
  type: "$.hardwareProfile.vmSize",
  disk: "$.storageProfile.osDisk.diskSizeGB",
};
const nativeSet: Omit<Kind, "token"> = {
  ...azure,
  make: azureSet,
  type: "$.sku.name",
  disk: "$.virtualMachineProfile.storageProfile.osDisk.diskSizeGB",
};
const nativePool: Omit<Kind, "token"> = {
  ...azure,
  make: (vmSize, osDiskSizeGB) => ({ vmSize, osSKU: "Flatcar", osDiskSizeGB }),
  type: "$.vmSize",
  disk: "$.osDiskSizeGB",
  diskOptional: true,
};

const kinds: readonly Kind[] = [
  {
    token: "aws:ec2/instance:Instance",
    ...aws,
    make: (instanceType, volumeSize) => ({
      ami: "ami-1",
      instanceType,
      rootBlockDevice: { volumeSize },
      userData: ignition,
    }),
    type: "$.instanceType",
    disk: "$.rootBlockDevice.volumeSize",
  },
  {
    token: "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
    ...aws,
    make: (instanceType, volumeSize) => ({
      ami: "ami-1",
      instanceType,
      rootBlockDevice: { volumeSize },
    }),
    type: "$.instanceType",
    disk: "$.rootBlockDevice.volumeSize",
  },
  {
    token: "aws:ec2/launchTemplate:LaunchTemplate",
    ...aws,
    make: (instanceType, volumeSize) => ({
      imageId: "ami-1",
      instanceType,
      blockDeviceMappings: [
        { deviceName: "/dev/xvdb", ebs: { volumeSize: 500 } },
        { deviceName: "/dev/xvda", ebs: { volumeSize } },
      ],
      userData: base64(ignition),
    }),
    type: "$.instanceType",
    disk: "$.blockDeviceMappings[1].ebs.volumeSize",
  },
  {
    token: "aws:ec2/launchConfiguration:LaunchConfiguration",
    ...aws,
    make: (instanceType, volumeSize) => ({
      imageId: "ami-1",
      instanceType,
      rootBlockDevice: { volumeSize },
    }),
    type: "$.instanceType",
    disk: "$.rootBlockDevice.volumeSize",
  },
  {
    token: "aws:autoscaling/group:Group",
    ...aws,
    make: (instanceType) => ({
      mixedInstancesPolicy: {
        launchTemplate: { overrides: [{ instanceType: "m7i.xlarge" }, { instanceType }] },
      },
    }),
    type: "$.mixedInstancesPolicy.launchTemplate.overrides[1].instanceType",
  },
  {
    token: "aws:ec2/spotFleetRequest:SpotFleetRequest",
    ...aws,
    make: (instanceType, volumeSize) => ({
      launchSpecifications: [{ ami: "ami-1", instanceType, rootBlockDevices: [{ volumeSize }] }],
    }),
    type: "$.launchSpecifications[0].instanceType",
    disk: "$.launchSpecifications[0].rootBlockDevices[0].volumeSize",
  },
  {
    token: "aws:ec2/fleet:Fleet",
    ...aws,
    make: (instanceType) => ({ launchTemplateConfigs: [{ overrides: [{ instanceType }] }] }),
    type: "$.launchTemplateConfigs[0].overrides[0].instanceType",
  },
  {
    token: "aws:eks/nodeGroup:NodeGroup",
    ...aws,
    make: (type, diskSize) => ({
      amiType: "AL2023_x86_64_STANDARD",
      instanceTypes: [type],
      diskSize,
    }),
    type: "$.instanceTypes[0]",
    disk: "$.diskSize",
    config: all,
  },
  { token: "azure-native:compute:VirtualMachine", ...nativeVm },
  { token: "azure-native:compute/v20240701:VirtualMachine", ...nativeVm },
  { token: "azure-native_compute_v20240701:compute:VirtualMachine", ...nativeVm },
  { token: "azure-native:compute:VirtualMachineScaleSet", ...nativeSet },
  { token: "azure-native:compute/v20230901:VirtualMachineScaleSet", ...nativeSet },
  { token: "azure-native:containerservice:AgentPool", ...nativePool },
  {
    token: "azure-native:containerservice:ManagedCluster",
    ...nativePool,
    make: (...given) => ({ agentPoolProfiles: [nativePool.make(...given)] }),
    type: "$.agentPoolProfiles[0].vmSize",
    disk: "$.agentPoolProfiles[0].osDiskSizeGB",
  },
  ...(
    [
      ["azure:compute/linuxVirtualMachine:LinuxVirtualMachine", "size"],
      ["azure:compute/linuxVirtualMachineScaleSet:LinuxVirtualMachineScaleSet", "sku"],
      [
        "azure:compute/orchestratedVirtualMachineScaleSet:OrchestratedVirtualMachineScaleSet",
        "skuName",
      ],
    ] as const
  ).map(
    ([token, key]): Kind => ({
      token,
      ...azure,
      make: (type, diskSizeGb) => ({
        [key]: type,
        sourceImageReference: kinvolk,
        osDisk: { diskSizeGb },
        customData: base64(ignition),
      }),
      type: `$.${key}`,
      disk: "$.osDisk.diskSizeGb",
    }),
  ),
  {
    token: "azure:compute/virtualMachine:VirtualMachine",
    ...azure,
    make: (vmSize, diskSizeGb) => ({
      vmSize,
      storageImageReference: kinvolk,
      storageOsDisk: { diskSizeGb },
      osProfile: { customData: ignition },
    }),
    type: "$.vmSize",
    disk: "$.storageOsDisk.diskSizeGb",
  },
  {
    token: "azure:compute/scaleSet:ScaleSet",
    ...azure,
    make: (name, diskSizeGb) => ({
      sku: { name },
      storageProfileImageReference: kinvolk,
      storageProfileOsDisk: { diskSizeGb },
    }),
    type: "$.sku.name",
    disk: "$.storageProfileOsDisk.diskSizeGb",
  },
  {
    token: "azure:containerservice/kubernetesClusterNodePool:KubernetesClusterNodePool",
    ...azure,
    make: (vmSize, osDiskSizeGb) => ({ vmSize, osDiskSizeGb }),
    type: "$.vmSize",
    disk: "$.osDiskSizeGb",
    diskOptional: true,
    config: all,
  },
  {
    token: "azure:containerservice/kubernetesCluster:KubernetesCluster",
    ...azure,
    make: (vmSize, osDiskSizeGb) => ({ defaultNodePool: { vmSize, osDiskSizeGb } }),
    type: "$.defaultNodePool.vmSize",
    disk: "$.defaultNodePool.osDiskSizeGb",
    diskOptional: true,
    config: all,
  },
  ...["gcp:compute/instance:Instance", "gcp:compute/instanceFromTemplate:InstanceFromTemplate"].map(
    (token): Kind => ({
      token,
      ...gcp,
      make: gcpInstance,
      type: "$.machineType",
      disk: "$.bootDisk.initializeParams.size",
    }),
  ),
  ...[
    "gcp:compute/instanceTemplate:InstanceTemplate",
    "gcp:compute/regionInstanceTemplate:RegionInstanceTemplate",
  ].map(
    (token): Kind => ({
      token,
      ...gcp,
      make: gcpTemplate,
      type: "$.machineType",
      disk: "$.disks[1].diskSizeGb",
    }),
  ),
  {
    token: "gcp:container/nodePool:NodePool",
    ...gcp,
    make: (machineType, diskSizeGb) => ({ nodeConfig: { machineType, diskSizeGb } }),
    type: "$.nodeConfig.machineType",
    disk: "$.nodeConfig.diskSizeGb",
    diskOptional: true,
    config: all,
  },
  {
    token: "gcp:container/cluster:Cluster",
    ...gcp,
    make: (machineType, diskSizeGb) => ({
      nodePools: [{ nodeConfig: { machineType, diskSizeGb } }],
    }),
    type: "$.nodePools[0].nodeConfig.machineType",
    disk: "$.nodePools[0].nodeConfig.diskSizeGb",
    diskOptional: true,
    config: all,
  },
];

function given({ config = {} }: Kind) {
  return { config: { "flatcar-machine-size": config, "flatcar-disk-size": config } };
}

describe.each(kinds)("$token", (kind) => {
  const { token, make, small, large, type, disk, diskOptional } = kind;

  it("passes with enough of everything", () => {
    expect(look(token, make(large, 32), given(kind))).toEqual({});
  });

  it("rejects a type that is too small, and names types that are not", () => {
    const said = look(token, make(small, 32), given(kind));
    expect(Object.keys(said)).toEqual(["flatcar-machine-size"]);
    expect(said["flatcar-machine-size"]).toContain(`HARDWARE_TOO_SMALL  ${type}\n`);
    expect(said["flatcar-machine-size"]).toMatch(/fix: use .+ or exempt this one with a reason/);
  });

  if (disk === undefined) return;

  it("rejects 31 GB of root disk", () => {
    const said = look(token, make(large, 31), given(kind));
    expect(Object.keys(said)).toEqual(["flatcar-disk-size"]);
    expect(said["flatcar-disk-size"]).toContain(`HARDWARE_TOO_SMALL  ${disk}\n`);
  });

  it(
    diskOptional ? "takes the disk that the service chooses" : "rejects the image's own disk size",
    () => {
      const said = look(token, make(large), given(kind))["flatcar-disk-size"];
      if (diskOptional) expect(said).toBeUndefined();
      else expect(said).toContain("no size is given, so it has");
    },
  );
});

describe("the table of readers", () => {
  it("is covered by these cases, with OpenStack and our own components in cases of their own", () => {
    const covered = new Set(kinds.map(({ token }) => token));
    expect(readTypes.filter((type) => !covered.has(type))).toEqual([
      "openstack:compute/instance:Instance",
      "flatcar:index:BareMetalInstance",
    ]);
  });

  it.each(["aws:s3/bucket:Bucket", "azure-native:compute:Disk", "gcp:compute/address:Address"])(
    "has nothing to say about %s",
    (token) => expect(look(token, { size: 1 })).toEqual({}),
  );
});
