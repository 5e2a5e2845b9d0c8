import { gzipSync } from "node:zlib";
import { type PolicyName, policies, readSettings } from "../../src/policy/index.js";
import { base64, type Case, ignition, look, Pack, unknown, urnOf } from "./support.js";

const ec2 = "aws:ec2/instance:Instance";
const template = "aws:ec2/launchTemplate:LaunchTemplate";
const vm = "azure-native:compute:VirtualMachine";
const gce = "gcp:compute/instance:Instance";
const server = "openstack:compute/instance:Instance";

function instance(more: object = {}) {
  return {
    ami: "ami-1",
    instanceType: "c7i.xlarge",
    rootBlockDevice: { volumeSize: 32 },
    userData: ignition,
    ...more,
  };
}

function azureVm(imageReference: object, vmSize = "Standard_D4s_v5", more: object = {}) {
  return {
    hardwareProfile: { vmSize },
    storageProfile: { imageReference, osDisk: { diskSizeGB: 32 } },
    ...more,
  };
}

function gceInstance(image: string, machineType = "n2-standard-4", more: object = {}) {
  return { machineType, bootDisk: { initializeParams: { image, size: 32, ...more } } };
}

const marketplace = {
  publisher: "kinvolk",
  offer: "flatcar-container-linux-free",
  sku: "stable-gen2",
  version: "4593.2.5",
};
const gcpImage = "projects/kinvolk-public/global/images/flatcar-stable-4593-2-5";
const own = "projects/mine/global/images/flatcar-arm64-4593";

describe("the policies as data", () => {
  it("give the engine no defaults to fill in over what a pack's code sets", () =>
    expect(JSON.stringify(policies)).not.toContain('"default"'));

  it("keep their names, levels and configs, which are promises", () => {
    expect(
      policies.map(({ name, level, configSchema }) => [
        name,
        level,
        Object.keys(configSchema.properties).join(" "),
      ]),
    ).toEqual([
      [
        "flatcar-machine-size",
        "mandatory",
        "appliesTo tags exemptions minVcpus minMemoryMib types waivers",
      ],
      [
        "flatcar-machine-type-known",
        "mandatory",
        "appliesTo tags exemptions minVcpus minMemoryMib types",
      ],
      [
        "flatcar-disk-size",
        "mandatory",
        "appliesTo tags exemptions minDiskGb types rootDevice waivers",
      ],
      ["flatcar-architecture-agrees", "mandatory", "appliesTo tags exemptions types"],
      ["flatcar-no-burstable", "disabled", "appliesTo tags exemptions"],
      ["flatcar-user-data", "mandatory", "appliesTo tags exemptions"],
      ["flatcar-image-pinned", "advisory", "appliesTo tags exemptions"],
    ]);
  });

  it("read nothing from a config of the wrong kind, and never lower the floor", () => {
    expect(
      readSettings({ minVcpus: 1, minMemoryMib: "8", minDiskGb: 16, tags: 3, types: [] }),
    ).toEqual(readSettings({}));
  });

  it("rejects a level for a name that is no policy", () => {
    const levels: Record<string, "advisory"> = { "flatcar-size": "advisory" };
    expect(() => new Pack({ levels })).toThrow(/levels names flatcar-size, and the policies are/);
  });
});

describe("a higher floor", () => {
  it.each<[string, PolicyName, Record<string, unknown>, string]>([
    ["minVcpus", "flatcar-machine-size", { minVcpus: 8 }, "needs 8 vCPU and 8 GB"],
    ["minMemoryMib", "flatcar-machine-size", { minMemoryMib: 16384 }, "needs 4 vCPU and 16 GiB"],
    ["minDiskGb", "flatcar-disk-size", { minDiskGb: 100 }, "100 GB are the least"],
  ])("rejects by %s what the floor takes", (_, policy, config, message) =>
    expect(look(ec2, instance(), { config: { [policy]: config } })).toEqual({
      [policy]: expect.stringContaining(message),
    }),
  );

  it("is not lowered by a policy's own config", () => {
    const pack = new Pack({ settings: { minVcpus: 8 } });
    const given = { config: { "flatcar-machine-size": { minVcpus: 4 } } };
    expect(pack.look(ec2, instance(), given)["flatcar-machine-size"]).toContain("needs 8 vCPU");
  });

  it("holds for a whole pack, and a policy's own config may raise it further", () => {
    const pack = new Pack({ settings: { minVcpus: 8 } });
    const given = { config: { "flatcar-machine-size": { minVcpus: 16 } } };
    expect(pack.look(ec2, instance())["flatcar-machine-size"]).toContain("needs 8 vCPU");
    expect(pack.look(ec2, instance(), given)["flatcar-machine-size"]).toContain("needs 16 vCPU");
  });
});

