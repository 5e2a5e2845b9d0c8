"use strict";

/**
 * A cloud's machines, written with our component and with its SDK alone. Both ways make the same machines.
 *
 * @typedef {object} Cloud
 * @property {string} door of the package, without its name
 * @property {string} plugin as the stand-in calls it
 * @property {string} component
 * @property {string} args that the component needs, in JavaScript
 * @property {string} raw JavaScript of a function `make(name, userData)` that uses the SDK, which is all that is known
 *   beforehand
 * @property {string} machine type of the resource that is the machine
 * @property {readonly string[]} [generated] its properties that the provider makes up
 */

const KEY =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPjkWlKfhXPEjgX8d5Uu6TkS6Kh5LIdyRo1ZJtRsVZ1h you@example.com";

/** Where the hostname of a machine goes in a config that is rendered for all of them. */
const HOSTNAME = "bench-machine";

const SUBNET =
  "/subscriptions/s/resourceGroups/bench/providers/Microsoft.Network/virtualNetworks/n/subnets/s";

/** @type {readonly Cloud[]} */
const CLOUDS = [
  {
    door: "aws",
    plugin: "aws",
    component: "AwsInstance",
    args: "",
    machine: "aws:ec2/instance:Instance",
    raw: `
const { getAmiOutput, Instance } = require("@pulumi/aws/ec2");
const filters = { name: "Flatcar-stable-*-hvm", architecture: "x86_64", "virtualization-type": "hvm" };
const ami = getAmiOutput({
  owners: ["075585003325"],
  mostRecent: true,
  filters: Object.entries(filters).map(([name, value]) => ({ name, values: [value] })),
}).id;
const make = (name, userData) => new Instance(name + "-machine", {
  ami,
  instanceType: "m7i.xlarge",
  userDataBase64: pulumi.secret(Buffer.from(userData).toString("base64")),
  userDataReplaceOnChange: true,
  rootBlockDevice: { volumeSize: 32, volumeType: "gp3", encrypted: true, tags: { Name: name } },
  metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
  disableApiTermination: false,
  monitoring: false,
  tags: { Name: name },
}, { ignoreChanges: ["ami"] });
`,
  },
  {
    door: "azure",
    plugin: "azure-native",
    component: "AzureInstance",
    args: `resourceGroupName: "bench", location: "westeurope", subnetId: "${SUBNET}"`,
    machine: "azure-native:compute:VirtualMachine",
    generated: ["vmName"],
    raw: `
const { VirtualMachine } = require("@pulumi/azure-native/compute/virtualMachine");
const { NetworkInterface } = require("@pulumi/azure-native/network/networkInterface");
const place = { resourceGroupName: "bench", location: "westeurope" };
const make = (name, userData) => {
  const card = new NetworkInterface(name + "-nic", {
    ...place,
    ipConfigurations: [
      { name: "ipv4", primary: true, privateIPAllocationMethod: "Dynamic", subnet: { id: "${SUBNET}" } },
    ],
  });
  new VirtualMachine(name + "-machine", {
    ...place,
    hardwareProfile: { vmSize: "Standard_D4ls_v5" },
    networkProfile: { networkInterfaces: [{ id: card.id, primary: true }] },
    osProfile: {
      adminUsername: "core",
      computerName: name,
      customData: pulumi.secret(Buffer.from(userData).toString("base64")),
      linuxConfiguration: {
        disablePasswordAuthentication: true,
        ssh: { publicKeys: [{ keyData: "${KEY}", path: "/home/core/.ssh/authorized_keys" }] },
      },
    },
    storageProfile: {
      imageReference: {
        publisher: "kinvolk", offer: "flatcar-container-linux-corevm-amd64", sku: "stable-gen2", version: "latest",
      },
      osDisk: {
        caching: "ReadWrite", createOption: "FromImage", deleteOption: "Delete", diskSizeGB: 32,
        managedDisk: { storageAccountType: "StandardSSD_LRS" },
      },
    },
    diagnosticsProfile: { bootDiagnostics: { enabled: true } },
    identity: { type: "None" },
  }, { replaceOnChanges: ["osProfile.customData"], deleteBeforeReplace: true });
};
`,
  },
  {
    door: "gcp",
    plugin: "gcp",
    component: "GcpInstance",
    args: 'zone: "europe-west3-a"',
    machine: "gcp:compute/instance:Instance",
    generated: ["name"],
    raw: `
const { getImageOutput } = require("@pulumi/gcp/compute/getImage");
const { Instance } = require("@pulumi/gcp/compute/instance");
const image = getImageOutput({ family: "flatcar-stable", project: "kinvolk-public" }).selfLink;
const make = (name, userData) => new Instance(name + "-machine", {
  allowStoppingForUpdate: true,
  bootDisk: { initializeParams: { image, size: 32, type: "pd-balanced" } },
  deletionProtection: false,
  machineType: "e2-standard-4",
  metadata: { "serial-port-enable": "TRUE", "user-data": pulumi.secret(userData) },
  networkInterfaces: [{ network: "default" }],
  zone: "europe-west3-a",
}, { ignoreChanges: ["bootDisk.initializeParams.image"] });
`,
  },
  {
    door: "openstack",
    plugin: "openstack",
    component: "OpenStackInstance",
    args: 'imageId: "8a4c8fd2-0a2c-4a4c-9a0e-0123456789ab", instanceType: "m1.large"',
    machine: "openstack:compute/instance:Instance",
    raw: `
const { getFlavorOutput, Instance } = require("@pulumi/openstack/compute");
const { getNetworkOutput, Port } = require("@pulumi/openstack/networking");
const flavorName = "m1.large";
const flavorId = getFlavorOutput({ name: flavorName }).flavorId;
const networkId = getNetworkOutput({ external: false }).id;
const make = (name, userData) => {
  const port = new Port(name + "-port-0", { name: name + "-port-0", networkId });
  new Instance(name + "-machine", {
    name,
    configDrive: true,
    flavorId,
    flavorName,
    imageId: "8a4c8fd2-0a2c-4a4c-9a0e-0123456789ab",
    networks: [{ port: port.id }],
    stopBeforeDestroy: false,
    userData: pulumi.secret(userData),
  });
};
`,
  },
];

/**
 * A program that makes machines with our component.
 *
 * @param {Cloud} cloud
 * @param {number} count
 * @param {object} fragment
 */
function ours({ component, door, args }, count, fragment) {
  return `
const { ${component} } = require("pulumi-flatcar/${door}");
const shared = { sshAuthorizedKeys: ["${KEY}"], fragments: [${JSON.stringify(fragment)}], ${args} };
for (let i = 0; i < ${count}; i++) new ${component}("node-" + i, { ...shared, hostname: "node-" + i });
`;
}

/**
 * A program that makes the same machines with the SDK alone, of a config that was rendered beforehand.
 *
 * @param {Cloud} cloud
 * @param {number} count
 * @param {string} rendered
 */
function raw(cloud, count, rendered) {
  return `
const pulumi = require("@pulumi/pulumi");
${cloud.raw}
const rendered = ${JSON.stringify(rendered)};
for (let i = 0; i < ${count}; i++) make("node-" + i, rendered.replace("${HOSTNAME}", "node-" + i));
`;
}

module.exports = { CLOUDS, HOSTNAME, KEY, ours, raw };
