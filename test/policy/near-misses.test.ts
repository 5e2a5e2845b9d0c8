import { base64, type Case, ignition, look, Pack, unknown } from "./support.js";

const ec2 = "aws:ec2/instance:Instance";
const vm = "azure-native:compute:VirtualMachine";
const gce = "gcp:compute/instance:Instance";
const template = "aws:ec2/launchTemplate:LaunchTemplate";
const group = "aws:autoscaling/group:Group";

function instance(more: object = {}) {
  return {
    ami: "ami-1",
    instanceType: "c7i.xlarge",
    rootBlockDevice: { volumeSize: 32 },
    userData: ignition,
    ...more,
  };
}

function gceInstance(machineType: string, more: object = {}) {
  const image = "projects/kinvolk-public/global/images/flatcar-stable-4593-2-5";
  return { machineType, bootDisk: { initializeParams: { image, size: 32 } }, ...more };
}

function azureVm(vmSize: string, more: object = {}) {
  return {
    hardwareProfile: { vmSize, ...more },
    storageProfile: {
      imageReference: {
        publisher: "kinvolk",
        offer: "flatcar-container-linux-free",
        sku: "stable-gen2",
        version: "4593.2.5",
      },
      osDisk: { diskSizeGB: 32 },
    },
  };
}

const types = (declared: object): Case => ({
  config: {
    "flatcar-machine-size": { types: declared },
    "flatcar-machine-type-known": { types: declared },
  },
});