describe("flatcar-architecture-agrees", () => {
  it.each<[string, string, object]>([
    [
      "an arm64 size with the arm64 offer",
      vm,
      azureVm(
        { ...marketplace, offer: "flatcar-container-linux-corevm", sku: "stable" },
        "Standard_D4ps_v6",
      ),
    ],
    ["an arm64 type with an image of one's own", gce, gceInstance(own, "c4a-standard-4")],
    ["a generation 2 SKU on a size of version 6", vm, azureVm(marketplace, "Standard_D4s_v6")],
    ["an arm64 machine whose image does not tell", ec2, instance({ instanceType: "c7g.xlarge" })],
  ])("passes with %s", (_, type, props) => expect(look(type, props)).toEqual({}));

  it.each<[string, string, object, string[]]>([
    [
      "an arm64 size with an x64 offer",
      vm,
      azureVm(marketplace, "Standard_D4ps_v6"),
      [
        "HARDWARE_ARCHITECTURE_MISMATCH  $.storageProfile.imageReference",
        "Standard_D4ps_v6 is arm64",
        "flatcar-container-linux-free:stable-gen2 is x64",
      ],
    ],
    [
      "an arm64 type on GCP with the project's image",
      gce,
      gceInstance(gcpImage, "c4a-standard-4"),
      ["HARDWARE_NO_IMAGE  $.machineType"],
    ],
    [
      "an image that says its architecture",
      gce,
      gceInstance("projects/mine/global/images/flatcar-4593", "n2-standard-4", {
        architecture: "ARM64",
      }),
      ["GCP machine type n2-standard-4 is x64, and image flatcar-4593 is arm64"],
    ],
    [
      "a generation 1 SKU on a size of version 6",
      vm,
      azureVm({ ...marketplace, sku: "stable" }, "Standard_D4s_v6"),
      ["HARDWARE_CANNOT_BOOT  $.hardwareProfile.vmSize"],
    ],
    [
      "overrides of two architectures with one template",
      "aws:autoscaling/group:Group",
      {
        mixedInstancesPolicy: {
          launchTemplate: {
            overrides: [{ instanceType: "m7i.xlarge" }, { instanceType: "m7g.xlarge" }],
          },
        },
      },
      ["m7i.xlarge is x64, and EC2 instance type m7g.xlarge is arm64"],
    ],
    ["a Mac host", ec2, instance({ instanceType: "mac2.metal" }), ["HARDWARE_CANNOT_BOOT"]],
  ])("rejects %s", (_, type, props, parts) => {
    const said = look(type, props)["flatcar-architecture-agrees"];
    for (const part of parts) expect(said).toContain(part);
  });
});

describe("flatcar-no-burstable", () => {
  const pack = new Pack({ levels: { "flatcar-no-burstable": "mandatory" } });

  it("is off unless a level turns it on", () =>
    expect(look(ec2, instance({ instanceType: "t3.xlarge" }))).toEqual({}));

  it.each<[string, string, object]>([
    ["EC2", ec2, instance({ instanceType: "t3.xlarge" })],
    ["Azure", vm, azureVm(marketplace, "Standard_B4ms")],
    [
      "requirements that include burstable types",
      template,
      {
        instanceRequirements: {
          vcpuCount: { min: 4 },
          memoryMib: { min: 8192 },
          burstablePerformance: "included",
        },
        blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 32 } }],
      },
    ],
  ])("rejects a burstable machine of %s", (_, type, props) =>
    expect(pack.look(type, props)["flatcar-no-burstable"]).toContain("HARDWARE_BURSTABLE"),
  );

  it("passes with processors of its own", () => expect(pack.look(ec2, instance())).toEqual({}));
});

