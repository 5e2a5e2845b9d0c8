import { CloudProject } from "../support/cloud-project.js";

const { kindOf } = require("./cloud-stand-in/cloud.js");
const { changes } = require("./cloud-stand-in/difference.js");
const { UNKNOWN } = require("./cloud-stand-in/values.js");

jest.setTimeout(120_000);

const instance = "aws:ec2/instance:Instance";
const launchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";
const machine = "azure-native:compute:VirtualMachine";
const server = "openstack:compute/instance:Instance";
const gceInstance = "gcp:compute/instance:Instance";
const instanceTemplate = "gcp:compute/instanceTemplate:InstanceTemplate";

describe("the table of changes", () => {
  const cloudOf = (type: string) => require(`./cloud-stand-in/clouds/${type.split(":")[0]}.js`);

  it.each<[string, Record<string, unknown>, Record<string, unknown>, string[]]>([
    [instance, { ami: "a" }, { ami: "b" }, ["ami: replace"]],
    [instance, { tags: { a: "1" } }, { tags: { b: "1" } }, ["tags.a: update", "tags.b: update"]],
    [
      instance,
      { rootBlockDevice: { volumeSize: 32, encrypted: false } },
      { rootBlockDevice: { volumeSize: 64, encrypted: true } },
      ["rootBlockDevice.volumeSize: update", "rootBlockDevice.encrypted: replace"],
    ],
    [
      instance,
      {},
      { rootBlockDevice: { volumeSize: 64, encrypted: true } },
      ["rootBlockDevice: replace"],
    ],
    [
      instance,
      { ebsBlockDevices: [{ volumeSize: 1 }] },
      { ebsBlockDevices: [{ volumeSize: 2 }] },
      ["ebsBlockDevices[0].volumeSize: replace"],
    ],
    [
      instance,
      { userDataReplaceOnChange: true, userData: "a" },
      { userDataReplaceOnChange: true },
      ["userData: replace"],
    ],
    [
      gceInstance,
      { networkInterfaces: [{ subnetwork: "a", accessConfigs: [] }] },
      { networkInterfaces: [{ subnetwork: "a", accessConfigs: [{}] }] },
      ["networkInterfaces[0].accessConfigs[0]: update"],
    ],
    [
      gceInstance,
      { networkInterfaces: [{ subnetwork: "a" }] },
      { networkInterfaces: [{ subnetwork: "b" }, { subnetwork: "c" }] },
      ["networkInterfaces[0].subnetwork: refuse", "networkInterfaces[1]: replace"],
    ],
    [
      gceInstance,
      { metadata: { "user-data": "a" } },
      { metadata: { "user-data": "b" } },
      ['metadata["user-data"]: update'],
    ],
    [
      gceInstance,
      { metadata: { "user-data": "a" } },
      { metadata: { "user-data": UNKNOWN } },
      ["metadata: update"],
    ],
    [
      gceInstance,
      { bootDisk: { initializeParams: { size: 32, type: "a" } } },
      { bootDisk: { initializeParams: { size: 64, type: "b" } } },
      ["bootDisk.initializeParams.size: update", "bootDisk.initializeParams.type: replace"],
    ],
    [
      "azure-native:compute/v20240301:VirtualMachine",
      { osProfile: { customData: "a", allowExtensionOperations: true } },
      { osProfile: { customData: "b", allowExtensionOperations: false } },
      ["osProfile.customData: refuse", "osProfile.allowExtensionOperations: update"],
    ],
    [
      server,
      { imageId: "a", flavorName: "a", userData: "a", networks: [{ port: "a" }] },
      { imageId: "b", flavorName: "b", userData: "b", networks: [{ port: "b" }] },
      ["imageId: update", "flavorName: update", "userData: replace", "networks[0].port: replace"],
    ],
    ["aws:some/thing:Thing", { a: 1 }, { a: 2 }, ["a: update"]],
  ])("%s %j to %j", (type, before, after, expected) => {
    const { pathText } = require("./cloud-stand-in/values.js");
    const found: { path: string[]; effect: string }[] = changes(
      kindOf(cloudOf(type), type),
      before,
      after,
    );
    expect(found.map(({ path, effect }) => `${pathText(path)}: ${effect}`)).toEqual(expected);
  });
});

