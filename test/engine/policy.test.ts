import { violations, withPack } from "../support/policy-project.js";

jest.setTimeout(120_000);

const instance = (name: string, inputs: string) =>
  `raw("aws:ec2/instance:Instance", "${name}", { ami: "ami-1", ${inputs} });`;
const machine = (name: string, offer: string, inputs: string) =>
  `raw("azure-native:compute:VirtualMachine", "${name}", { resourceGroupName: "group",
    storageProfile: { osDisk: { createOption: "FromImage", diskSizeGB: 32 }, imageReference: ${offer} }, ${inputs} });`;
const gce = (name: string, type: string, image: string) =>
  `raw("gcp:compute/instance:Instance", "${name}", { machineType: "${type}", networkInterfaces: [{}],
    bootDisk: { initializeParams: { image: "${image}", size: 32 } } });`;

const disk = (gb: number) => `rootBlockDevice: { volumeSize: ${gb} }`;
const flatcar = (sku: string, offer: string, version: string) =>
  `{ publisher: "kinvolk", offer: "flatcar-container-linux-${offer}", sku: "${sku}", version: "${version}" }`;
const x64 = flatcar("stable-gen2", "corevm-amd64", "4593.2.5");
const arm64 = flatcar("stable", "corevm", "4593.2.5");
const ubuntu =
  '{ publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "24.04.202610010" }';
const pinned = "projects/kinvolk-public/global/images/flatcar-stable-4593-2-5";

const tooSmall = "flatcar-machine-size: mandatory";
const diskTooSmall = "flatcar-disk-size: mandatory";
const unknownType = "flatcar-machine-type-known: mandatory";
const disagree = "flatcar-architecture-agrees: mandatory";
const burstable = "flatcar-no-burstable: mandatory";
const badUserData = "flatcar-user-data: mandatory";
const notPinned = "flatcar-image-pinned: advisory";
const exempted = "flatcar-exempted: advisory";
const notJudged = "flatcar-not-judged: advisory";

/** Resources in JavaScript, and what the pack says about each in a preview. */
const rows: Record<string, [(name: string) => string, string[]]> = {
  "exactly-4-8-32": [(name) => instance(name, `instanceType: "c7i.xlarge", ${disk(32)}`), []],
  "2-vcpus": [(name) => instance(name, `instanceType: "m7i.large", ${disk(32)}`), [tooSmall]],
  "3-vcpus-by-override": [
    (name) =>
      instance(
        name,
        `instanceType: "m7i.2xlarge", cpuOptions: { coreCount: 3, threadsPerCore: 1 }, ${disk(32)}`,
      ),
    [tooSmall],
  ],
  "4-vcpus-by-override": [
    (name) =>
      instance(
        name,
        `instanceType: "m7i.2xlarge", cpuOptions: { coreCount: 4, threadsPerCore: 1 }, ${disk(32)}`,
      ),
    [],
  ],
  "31-gb-of-disk": [
    (name) => instance(name, `instanceType: "c7i.xlarge", ${disk(31)}`),
    [diskTooSmall],
  ],
  "disk-of-the-image": [(name) => instance(name, 'instanceType: "c7i.xlarge"'), [diskTooSmall]],
  "nobody-knows-the-type": [
    (name) => instance(name, `instanceType: "odd", ${disk(32)}`),
    [unknownType],
  ],
  "config-knows-the-type": [(name) => instance(name, `instanceType: "own", ${disk(32)}`), []],
  burstable: [(name) => instance(name, `instanceType: "t3.xlarge", ${disk(32)}`), [burstable]],
  "secret-type": [
    (name) => instance(name, `instanceType: pulumi.secret("m7i.large"), ${disk(32)}`),
    [tooSmall],
  ],
  "type-not-known-yet": [
    (name) => instance(name, `instanceType: later.name, ${disk(32)}`),
    [notJudged],
  ],
  "user-data-not-known-yet": [
    (name) => instance(name, `instanceType: "odd", ${disk(31)}, userData: later.name`),
    [diskTooSmall, unknownType, notJudged].sort(),
  ],
  "good-user-data": [
    (name) =>
      instance(
        name,
        `instanceType: "c7i.xlarge", ${disk(32)}, userData: '{"ignition":{"version":"3.4.0"}}'`,
      ),
    [],
  ],
  "bad-user-data": [
    (name) =>
      instance(
        name,
        `instanceType: "c7i.xlarge", ${disk(32)}, userData: pulumi.secret('{"ignition":{"version":"3.4.0"},"storage":{"files":[{"path":"etc/x","contents":{"source":"data:,canary-1"}}]}}')`,
      ),
    [badUserData],
  ],
  "too-much-user-data": [
    (name) =>
      instance(
        name,
        `instanceType: "c7i.xlarge", ${disk(32)}, userData: "#!/bin/sh\\n" + "canary-2".repeat(4096)`,
      ),
    [badUserData],
  ],
  exempt: [(name) => instance(name, `instanceType: "m7i.large", ${disk(32)}`), [exempted]],
  "azure-good": [
    (name) => machine(name, x64, 'hardwareProfile: { vmSize: "Standard_D4s_v5" }'),
    [],
  ],
  "azure-2-vcpus": [
    (name) => machine(name, x64, 'hardwareProfile: { vmSize: "Standard_D2s_v5" }'),
    [tooSmall],
  ],
  "azure-3-vcpus-by-override": [
    (name) =>
      machine(
        name,
        x64,
        'hardwareProfile: { vmSize: "Standard_D8s_v5", vmSizeProperties: { vCPUsAvailable: 3 } }',
      ),
    [tooSmall],
  ],
  "azure-other-architecture": [
    (name) => machine(name, arm64, 'hardwareProfile: { vmSize: "Standard_D4s_v5" }'),
    [disagree],
  ],
  "azure-latest": [
    (name) =>
      machine(
        name,
        flatcar("stable-gen2", "corevm-amd64", "latest"),
        'hardwareProfile: { vmSize: "Standard_D4s_v5" }',
      ),
    [notPinned],
  ],
  "azure-ubuntu": [
    (name) => machine(name, ubuntu, 'hardwareProfile: { vmSize: "Standard_B1s" }'),
    [],
  ],
  "gcp-8-gib": [(name) => gce(name, "n2-custom-4-8192", pinned), []],
  "gcp-7-and-a-half-gib": [(name) => gce(name, "n2-custom-4-7680", pinned), [tooSmall]],
  "gcp-arm64": [(name) => gce(name, "t2a-standard-4", pinned), [disagree]],
  "gcp-family": [
    (name) => gce(name, "n2-standard-4", "kinvolk-public/flatcar-stable"),
    [notPinned],
  ],
};