describe("flatcar-user-data", () => {
  const big = JSON.stringify({
    ignition: { version: "3.4.0" },
    storage: { files: [{ path: "/etc/big", contents: { source: `data:,${"x".repeat(20_000)}` } }] },
  });
  const noise = Buffer.from(
    Array.from({ length: 20_000 }, (_, i) => ((i * i * 31 + i * 7) % 251) ^ ((i >> 3) & 255)),
  );
  const dense = JSON.stringify({
    ignition: { version: "3.4.0" },
    storage: {
      files: [
        {
          path: "/etc/dense",
          contents: { source: `data:;base64,${gzipSync(noise).toString("base64").repeat(1)}` },
        },
      ],
    },
  });

  it.each<[string, string, object]>([
    ["text where the provider encodes it", ec2, instance()],
    ["base64 in the same place", ec2, instance({ userData: base64(ignition) })],
    [
      "base64 in its own place",
      ec2,
      instance({ userData: undefined, userDataBase64: base64(ignition) }),
    ],
    ["cloud-config, which Ignition leaves alone", ec2, instance({ userData: "#cloud-config\n" })],
    ["a script, which Ignition leaves alone", ec2, instance({ userData: "#!/bin/sh\ntrue\n" })],
    ["nothing", ec2, instance({ userData: "" })],
    [
      "exactly 16,384 bytes",
      ec2,
      instance({ userData: ignition + " ".repeat(16_384 - ignition.length) }),
    ],
    [
      "text in GCP's metadata",
      gce,
      { ...gceInstance(gcpImage), metadata: { "user-data": ignition } },
    ],
    [
      "20 kB where a platform takes more",
      gce,
      { ...gceInstance(gcpImage), metadata: { "user-data": big } },
    ],
  ])("passes with %s", (_, type, props) => expect(look(type, props)).toEqual({}));

  const bad = '{"ignition":{"version":"3.4.0"},"systemd":{"units":[{"name":"app.servce"}]}}';
  it.each<[string, string, object, string[]]>([
    [
      "what Ignition rejects, at its place in the config",
      ec2,
      instance({ userData: bad }),
      ["$.userData.systemd.units[0].name"],
    ],
    ["text that is not JSON", ec2, instance({ userData: "{" }), ["JSON_SYNTAX  $.userData"]],
    [
      "Butane",
      ec2,
      instance({ userData: "variant: flatcar\nversion: 1.0.0\n" }),
      ["USER_DATA_BUTANE"],
    ],
    [
      "text where only base64 is taken",
      template,
      {
        imageId: "ami-1",
        instanceType: "c7i.xlarge",
        blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 32 } }],
        userData: ignition,
      },
      ["USER_DATA_ENCODING  $.userData", 'Buffer.from(text).toString("base64")'],
    ],
    [
      "base64 where text is taken",
      gce,
      { ...gceInstance(gcpImage), metadata: { "user-data": base64(ignition) } },
      ['JSON_SYNTAX  $.metadata["user-data"]'],
    ],
    [
      "gzip as a whole",
      ec2,
      instance({ userData: undefined, userDataBase64: gzipSync(ignition).toString("base64") }),
      ["USER_DATA_ENCODING  $.userDataBase64"],
    ],
    [
      "white space beyond the limit",
      ec2,
      instance({ userData: ignition + " ".repeat(16_385 - ignition.length) }),
      ["aws takes 16384 bytes of user data, and this has 16385", "without white space"],
    ],
    [
      "a config that fits compressed only",
      ec2,
      instance({ userData: big }),
      ["DELIVERY_TOO_LARGE", "compressed in a small config: it then has"],
    ],
    [
      "a script beyond the limit",
      ec2,
      instance({ userData: `#!/bin/sh\n${"#".repeat(20_000)}` }),
      ["DELIVERY_TOO_LARGE", "this has 20010"],
    ],
    [
      "base64 beyond OpenStack's limit, which counts base64",
      server,
      {
        imageName: "flatcar",
        flavorName: "f",
        userData: ignition + " ".repeat(49_150 - ignition.length),
      },
      ["openstack takes 65535 bytes of base64 of user data, and this has 65536"],
    ],
    [
      "custom data of Azure",
      vm,
      azureVm(marketplace, undefined, { osProfile: { customData: base64("{") } }),
      ["JSON_SYNTAX  $.osProfile.customData"],
    ],
    [
      "user data of Azure",
      vm,
      azureVm(marketplace, undefined, { userData: ignition }),
      ["USER_DATA_ENCODING  $.userData"],
    ],
  ])("rejects %s", (_, type, props, parts) => {
    const said = look(type, props)["flatcar-user-data"];
    for (const part of parts) expect(said).toContain(part);
  });

  it("names the largest files of a config that fits in no form", () => {
    expect(look(ec2, instance({ userData: dense }))["flatcar-user-data"]).toContain("/etc/dense (");
  });
});