describe("machines at the edge", () => {
  it.each<[string, string, object, Case?]>([
    ["exactly 4 vCPU and 8 GiB", ec2, instance({ instanceType: "c7g.xlarge" })],
    ["a custom type of exactly 4 vCPU and 8192 MiB", gce, gceInstance("e2-custom-4-8192")],
    [
      "a type given as an address",
      gce,
      gceInstance("zones/europe-west3-a/machineTypes/n2-standard-4"),
    ],
    ["a size in another case", vm, azureVm("standard_d4S_v5")],
    [
      "two cores with two threads each",
      ec2,
      instance({
        instanceType: "m7i.2xlarge",
        cpuOptions: { coreCount: 2, threadsPerCore: 2 },
      }),
    ],
    ["a disk size written as text", ec2, instance({ rootBlockDevice: { volumeSize: "32" } })],
    [
      "requirements of exactly 4 vCPU and 8192 MiB",
      template,
      {
        imageId: "ami-1",
        instanceRequirements: { vcpuCount: { min: 4 }, memoryMib: { min: 8192 } },
        blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 32 } }],
      },
    ],
    [
      "a type that the config declares",
      ec2,
      instance({ instanceType: "z99.huge" }),
      types({ "z99.huge": { vcpus: 4, memoryMib: 8192, architecture: "x64" } }),
    ],
    [
      "an instance that has everything from a launch template",
      ec2,
      { launchTemplate: { id: "lt-1" } },
    ],
    [
      "a scale set whose machines are resources of their own",
      "azure-native:compute:VirtualMachineScaleSet",
      { orchestrationMode: "Flexible", platformFaultDomainCount: 1 },
    ],
  ])("pass with %s", (...[, type, props, given]) => expect(look(type, props, given)).toEqual({}));

  it.each<[string, string, object, string, Case?]>([
    ["2 vCPU of a custom type", gce, gceInstance("n2-custom-2-16384"), "2 vCPU and 16 GiB"],
    ["7.5 GiB", ec2, instance({ instanceType: "c3.xlarge" }), "4 vCPU and 7.5 GiB"],
    ["7936 MiB", gce, gceInstance("e2-custom-4-7936"), "4 vCPU and 7936 MiB"],
    [
      "a core switched off",
      ec2,
      instance({
        instanceType: "m7i.xlarge",
        cpuOptions: { coreCount: 1 },
      }),
      "m7i.xlarge with its processor options has 2 vCPU",
    ],
    [
      "the second threads switched off",
      gce,
      gceInstance("n2-standard-4", {
        advancedMachineFeatures: { threadsPerCore: 1 },
      }),
      "with its processor options has 2 vCPU",
    ],
    [
      "processors of an Azure size switched off",
      vm,
      azureVm("Standard_D4s_v5", {
        vmSizeProperties: { vCPUsAvailable: 2 },
      }),
      "with its processor options has 2 vCPU",
    ],
    ["a constrained size", vm, azureVm("Standard_E8-2s_v5"), "2 vCPU"],
    [
      "3 vCPU that the config declares",
      ec2,
      instance({ instanceType: "z99.odd" }),
      "3 vCPU",
      types({ "z99.odd": { vcpus: 3, memoryMib: 8192, architecture: "x64" } }),
    ],
    [
      "requirements of 3 vCPU",
      template,
      {
        imageId: "ami-1",
        instanceRequirements: { vcpuCount: { min: 3 }, memoryMib: { min: 8192 } },
        blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 32 } }],
      },
      "3 vCPU is less than the 4 vCPU",
    ],
    [
      "requirements of an override",
      group,
      {
        mixedInstancesPolicy: {
          launchTemplate: {
            overrides: [
              {
                instanceRequirements: { vcpuCount: { min: 4 }, memoryMib: { min: 4096 } },
              },
            ],
          },
        },
      },
      "4 GiB is less than the 8 GB",
    ],
    [
      "the type that GKE chooses",
      "gcp:container/nodePool:NodePool",
      { nodeConfig: {} },
      "e2-medium",
      { config: { "flatcar-machine-size": { appliesTo: "all" } } },
    ],
    [
      "the type that EKS chooses",
      "aws:eks/nodeGroup:NodeGroup",
      { diskSize: 50 },
      "t3.medium",
      { config: { "flatcar-machine-size": { appliesTo: "all" } } },
    ],
  ])("rejects %s", (...[, type, props, message, given]) => {
    const said = look(type, props, given);
    expect(Object.keys(said)).toEqual(["flatcar-machine-size"]);
    expect(said["flatcar-machine-size"]).toContain(message);
  });

  it("points at the number of the requirements that is too small", () => {
    const said = look(group, {
      mixedInstancesPolicy: {
        launchTemplate: {
          overrides: [
            { instanceRequirements: { vcpuCount: { min: 2 }, memoryMib: { min: 8192 } } },
          ],
        },
      },
    });
    expect(said["flatcar-machine-size"]).toContain(
      "$.mixedInstancesPolicy.launchTemplate.overrides[0].instanceRequirements.vcpuCount.min\n",
    );
  });

  it("rejects a data disk that is taken for the root disk of a launch template", () => {
    const said = look(template, {
      imageId: "ami-1",
      instanceType: "c7i.xlarge",
      blockDeviceMappings: [{ deviceName: "/dev/sda1", ebs: { volumeSize: 100 } }],
    });
    expect(said["flatcar-disk-size"]).toContain("16 GB");
    expect(said["flatcar-disk-size"]).toContain("no mapping is for /dev/xvda");
  });

  it("takes another root device by config", () => {
    const props = {
      imageId: "ami-1",
      instanceType: "c7i.xlarge",
      blockDeviceMappings: [{ deviceName: "/dev/sda1", ebs: { volumeSize: 100 } }],
    };
    expect(
      look(template, props, { config: { "flatcar-disk-size": { rootDevice: "/dev/sda1" } } }),
    ).toEqual({});
  });

  it("judges an override with a template of its own by itself", () => {
    const overrides = [
      { instanceType: "m7i.xlarge" },
      { instanceType: "m7g.xlarge", launchTemplateSpecification: { launchTemplateId: "lt-arm" } },
    ];
    expect(look(group, { mixedInstancesPolicy: { launchTemplate: { overrides } } })).toEqual({});
  });
});

