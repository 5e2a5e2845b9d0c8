import {
  changesAsRowsSay,
  compressesConfigs,
  destroysAll,
  Fleet,
  keepsConfigsSecret,
  pointsToConfigs,
  type Row,
  transformsReach,
} from "../support/fleet.js";

jest.setTimeout(120_000);

/** What args of the rows speak of. */
const setUp = `
const raw = (name) => ({ name, sizeGb: 10 });
// All resources of this program but one have this input.
transforms = [({ props, opts }) => ({ props: { ...props, resourceGroupName: "other" }, opts })];
const compute = "/subscriptions/0/resourceGroups/g/providers/Microsoft.Compute";
const network = "/subscriptions/0/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/n/subnets";
const base = {
  resourceGroupName: "group", subnetId: network + "/one",
  sshAuthorizedKeys: ["ecdsa-sha2-nistp256 AAAA", "ssh-ed25519 AAAA you@example.com"],
};`;

const effects = { updated: ["update"], replaced: ["delete", "create"], same: [] };

const store =
  'configContainer: { accountName: "shop", containerName: "configs" }, identityIds: ["/web"]';

/** Machines that are made and then changed: first args, changed args, what becomes of the virtual machine. */
const rows: Record<string, Row<keyof typeof effects>> = {
  config: ['files: token("canary-1")', 'files: token("canary-2")', "replaced"],
  "config-ignored": [
    'onConfigChange: "ignore", hostname: "one", files: token("canary-1")',
    'onConfigChange: "ignore", hostname: "two", files: token("canary-2")',
    "same",
  ],
  channel: ["", 'channel: "lts", onImageChange: "replace"', "replaced"],
  image: ['version: "4593.2.4"', 'imageId: compute + "/images/one"', "same"],
  "image-replaced": [
    'onImageChange: "replace", imageId: compute + "/images/one"',
    'onImageChange: "replace", imageId: "/CommunityGalleries/flatcar/Images/stable/Versions/4593.2.5"',
    "replaced",
  ],
  "image-and-config": [
    'version: "4593.2.4", hostname: "one"',
    'version: "4593.2.5", hostname: "two"',
    "replaced",
  ],
  size: ['instanceType: "Standard_D4s_v5"', 'instanceType: "standard_d8s_v5"', "updated"],
  architecture: ["", 'architecture: "arm64", onImageChange: "replace"', "replaced"],
  disk: ["", "diskGb: 64", "replaced"],
  "disk-kind": ["", 'diskType: "Premium_LRS"', "replaced"],
  "disk-key": [
    "dataDisks: [data]",
    'dataDisks: [data], diskEncryptionSetId: compute + "/diskEncryptionSets/one"',
    "replaced",
  ],
  "host-key": ["", "encryptionAtHost: true", "replaced"],
  tags: ['tags: { team: "a" }', 'tags: { team: "b" }', "updated"],
  named: ['machineName: "front"', 'machineName: "back"', "replaced"],
  ingress: ["ingress: [rule]", "ingress: [{ ...rule, port: 8443 }]", "same"],
  "first-rule": ["", "ingress: [rule]", "same"],
  identity: ['identityIds: ["/one"]', "", "updated"],
  subnet: ["publicIp: true", 'publicIp: true, subnetId: network + "/two"', "replaced"],
  interfaces: ["", 'networkInterfaceIds: ["/nic"]', "replaced"],
  zone: ['zone: "1"', 'zone: "2"', "replaced"],
  set: ["", 'availabilitySetId: compute + "/availabilitySets/one"', "replaced"],
  near: ["", 'proximityPlacementGroupId: compute + "/proximityPlacementGroups/one"', "replaced"],
  place: [
    'publicIp: true, location: "westeurope"',
    'publicIp: true, location: "northeurope"',
    "replaced",
  ],
  address: ["publicIp: true", "publicIp: false, ipv6: true", "same"],
  spot: ["", 'spot: true, onInterruption: "stop"', "replaced"],
  unprotected: ["terminationProtection: true", "terminationProtection: false", "same"],
  pointer: [`${store}, files: token("canary-1")`, `${store}, files: token("canary-2")`, "replaced"],
  data: [
    'dataDisks: [data], hostname: "one"',
    'dataDisks: [{ ...data, sizeGb: 200 }], hostname: "two"',
    "replaced",
  ],
  "data-larger": ["dataDisks: [data]", "dataDisks: [{ ...data, sizeGb: 200 }]", "same"],
  "data-added": ["", "dataDisks: [data]", "replaced"],
  "data-raw": ['dataDisks: [raw("a")]', 'dataDisks: [raw("a"), raw("b")]', "updated"],
  "data-raw-first": ['dataDisks: [raw("a"), raw("b")]', 'dataDisks: [raw("b")]', "replaced"],
  compressed: [
    'files: [{ path: "/opt/text", contents: "all work and no play ".repeat(9000) }]',
    'files: [{ path: "/opt/text", contents: "all work and no play ".repeat(9001) }]',
    "replaced",
  ],
  transformed: [
    `${store}, publicIp: true, ingress: [rule], dataDisks: [data]`,
    `${store}, publicIp: true, ingress: [rule], dataDisks: [data]`,
    "same",
  ],
};