/** A value that is unknown in a preview and the given text in the update. */
const later = (text: string) =>
  `const later = raw("azure-native:resources:ResourceGroup", "later", { resourceGroupName: "${text}" }, { outputs: ["name"] });`;

const head = 'const pulumi = require("@pulumi/pulumi");\nconst { raw } = require("./raw.js");\n';

describe("the policy pack under the real engine", () => {
  const config = {
    "flatcar-no-burstable": "mandatory",
    "flatcar-machine-size": {
      types: { own: { vcpus: 4, memoryMib: 8192, architecture: "x64" } },
      exemptions: [{ urn: "*::exempt", reason: "a bastion", until: "9999-12-31" }],
    },
    "flatcar-machine-type-known": {
      types: { own: { vcpus: 4, memoryMib: 8192, architecture: "x64" } },
    },
  };
  const { project, pack, withConfig } = withPack({ "config.json": JSON.stringify(config) });
  afterAll(() => project.remove());

  describe("in a preview of a program in JavaScript", () => {
    let output = "";
    beforeAll(async () => {
      const resources = Object.entries(rows).map(([name, [write]]) => write(name));
      project.write({ "index.js": `${head}${later("m7i.large")}\n${resources.join("\n")}` });
      output = (await project.preview(...withConfig)).output;
    });

    it.each(Object.entries(rows).map(([name, [, expected]]) => [name, expected] as const))(
      "%s: %j",
      (name, expected) => expect(violations(output)[name] ?? []).toEqual(expected),
    );

    it("says what is wrong, by how much, and what would do", () => {
      expect(output).toContain("m7i.large has 2 vCPU");
      expect(output).toMatch(/fix: use m7i\.xlarge \(4 vCPU, 16 GiB\)/);
      expect(output).toContain("n2-custom-4-7680 has 4 vCPU and 7.5 GiB");
      expect(output).toContain("31 GB, and 32 GB are the least");
      expect(output).toContain("exempted until 9999-12-31: a bastion");
      expect(output).toContain("$.instanceType is not yet known; the update decides about");
    });

    it("quotes nothing of what the machines hold", () => expect(output).not.toContain("canary"));
  });

  it("rejects in the update what the preview could not know, and makes no such machine", async () => {
    const bad = `${head}${later("m7i.large")}\n${instance("late", `instanceType: later.name, ${disk(32)}`)}`;
    project.write({ "index.js": bad });
    const preview = await project.preview(...pack);
    expect(violations(preview.output)).toEqual({ late: [notJudged] });
    expect(preview.code).toBe(0);
    const { code, output } = await project.up(...pack);
    expect(violations(output)).toEqual({ late: [tooSmall] });
    expect(code).not.toBe(0);
    expect(project.received().filter(({ name, preview }) => name === "late" && !preview)).toEqual(
      [],
    );
  });

  it("lets advisory pass, and level remediate mend a disk before the machine is made", async () => {
    project.write({
      "config.json": '{ "flatcar-disk-size": "remediate" }',
      "index.js": `${head}${later("c7i.xlarge")}
${instance("mended", "instanceType: later.name, rootBlockDevice: { encrypted: true }")}
${gce("followed", "n2-standard-4", "kinvolk-public/flatcar-stable")}`,
    });
    const { code, output } = await project.up(...withConfig);
    expect(violations(output)).toEqual({ followed: [notPinned] });
    expect(code).toBe(0);
    expect(project.inputs("mended").rootBlockDevice).toEqual({ encrypted: true, volumeSize: 32 });
    expect(project.inputs("followed").machineType).toBe("n2-standard-4");
  });
});