describe("types that nobody knows", () => {
  it.each<[string, string, object]>([
    ["EC2", ec2, instance({ instanceType: "z99.huge" })],
    ["Azure", vm, azureVm("Standard_Zz")],
    ["GCP", gce, gceInstance("zz-huge")],
  ])("rejects one of %s and says how to declare it", (_, type, props) => {
    const said = look(type, props);
    expect(Object.keys(said)).toEqual(["flatcar-machine-type-known"]);
    expect(said["flatcar-machine-type-known"]).toMatch(
      /say vcpus.* under "types" in the config of this policy/,
    );
  });

  it("names the type that was meant", () =>
    expect(look(vm, azureVm("D4s_v5"))["flatcar-machine-type-known"]).toContain(
      'did you mean "Standard_D4s_v5"?',
    ));

  it("takes types declared for the whole pack", () => {
    const settings = {
      types: { "z99.huge": { vcpus: 4, memoryMib: 8192, architecture: "x64" } },
    } as const;
    expect(new Pack({ settings }).look(ec2, instance({ instanceType: "z99.huge" }))).toEqual({});
  });
});

describe("OpenStack", () => {
  const type = "openstack:compute/instance:Instance";
  const volume = { bootIndex: 0, destinationType: "volume", sourceType: "image" };
  const server = (more: object) => ({
    imageName: "flatcar-stable",
    flavorName: "m1.large",
    ...more,
  });
  const declare = (declared: object): Case => ({
    config: Object.fromEntries(
      ["flatcar-machine-size", "flatcar-machine-type-known", "flatcar-disk-size"].map((name) => [
        name,
        { types: { "m1.large": declared } },
      ]),
    ),
  });

  it("rejects a flavor that the config does not declare, and a disk that nobody knows", () => {
    const said = look(type, server({}));
    expect(Object.keys(said)).toEqual(["flatcar-machine-type-known", "flatcar-disk-size"]);
    expect(said["flatcar-machine-type-known"]).toContain('{ "types": { "m1.large":');
    expect(said["flatcar-disk-size"]).toContain("HARDWARE_UNKNOWN  $.blockDevices");
  });

  it("passes with a declared flavor and its disk", () =>
    expect(look(type, server({}), declare({ vcpus: 4, memoryMib: 8192, diskGb: 40 }))).toEqual({}));

  it("rejects a declared flavor that is too small", () => {
    const said = look(type, server({}), declare({ vcpus: 4, memoryMib: 4096, diskGb: 20 }));
    expect(said["flatcar-machine-size"]).toContain("flavor m1.large: 4 GiB is less than the 8 GB");
    expect(said["flatcar-disk-size"]).toContain("the 20 GB of m1.large");
  });

  it("goes by the volume that it boots from before the flavor's disk", () => {
    const given = declare({ vcpus: 4, memoryMib: 8192, diskGb: 0 });
    const blockDevices = [{ ...volume, volumeSize: 32 }];
    expect(look(type, server({ blockDevices }), given)).toEqual({});
    const small = [{ ...volume, volumeSize: 31 }];
    expect(look(type, server({ blockDevices: small }), given)["flatcar-disk-size"]).toContain(
      "$.blockDevices[0].volumeSize",
    );
  });
});