describe("flatcar-image-pinned", () => {
  it.each<[string, string, object]>([
    ["an exact version of the marketplace", vm, azureVm(marketplace)],
    ["an exact image", gce, gceInstance(gcpImage)],
    ["an AMI", ec2, instance()],
    ["a version of a parameter", ec2, instance({ ami: "resolve:ssm:/flatcar/stable:3" })],
    [
      "a version of a gallery image",
      vm,
      azureVm({
        id: "/subscriptions/s/resourceGroups/r/providers/Microsoft.Compute/galleries/g/images/flatcar/versions/1.0.0",
      }),
    ],
    [
      "an image of one's own",
      vm,
      azureVm({
        id: "/subscriptions/s/resourceGroups/r/providers/Microsoft.Compute/images/flatcar",
      }),
    ],
  ])("passes with %s", (_, type, props) => expect(look(type, props)).toEqual({}));

  it.each<[string, string, object]>([
    ["version latest", vm, azureVm({ ...marketplace, version: "latest" })],
    ["no version", vm, azureVm({ ...marketplace, version: undefined })],
    ["a family", gce, gceInstance("projects/kinvolk-public/global/images/family/flatcar-stable")],
    ["a family in short", gce, gceInstance("kinvolk-public/flatcar-stable")],
    ["a parameter", ec2, instance({ ami: "resolve:ssm:/flatcar/stable" })],
    [
      "a gallery image without a version",
      vm,
      azureVm({
        communityGalleryImageId:
          "/CommunityGalleries/flatcar-23485951-527a-48d6-9d11-6931ff0afc2e/Images/flatcar-stable-amd64/Versions/latest",
      }),
    ],
    ["an OpenStack image called latest", server, { imageName: "flatcar latest", flavorName: "f" }],
  ])("advises against %s", (_, type, props) =>
    expect(look(type, props)["flatcar-image-pinned"]).toContain("IMAGE_NOT_PINNED"),
  );
});

describe("which machines are Flatcar", () => {
  const small = { instanceType: "t3.small", rootBlockDevice: { volumeSize: 8 } };

  it.each<[string, string, object]>([
    ["another publisher", vm, azureVm({ publisher: "Canonical", offer: "ubuntu" }, "Standard_B2s")],
    ["another project", gce, gceInstance("debian-cloud/debian-13", "e2-small")],
    ["another name", server, { imageName: "Ubuntu 26.04", flavorName: "tiny" }],
    ["an image of AKS", "azure-native:containerservice:AgentPool", { vmSize: "Standard_B2s" }],
    ["an image of EKS", "aws:eks/nodeGroup:NodeGroup", {}],
    ["GKE", "gcp:container/nodePool:NodePool", {}],
    [
      "Windows",
      vm,
      azureVm({ id: "/images/mine" }, "Standard_B2s", { osProfile: { windowsConfiguration: {} } }),
    ],
  ])("leaves alone: %s", (_, type, props) => expect(look(type, props)).toEqual({}));

  it("judges the size of all machines when told so, and nothing that is about Flatcar", () => {
    const appliesTo = "all";
    const config = Object.fromEntries(policies.map(({ name }) => [name, { appliesTo }]));
    const props = azureVm({ publisher: "Canonical", offer: "ubuntu" }, "Standard_B2s", {
      osProfile: { customData: base64("#include https://example.com") },
    });
    expect(Object.keys(look(vm, props, { config }))).toEqual(["flatcar-machine-size"]);
  });

  it("says nothing of the disk that another system's image brings", () => {
    const props = {
      hardwareProfile: { vmSize: "Standard_D4s_v5" },
      storageProfile: {
        imageReference: { publisher: "Canonical", offer: "ubuntu" },
      },
    };
    expect(look(vm, props, { config: { "flatcar-disk-size": { appliesTo: "all" } } })).toEqual({
      "flatcar-not-judged":
        "  the size of the disk that image Canonical:ubuntu brings, is not seen by flatcar-disk-size",
    });
  });

  it("takes a machine for Flatcar whose image does not tell, and says so", () => {
    const said = look(ec2, { ami: "ami-1", ...small })["flatcar-machine-size"];
    expect(said).toContain("note: taken for Flatcar, because image ami-1 does not tell");
    expect(said).toContain('"tags" in the config');
  });

  it("assumes nothing when the user data is an Ignition config", () =>
    expect(
      look(ec2, { ami: "ami-1", ...small, userData: ignition })["flatcar-machine-size"],
    ).not.toContain("note:"));

  const tagged: Case = { config: { "flatcar-machine-size": { tags: { os: "flatcar" } } } };
  it.each<[string, object, boolean]>([
    ["the tag", { os: "flatcar", other: "x" }, true],
    ["another value of it", { os: "amazon" }, false],
    ["no tag", {}, false],
  ])("goes by tags where the image does not tell: %s", (_, tags, judged) => {
    const said = look(ec2, { ami: "ami-1", ...small, tags }, tagged);
    expect("flatcar-machine-size" in said).toBe(judged);
    if (judged) expect(said["flatcar-machine-size"]).not.toContain("note:");
  });

  it("goes by the image before the tags", () =>
    expect(
      look(vm, { ...azureVm(marketplace, "Standard_B2s"), tags: {} }, tagged)[
        "flatcar-machine-size"
      ],
    ).toBeDefined());

  it("takes a machine for Flatcar while its tags are not known", () =>
    expect(
      look(ec2, { ami: "ami-1", ...small, tags: { os: unknown } }, tagged)["flatcar-machine-size"],
    ).toContain("note: taken for Flatcar"));
});