/** Resources that are made and then changed: type, first inputs, changed inputs, what happens. */
const rows: Record<string, [string, object, object, "updated" | "replaced" | "same"]> = {
  "aws-type": [
    instance,
    { instanceType: "m7i.xlarge" },
    { instanceType: "m7i.2xlarge" },
    "updated",
  ],
  "aws-image": [instance, { ami: "ami-1" }, { ami: "ami-2" }, "replaced"],
  "aws-user-data": [instance, { userData: "one" }, { userData: "two" }, "updated"],
  "aws-user-data-replace": [
    instance,
    { userData: "one", userDataReplaceOnChange: true },
    { userData: "two", userDataReplaceOnChange: true },
    "replaced",
  ],
  "aws-template": [launchTemplate, { userData: "b25l" }, { userData: "dHdv" }, "updated"],
  "aws-still": [instance, { ami: "ami-1" }, { ami: "ami-1" }, "same"],
  "azure-user-data": [
    machine,
    { resourceGroupName: "group", userData: "b25l" },
    { resourceGroupName: "group", userData: "dHdv" },
    "updated",
  ],
  "azure-place": [
    machine,
    { resourceGroupName: "group", location: "westeurope" },
    { resourceGroupName: "group", location: "northeurope" },
    "replaced",
  ],
  "gcp-metadata": [
    gceInstance,
    { machineType: "a", bootDisk: {}, networkInterfaces: [], metadata: { "user-data": "one" } },
    { machineType: "a", bootDisk: {}, networkInterfaces: [], metadata: { "user-data": "two" } },
    "updated",
  ],
  "gcp-disk": [
    gceInstance,
    { machineType: "a", bootDisk: { initializeParams: { image: "a" } }, networkInterfaces: [] },
    { machineType: "a", bootDisk: { initializeParams: { image: "b" } }, networkInterfaces: [] },
    "replaced",
  ],
  "gcp-stop": [
    gceInstance,
    { machineType: "a", bootDisk: {}, networkInterfaces: [], allowStoppingForUpdate: true },
    { machineType: "b", bootDisk: {}, networkInterfaces: [], allowStoppingForUpdate: true },
    "updated",
  ],
  "gcp-template": [
    instanceTemplate,
    { machineType: "a", disks: [{}] },
    { machineType: "b", disks: [{}] },
    "replaced",
  ],
};