describe("values that are not known yet", () => {
  it.each<[string, string, object, string, string]>([
    ["a type", ec2, instance({ instanceType: unknown }), "$.instanceType", "flatcar-machine-size"],
    [
      "a disk size",
      ec2,
      instance({ rootBlockDevice: { volumeSize: unknown } }),
      "$.rootBlockDevice.volumeSize",
      "flatcar-disk-size",
    ],
    [
      "a whole block",
      ec2,
      instance({ rootBlockDevice: unknown }),
      "$.rootBlockDevice.volumeSize",
      "flatcar-disk-size",
    ],
    ["user data", ec2, instance({ userData: unknown }), "$.userData", "flatcar-user-data"],
    [
      "overrides of a group",
      group,
      { mixedInstancesPolicy: { launchTemplate: { overrides: unknown } } },
      "$.mixedInstancesPolicy.launchTemplate.overrides",
      "flatcar-machine-size",
    ],
    [
      "pools of a cluster",
      "azure-native:containerservice:ManagedCluster",
      { agentPoolProfiles: unknown },
      "$.agentPoolProfiles",
      "flatcar-machine-size",
    ],
    [
      "a number of the requirements",
      template,
      {
        instanceRequirements: { vcpuCount: { min: unknown }, memoryMib: { min: 8192 } },
        blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 32 } }],
      },
      "$.instanceRequirements.vcpuCount.min",
      "flatcar-machine-size",
    ],
  ])("are listed and stop nothing: %s", (_, type, props, place, policy) => {
    const said = look(type, props);
    expect(Object.keys(said)).toEqual(["flatcar-not-judged"]);
    const line = said["flatcar-not-judged"]
      ?.split("\n")
      .find((each) => each.includes(`  ${place} `));
    expect(line).toContain("is not yet known; the update decides about");
    expect(line).toContain(policy);
  });

  it("hide nothing that is known", () => {
    const said = look(ec2, {
      ami: unknown,
      instanceType: "t3.small",
      rootBlockDevice: { volumeSize: unknown },
      userData: "{",
      tags: unknown,
    });
    expect(Object.keys(said)).toEqual([
      "flatcar-machine-size",
      "flatcar-user-data",
      "flatcar-not-judged",
    ]);
  });

  it("are judged once they are known, and no longer listed", () => {
    const pack = new Pack();
    pack.look(ec2, instance({ instanceType: unknown }));
    expect(Object.keys(pack.look(ec2, instance({ instanceType: "t3.small" })))).toEqual([
      "flatcar-machine-size",
    ]);
  });

  it("count an attached disk of Azure as not seen", () => {
    const osDisk = { createOption: "Attach", managedDisk: { id: "disk-1" } };
    const props = { hardwareProfile: { vmSize: "Standard_D4s_v5" }, storageProfile: { osDisk } };
    expect(look(vm, props)["flatcar-not-judged"]).toContain("the disk at $.storageProfile.osDisk");
  });

  it("count a disk that was made elsewhere as not seen", () => {
    const said = look(gce, { machineType: "n2-standard-4", bootDisk: { source: "disk-1" } });
    expect(said).toEqual({
      "flatcar-not-judged":
        "  the size of the disk at $.bootDisk.source, made elsewhere, is not seen by flatcar-disk-size",
    });
  });
});

describe("level remediate of flatcar-disk-size", () => {
  it.each<[string, string, object, object]>([
    [
      "a size that is too small",
      ec2,
      instance({ rootBlockDevice: { volumeSize: 8 } }),
      { rootBlockDevice: { volumeSize: 32 } },
    ],
    [
      "a size that is not given",
      ec2,
      instance({ rootBlockDevice: undefined }),
      { rootBlockDevice: { volumeSize: 32 } },
    ],
    [
      "a launch template without a mapping",
      template,
      { imageId: "ami-1" },
      { blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 32 } }] },
    ],
  ])("raises %s", (_, type, props, mended) =>
    expect(new Pack().mend("flatcar-disk-size", type, props)).toMatchObject(mended),
  );

  it("writes the size that the config asks for", () => {
    const config = { "flatcar-disk-size": { minDiskGb: 64 } };
    expect(new Pack().mend("flatcar-disk-size", ec2, instance(), { config })).toMatchObject({
      rootBlockDevice: { volumeSize: 64 },
    });
  });

  it.each<[string, object, Case?]>([
    ["is large enough", instance()],
    ["is not known yet", instance({ rootBlockDevice: { volumeSize: unknown } })],
    [
      "is exempted",
      instance({ rootBlockDevice: { volumeSize: 8 } }),
      { config: { "flatcar-disk-size": { exemptions: [{ urn: "*", reason: "a test" }] } } },
    ],
  ])("leaves a disk alone that %s", (...[, props, given]) =>
    expect(new Pack().mend("flatcar-disk-size", ec2, props, given)).toBeUndefined(),
  );

  it("is all that is remediated: no policy changes a type or user data", () => {
    const props = instance({ instanceType: "t3.small", userData: base64("{") });
    for (const name of ["flatcar-machine-size", "flatcar-user-data"])
      expect(new Pack().mend(name, ec2, props)).toBeUndefined();
  });
});