describe("machines on Azure under the real engine", () => {
  const fleet = new Fleet({
    component: "AzureInstance",
    door: "azure",
    cloud: "azure-native",
    outputs: ["vmName", "networkInterfaceId", "networkSecurityGroupId"],
    ofMachine: "provisioningState",
    base: "...base,",
    setUp: () => setUp,
    effects,
    rows,
  });
  const { project } = fleet;
  afterAll(() => project.remove());

  it("a preview makes nothing and knows size and delivery", async () => {
    const { code, output } = await project.preview();
    expect(output).not.toContain("warning");
    expect(code).toBe(0);
    expect(output).toMatch(/instanceType *: "Standard_D4ls_v5"/);
    expect(output).toMatch(/ignitionSha512 *: \[secret\]/);
    expect(project.received().every(({ preview }) => preview)).toBe(true);
  });

  it("an update makes a virtual machine and its interface, and what it was asked for besides", async () => {
    await fleet.up();
    const made = project
      .received()
      .flatMap(({ method, preview, type }) => (method === "create" && !preview ? [type] : []))
      .sort();
    const times = (count: number, type: string) =>
      new Array<string>(count).fill(`azure-native:${type}`);
    expect(made).toEqual([
      ...times(1, "authorization:ManagementLockByScope"),
      ...times(7, "compute:Disk"),
      ...times(Object.keys(rows).length, "compute:VirtualMachine"),
      ...times(Object.keys(rows).length, "network:NetworkInterface"),
      ...times(2, "network:NetworkSecurityGroup"),
      ...times(4, "network:PublicIPAddress"),
      ...times(2, "storage:Blob"),
    ]);
  });

  it("a machine without a word is private, of the smallest size and starts from an offer without a plan", () => {
    expect(project.inputs("disk-machine")).toEqual({
      resourceGroupName: "group",
      vmName: expect.stringMatching(/^disk-machine/),
      hardwareProfile: { vmSize: "Standard_D4ls_v5" },
      storageProfile: {
        imageReference: {
          publisher: "kinvolk",
          offer: "flatcar-container-linux-corevm-amd64",
          sku: "stable-gen2",
          version: "latest",
        },
        osDisk: {
          createOption: "FromImage",
          deleteOption: "Delete",
          caching: "ReadWrite",
          diskSizeGB: 32,
          managedDisk: { storageAccountType: "StandardSSD_LRS" },
        },
      },
      osProfile: {
        adminUsername: "core",
        customData: expect.any(String),
        linuxConfiguration: {
          disablePasswordAuthentication: true,
          // The other key is of a kind that Azure does not take.
          ssh: {
            publicKeys: [
              {
                keyData: "ssh-ed25519 AAAA you@example.com",
                path: "/home/core/.ssh/authorized_keys",
              },
            ],
          },
        },
      },
      networkProfile: {
        networkInterfaces: [{ id: fleet.outputs.disk?.networkInterfaceId, primary: true }],
      },
      diagnosticsProfile: { bootDiagnostics: { enabled: true } },
      identity: { type: "None" },
    });
    expect(project.inputs("disk-nic")).toEqual({
      resourceGroupName: "group",
      networkInterfaceName: expect.any(String),
      ipConfigurations: [
        {
          name: "ipv4",
          primary: true,
          subnet: { id: expect.stringMatching(/\/subnets\/one$/) },
          privateIPAllocationMethod: "Dynamic",
        },
      ],
    });
  });

  it("the five outputs of every cloud come first, then those of Azure", () => {
    expect(fleet.outputs.ingress).toEqual({
      instanceId: expect.stringMatching(/^\/subscriptions\/.*\/virtualMachines\/ingress-machine/),
      privateIp: expect.stringMatching(/^10\./),
      publicIp: "",
      imageId: "kinvolk:flatcar-container-linux-corevm-amd64:stable-gen2:4593.2.5",
      ignitionSha512: expect.stringMatching(/^[0-9a-f]{128}$/),
      instanceType: "Standard_D4ls_v5",
      delivery: "inline",
      vmName: expect.stringMatching(/^ingress-machine/),
      networkInterfaceId: expect.stringMatching(/\/networkInterfaces\/ingress-nic/),
      networkSecurityGroupId: expect.stringMatching(/\/networkSecurityGroups\/ingress-firewall/),
      ofMachine: "Succeeded",
    });
    expect(fleet.outputs.address?.publicIp).toMatch(/^192\.0\.2\./);
    expect(fleet.outputs["image-replaced"]?.imageId).toMatch(/\/images\/one$/);
    expect(fleet.outputs.tags?.networkSecurityGroupId).toBe("");
  });

  it("a firewall lets in what was asked for, and the interface is in it", () => {
    expect(project.inputs("ingress-firewall").securityRules).toEqual([
      {
        name: "https",
        priority: 100,
        direction: "Inbound",
        access: "Allow",
        protocol: "Tcp",
        sourceAddressPrefix: "0.0.0.0/0",
        sourcePortRange: "*",
        destinationAddressPrefix: "*",
        destinationPortRange: "443",
      },
    ]);
    expect(project.inputs("ingress-nic").networkSecurityGroup).toEqual({
      id: fleet.outputs.ingress?.networkSecurityGroupId,
    });
  });

  keepsConfigsSecret(fleet, "osProfile.customData");
  compressesConfigs(fleet);
  pointsToConfigs(fleet, {
    url: "https://shop.blob.core.windows.net/configs/flatcar-test-test-pointer.ign",
    input: "source",
    textOf: (source) => (source as { text: string }).text,
  });

  it("a stored config is a blob in the container", () => {
    const { source, ...rest } = project.inputs("pointer-config");
    expect(rest).toEqual({
      resourceGroupName: "group",
      accountName: "shop",
      containerName: "configs",
      blobName: "flatcar-test-test-pointer.ign",
      contentType: "application/json",
      type: "Block",
    });
  });

  it("the config has the keys that Azure takes and the others", () => {
    expect(fleet.userData("config").passwd.users[0].sshAuthorizedKeys).toHaveLength(2);
  });

  it("the name of the machine in the config is the one that Azure's agent sets", () => {
    expect(project.inputs("data-machine").osProfile).toMatchObject({ computerName: "one" });
  });

  it("a data disk is a resource of its own, and the config names it by its LUN", () => {
    expect(project.inputs("data-machine").storageProfile).toMatchObject({
      diskControllerType: "SCSI",
      dataDisks: [{ lun: 0, createOption: "Attach", deleteOption: "Detach" }],
    });
    expect(fleet.userData("data").storage.filesystems).toEqual([
      {
        device: "/dev/disk/azure/scsi1/lun0",
        format: "ext4",
        path: "/var/lib/data",
        wipeFilesystem: false,
      },
    ]);
    expect(project.inputs("data-disk-data")).toMatchObject({
      creationData: { createOption: "Empty" },
      diskSizeGB: 100,
      sku: { name: "StandardSSD_LRS" },
    });
  });

  transformsReach(
    fleet,
    ["resourceGroupName", "other"],
    ["address", "config", "disk-data", "firewall", "machine", "nic"],
  );

  changesAsRowsSay(fleet, () => {
    it("an interface outlives its machine unless it moves to another subnet", () => {
      expect(fleet.methods("config-nic")).toEqual([]);
      expect(fleet.methods("subnet-nic")).toEqual(["delete", "create"]);
      expect(fleet.methods("subnet-address")).toEqual([]);
      const order = fleet.changes(/^subnet-(nic|machine)$/);
      expect(order.map(({ name, method }) => `${method} ${name}`)).toEqual([
        "delete subnet-machine",
        "delete subnet-nic",
        "create subnet-nic",
        "create subnet-machine",
      ]);
    });

    it("a data disk outlives its machine, grows, and leaves alone those beside it", () => {
      expect(fleet.methods("data-raw-first-disk-a")).toEqual(["delete"]);
      expect(fleet.methods("data-raw-first-disk-b")).toEqual([]);
      expect(fleet.methods("data-disk-data")).toEqual(["update"]);
      expect(fleet.methods("data-larger-disk-data")).toEqual(["update"]);
      expect(fleet.methods("disk-key-disk-data")).toEqual([]);
    });

    it("rules and addresses are changed by themselves, and a stored config in its place", () => {
      expect(fleet.methods("ingress-firewall")).toEqual(["update"]);
      expect(fleet.methods("first-rule-nic")).toEqual(["update"]);
      expect(fleet.methods("address-nic")).toEqual(["update"]);
      expect(fleet.methods("address-address")).toEqual(["delete"]);
      expect(fleet.methods("pointer-config")).toEqual(["delete", "create"]);
      expect(fleet.methods("unprotected-lock")).toEqual(["delete"]);
    });

    it("an address of IPv6 is one more configuration of the interface", () => {
      expect(project.inputs("address-nic").ipConfigurations).toMatchObject([
        { name: "ipv4", primary: true },
        { name: "ipv6", privateIPAddressVersion: "IPv6" },
      ]);
    });

    it("a machine that is replaced for its config takes the newer image too", () => {
      expect(project.inputs("image-and-config-machine").storageProfile).toMatchObject({
        imageReference: { version: "4593.2.5" },
      });
    });

    it("an arm64 machine has a size and an offer of its own, an LTS release a SKU", () => {
      expect(project.inputs("architecture-machine")).toMatchObject({
        hardwareProfile: { vmSize: "Standard_D4pls_v6" },
        storageProfile: {
          imageReference: { offer: "flatcar-container-linux-corevm", sku: "stable" },
        },
      });
      expect(project.inputs("channel-machine").storageProfile).toMatchObject({
        imageReference: { sku: "lts2024-gen2", version: "latest" },
      });
      expect(project.inputs("image-replaced-machine").storageProfile).toMatchObject({
        imageReference: {
          communityGalleryImageId: "/CommunityGalleries/flatcar/Images/stable/Versions/4593.2.5",
        },
      });
    });

    it("an identity is taken away", () => {
      expect(project.inputs("identity-machine").identity).toEqual({ type: "None" });
    });

    it("a spot machine that stops keeps its disk, at any price", () => {
      expect(project.inputs("spot-machine")).toMatchObject({
        priority: "Spot",
        evictionPolicy: "Deallocate",
        billingProfile: { maxPrice: -1 },
      });
    });
  });

  destroysAll(fleet, [
    ["ingress-machine", "ingress-nic", "ingress-firewall"],
    ["data-machine", "data-disk-data"],
    ["pointer-machine", "pointer-config"],
  ]);
});