describe("exemptions", () => {
  const small = instance({ instanceType: "t3.small" });
  const exempt = (...exemptions: object[]): Case => ({
    config: { "flatcar-machine-size": { exemptions } },
  });

  it.each<[string, object]>([
    ["the whole URN", { urn: urnOf(ec2), reason: "a test" }],
    ["a pattern", { urn: "urn:pulumi:prod::*::web", reason: "a test" }],
    ["a pattern in the middle", { urn: "*ec2/instance*", reason: "a test" }],
    ["its last day", { urn: "*", reason: "a test", until: "2027-03-01" }],
  ])("excuse by %s, and are listed with their reason", (_, exemption) => {
    const said = look(ec2, small, exempt(exemption));
    expect(Object.keys(said)).toEqual(["flatcar-exempted"]);
    expect(said["flatcar-exempted"]).toMatch(
      /flatcar-machine-size: exempted (for ever|until .+): a test/,
    );
  });

  it.each<[string, object, string?]>([
    ["of another resource", { urn: "urn:pulumi:prod::*::we", reason: "a test" }],
    ["that begins elsewhere", { urn: "web*", reason: "a test" }],
    [
      "that ended yesterday",
      { urn: "*", reason: "a test", until: "2027-02-28" },
      "note: its exemption ended on 2027-02-28",
    ],
    [
      "whose end is not a date",
      { urn: "*", reason: "a test", until: "soon" },
      '"soon", is not a date',
    ],
    ["without a reason", { urn: "*", reason: " " }, "note: its exemption gives no reason"],
  ])("do not count: one %s", (...[, exemption, note]) => {
    const said = look(ec2, small, exempt(exemption));
    expect(Object.keys(said)).toEqual(["flatcar-machine-size"]);
    if (note) expect(said["flatcar-machine-size"]).toContain(note);
    else expect(said["flatcar-machine-size"]).not.toContain("note:");
  });

  it("count when another one for the same resource has ended", () =>
    expect(
      Object.keys(
        look(
          ec2,
          small,
          exempt({ urn: "*", reason: "old", until: "2026-01-01" }, { urn: "*web", reason: "new" }),
        ),
      ),
    ).toEqual(["flatcar-exempted"]));

  it("excuse from their own policy only", () =>
    expect(
      Object.keys(
        look(
          ec2,
          { ...small, rootBlockDevice: { volumeSize: 8 } },
          exempt({ urn: "*", reason: "a test" }),
        ),
      ),
    ).toEqual(["flatcar-disk-size", "flatcar-exempted"]));

  it("are not listed for resources that need none", () =>
    expect(look(ec2, instance(), exempt({ urn: "*", reason: "a test" }))).toEqual({}));
});