describe("the policy pack under the real engine, for Pulumi YAML", () => {
  const program = (type: string, size: string, gb: number, sku: string, user: string) => `
resources:
  template:
    type: aws:ec2:LaunchTemplate
    properties:
      imageId: ami-1
      instanceType: ${type}
      userData:
        fn::toBase64: '${user}'
      blockDeviceMappings:
        - deviceName: /dev/xvda
          ebs: { volumeSize: ${gb} }
  set:
    type: azure-native:compute:VirtualMachineScaleSet
    properties:
      resourceGroupName: group
      sku: { name: ${size}, capacity: 3 }
      virtualMachineProfile:
        storageProfile:
          osDisk: { createOption: FromImage, diskSizeGB: ${gb} }
          imageReference: { publisher: kinvolk, offer: flatcar-container-linux-corevm-amd64, sku: stable-gen2, version: 4593.2.5 }
  pool:
    type: gcp:compute:InstanceTemplate
    properties:
      machineType: ${sku}
      disks:
        - { boot: true, sourceImage: ${pinned}, diskSizeGb: ${gb} }
`;
  const { project, pack } = withPack({}, "yaml");
  afterAll(() => project.remove());

  it("rejects machines in templates and scale sets", async () => {
    project.write({
      "Main.yaml": program("t3.small", "Standard_B1ms", 16, "e2-small", '{"ignition":{}}'),
    });
    const { code, output } = await project.preview(...pack);
    expect(code).not.toBe(0);
    expect(violations(output)).toEqual({
      template: [diskTooSmall, tooSmall, badUserData],
      set: [diskTooSmall, tooSmall],
      pool: [diskTooSmall, tooSmall],
    });
  });

  it("is silent about machines that are large enough, and they are made", async () => {
    const good = '{"ignition":{"version":"3.4.0"}}';
    project.write({
      "Main.yaml": program("m7i.xlarge", "Standard_D4s_v5", 32, "e2-standard-4", good),
    });
    const { code, output } = await project.up(...pack);
    expect(violations(output)).toEqual({});
    expect(output).toContain("+ 4 created");
    expect(code).toBe(0);
  });
});

describe("the policy pack under the real engine, for components of this package", () => {
  const { project, withConfig } = withPack({
    "config.json": JSON.stringify({ "flatcar-machine-size": { minVcpus: 8 } }),
    "index.js": `
const { BareMetalInstance, PxeBootDirectory } = require("pulumi-flatcar/baremetal");
const boot = new PxeBootDirectory("boot", { directory: "./netboot", baseUrl: "http://192.0.2.1:8080/", version: "4593.2.5" });
const machine = (name, mac, more) => new BareMetalInstance(name, { directory: boot.directory, baseUrl: boot.baseUrl,
  macAddresses: [mac], ...more });
machine("large", "52:54:00:00:00:01", { hardware: { vcpus: 8, memoryMib: 16384, architecture: "x64" } });
machine("middling", "52:54:00:00:00:02", { hardware: { vcpus: 4, memoryMib: 16384, architecture: "x64" } });
machine("waived", "52:54:00:00:00:03", { hardware: { vcpus: 2, memoryMib: 16384, architecture: "x64" }, hardwareWaiver: "a test bench" });
`,
  });
  afterAll(() => project.remove());

  it("holds them to an organization's own floor, and lists their waivers", async () => {
    const { code, output } = await project.preview(...withConfig);
    expect(violations(output)).toEqual({ middling: [tooSmall], waived: [exempted] });
    expect(output).toContain("flatcar-machine-size: waived in the program: a test bench");
    expect(code).not.toBe(0);
  });
});