describe("the stand-in under the real engine", () => {
  const program = (settings: { changed?: boolean; refused?: boolean }) => `
const pulumi = require("@pulumi/pulumi");
const { raw } = require("./raw.js");
const look = (token, args) => pulumi.output(pulumi.runtime.invoke(token, args));
const settings = ${JSON.stringify(settings)};

const image = look("aws:ec2/getAmi:getAmi", { owners: ["075585003325"], mostRecent: true, filters: [
  { name: "name", values: ["Flatcar-stable-*"] }, { name: "architecture", values: ["arm64"] }] });
exports.lookedUp = {
  image: image.name,
  vcpus: look("aws:ec2/getInstanceType:getInstanceType", { instanceType: "m7g.xlarge" }).defaultVcpus,
  parameter: look("aws:ssm/getParameter:getParameter", { name: "/images/flatcar/stable/x64" }).value,
  family: look("gcp:compute/getImage:getImage", { family: "flatcar-stable", project: "kinvolk-public" }).name,
  types: look("gcp:compute/getMachineTypes:getMachineTypes", { zone: "us-central1-a" }).machineTypes.apply((types) => types.length),
};

const web = raw("${instance}", "web", {
  ami: image.id, instanceType: "m7g.xlarge", userDataBase64: pulumi.secret("c2VjcmV0"), tags: { secret: pulumi.secret("x") },
}, { outputs: ["publicIp", "arn"] });
exports.web = { id: web.id, ip: web.publicIp, arn: web.arn };

const group = raw("azure-native:resources:ResourceGroup", "group", {}, { outputs: ["name"] });
const nic = raw("azure-native:network:NetworkInterface", "nic", { resourceGroupName: group.name });
raw("${machine}", "vm", {
  resourceGroupName: group.name,
  osProfile: { customData: settings.changed ? "dHdv" : "b25l" },
  networkProfile: { networkInterfaces: [{ id: nic.id }] },
}, { replaceOnChanges: ["osProfile.customData"], deleteBeforeReplace: true });

raw("${machine}", "fixed", { resourceGroupName: "group", osProfile: { customData: settings.refused ? "dHdv" : "b25l" } });
raw("${gceInstance}", "running", { machineType: settings.refused ? "b" : "a", bootDisk: {}, networkInterfaces: [] });
${"" /* What a table row says. */}
const rows = ${JSON.stringify(rows)};
const made = {};
for (const [name, [type, before, after]] of Object.entries(rows)) {
  made[name] = raw(type, name, settings.changed ? after : before, { outputs: ["latestVersion"] });
}
exports.templateVersion = made["aws-template"].latestVersion;
`;
  const project = new CloudProject(["aws", "azure-native", "gcp"], { "index.js": program({}) });
  afterAll(() => project.remove());

  it("a preview makes nothing, and what is computed is unknown", async () => {
    const { code, output } = await project.preview();
    expect(code).toBe(0);
    expect(output).toMatch(/ip *: \[unknown\]/);
    expect(output).toMatch(/image *: "Flatcar-stable-4593.2.5-arm64-hvm"/);
    expect(output).not.toContain("warning");
    expect(project.received().every(({ preview, method }) => preview || method === "invoke")).toBe(
      true,
    );
    const vm = project.received().find(({ name }) => name === "vm");
    expect(vm?.unknowns).toEqual(["networkProfile.networkInterfaces[0].id", "resourceGroupName"]);
    expect(vm?.inputs.resourceGroupName).toBeNull();
  });

  it("an update makes everything, with identifiers as the clouds have them", async () => {
    const { code, output } = await project.up();
    expect(output).toContain(`+ ${Object.keys(rows).length + 7} created`);
    expect(code).toBe(0);
    const outputs = await project.outputs();
    expect(outputs.web).toEqual({
      id: expect.stringMatching(/^i-[0-9a-f]{17}$/),
      ip: expect.stringMatching(/^192\.0\.2\.\d+$/),
      arn: expect.stringMatching(/^arn:aws:ec2:us-east-1:\d{12}:instance\/i-/),
    });
    expect(project.received().find(({ name, id }) => name === "vm" && id)?.id).toMatch(
      /^\/subscriptions\/[\d-]+\/resourceGroups\/group\w+\/providers\/Microsoft.Compute\/virtualMachines\/vm\w+$/,
    );
  });

  it("look-ups are answered", async () => {
    expect((await project.outputs()).lookedUp).toEqual({
      image: "Flatcar-stable-4593.2.5-arm64-hvm",
      vcpus: 4,
      parameter: expect.stringMatching(/^ami-/),
      family: "flatcar-stable-4593-2-5",
      types: 5,
    });
  });

  it("the record has the inputs in plain text and says which were secret", async () => {
    const web = project.received().findLast(({ name }) => name === "web");
    expect(web?.inputs.userDataBase64).toBe("c2VjcmV0");
    expect(web?.secrets).toEqual(["tags.secret", "userDataBase64"]);
    expect(await project.state()).not.toContain("c2VjcmV0");
  });

  it("a second update and a refresh change nothing", async () => {
    expect((await project.up("--expect-no-changes")).code).toBe(0);
    expect((await project.pulumi("refresh", "--yes", "--expect-no-changes")).code).toBe(0);
  });

  describe("after a change of everything", () => {
    let since = 0;
    beforeAll(async () => {
      since = project.received().length;
      project.write({ "index.js": program({ changed: true }) });
      const { code, output } = await project.up();
      if (code !== 0) throw new Error(output);
    });
    const methods = (resource: string) =>
      project
        .received(since)
        .filter(({ name, method }) => name === resource && method !== "read")
        .map(({ method }) => method);

    const expected = { updated: ["update"], replaced: ["create", "delete"], same: [] };
    it.each(Object.entries(rows).map(([name, row]) => [name, row[3]] as const))(
      "%s is %s",
      (name, effect) => expect(methods(name)).toEqual(expected[effect]),
    );

    it("a resource that holds something exclusively is deleted first when the program says so", () => {
      expect(methods("vm")).toEqual(["delete", "create"]);
    });

    it("a launch template has a second version", async () => {
      expect((await project.outputs()).templateVersion).toBe(2);
    });
  });

  it("rejects what the clouds refuse to change, although the preview says update", async () => {
    project.write({ "index.js": program({ changed: true, refused: true }) });
    const { code, output } = await project.up("--continue-on-error");
    expect(code).not.toBe(0);
    expect(output).toContain(
      `Code="PropertyChangeNotAllowed" Message="Changing property 'osProfile.customData' is not allowed."`,
    );
    expect(output).toContain("please set allow_stopping_for_update = true");
  });

  it("rejects a second machine on a network interface that is in use", async () => {
    const without = program({ changed: true }).replace(", deleteBeforeReplace: true", "");
    project.write({ "index.js": without.replace('"dHdv" : "b25l" }', '"dGhyZWU=" : "" }') });
    const { code, output } = await project.up();
    expect(code).not.toBe(0);
    expect(output).toContain('Code="NicInUse"');
  });

  it("destroy takes dependents first, and all of it", async () => {
    const since = project.received().length;
    const { code, output } = await project.pulumi("destroy", "--yes");
    expect(output).toContain(`- ${Object.keys(rows).length + 7} deleted`);
    expect(code).toBe(0);
    const deleted = project.received(since).map(({ name }) => name);
    const order = ["vm", "nic", "group"];
    expect(deleted.filter((name) => order.includes(name))).toEqual(order);
  });
});