describe("our own components", () => {
  const bareMetal = "flatcar:index:BareMetalInstance";
  const aws = "flatcar:index:AwsInstance";
  const parent = urnOf(aws, "app");

  it("say nothing about a component that shows no hardware, as it checks itself", () =>
    expect(look(bareMetal, { architecture: "x64" })).toEqual({}));

  it("rejects shown hardware that is too small, by a stricter policy too", () => {
    const hardware = { vcpus: 4, memoryMib: 8192, diskGb: 31, architecture: "x64" };
    const said = look(
      bareMetal,
      { hardware, mode: "installed" },
      {
        config: { "flatcar-machine-size": { minVcpus: 8 } },
      },
    );
    expect(said["flatcar-machine-size"]).toContain("HARDWARE_TOO_SMALL  $.hardware.vcpus");
    expect(said["flatcar-disk-size"]).toContain("$.hardware.diskGb");
  });

  it("asks no disk of a machine that runs from memory", () => {
    const hardware = { vcpus: 4, memoryMib: 8192, diskGb: 1, architecture: "x64" };
    expect(look(bareMetal, { hardware, mode: "memory" })).toEqual({});
  });

  it("lists the waiver of a component for itself and for what it makes", () => {
    const pack = new Pack();
    const waived = { hardware: { vcpus: 2, memoryMib: 8192 }, hardwareWaiver: "a test rack" };
    expect(pack.look(bareMetal, waived)["flatcar-exempted"]).toContain(
      "flatcar-machine-size: waived in the program: a test rack",
    );
    pack.look(aws, { hardwareWaiver: "a small relay" }, { name: "app" });
    const child = pack.look(ec2, instance({ instanceType: "t3.small" }), { parent });
    expect(Object.keys(child)).toEqual(["flatcar-exempted"]);
  });

  it("rejects a waiver when the config refuses waivers", () => {
    const pack = new Pack({ settings: { waivers: "refuse" } });
    pack.look(aws, { hardwareWaiver: "a small relay" }, { name: "app" });
    const child = pack.look(ec2, instance({ instanceType: "t3.small" }), { parent });
    expect(Object.keys(child)).toEqual(["flatcar-machine-size"]);
  });

  it("takes no waiver for user data", () => {
    const pack = new Pack();
    pack.look(aws, { hardwareWaiver: "a small relay" }, { name: "app" });
    expect(
      pack.look(ec2, instance({ userData: "{" }), { parent })["flatcar-user-data"],
    ).toBeDefined();
  });
});

describe("messages", () => {
  it("never quote contents, however the config is broken", () => {
    const secret = "CANARY-f00d";
    const config = {
      ignition: { version: "3.4.0" },
      passwd: {
        users: [{ name: "core", passwordHash: secret, sshAuthorizedKeys: [secret, secret] }],
      },
      storage: {
        files: [
          { path: "etc/x", contents: { source: `data:,${secret}` } },
          { path: "/etc/y", contents: { source: `https://u:${secret}@example.com:port/` } },
          { path: "/etc/z", contents: { source: `data:;base64,${secret}` }, mode: 99999 },
        ],
      },
      systemd: { units: [{ name: "x.servce", contents: `[Service\n${secret}` }] },
    };
    const texts = [
      JSON.stringify(config),
      JSON.stringify(config).slice(0, -1),
      `${JSON.stringify(config)} ${secret}`,
      `variant: flatcar\npassword: ${secret}\n`,
      secret,
      `{"ignition":{"version":"${secret}"}}`.replace(secret, "9.9.9") + secret,
      JSON.stringify({ ...config, filler: secret.repeat(3000) }),
    ];
    const pack = new Pack({ levels: { "flatcar-no-burstable": "mandatory" } });
    const heard = texts.flatMap((text) =>
      [
        pack.look(
          ec2,
          instance({ instanceType: "t3.small", userData: text, tags: { note: secret } }),
        ),
        pack.look(template, { imageId: "ami-1", userData: text }),
        pack.look(template, { imageId: "ami-1", userData: base64(text) }),
        pack.look(gce, { ...gceInstance(gcpImage), metadata: { "user-data": text } }),
      ].flatMap((said) => Object.values(said)),
    );
    expect(heard.length).toBeGreaterThan(20);
    expect(heard.filter((text) => text.includes("CANARY"))).toEqual([]);
  });

  it("speak of the policy's config, and not of what only our components have", () => {
    const said = [
      look(ec2, instance({ instanceType: "t3.small" })),
      look(ec2, instance({ instanceType: "z99.huge" })),
      look(server, { imageName: "flatcar", flavorName: "f" }),
      look(template, { instanceRequirements: {} }),
    ].flatMap((each) => Object.values(each));
    expect(said.filter((text) => /hardwareWaiver| in hardware$/m.test(text))).toEqual([]);
  });
});