describe("a program in Pulumi YAML", () => {
  const program = (property: string) => `
variables:
  image:
    fn::invoke:
      function: aws:ec2:getAmi
      arguments:
        owners: ["075585003325"]
        filters: [{ name: name, values: [Flatcar-stable-4593.2.5-hvm] }]
resources:
  web:
    type: aws:ec2:Instance
    properties:
      ami: \${image.id}
      ${property}: m7i.xlarge
      userData:
        fn::secret: hello
  address:
    type: aws:ec2:EipAssociation
    properties:
      instanceId: \${web.id}
      publicIp: \${web.publicIp}
outputs:
  ip: \${web.publicIp}
`;
  const project = new CloudProject(["aws"], { "Main.yaml": program("instanceType") }, "yaml");
  afterAll(() => project.remove());

  it("is previewed and run with the same stand-in", async () => {
    const preview = await project.preview();
    expect(preview.output).toContain("+ 3 to create");
    const { code, output } = await project.up();
    expect(output).toContain("+ 3 created");
    // A host that was built and not installed with the CLI is one that the CLI mentions.
    expect(output).not.toMatch(/warning: (?!using pulumi-language-yaml)/);
    expect(code).toBe(0);
    expect(project.inputs("web")).toMatchObject({ instanceType: "m7i.xlarge", userData: "hello" });
    expect(project.inputs("address").publicIp).toMatch(/^192\.0\.2\./);
    expect(project.received().findLast(({ name }) => name === "web")?.secrets).toEqual([
      "userData",
    ]);
  });

  it("rejects a property that the type does not have", async () => {
    project.write({ "Main.yaml": program("instanceTyp") });
    const { code, output } = await project.preview();
    expect(code).not.toBe(0);
    expect(output).toContain("instanceTyp does not exist");
  });
});
