"use strict";

/** Raw resources as stacks have them: machines of three clouds, one in four too small, and what is no machine. */
const KINDS = [
  (/** @type {string} */ size) => ({
    type: "aws:ec2/instance:Instance",
    props: {
      ami: "ami-0123456789abcdef0",
      instanceType: size === "small" ? "t3.small" : "m7i.xlarge",
      rootBlockDevice: { volumeSize: 40 },
      userData: '{"ignition":{"version":"3.4.0"},"storage":{"files":[{"path":"/etc/motd"}]}}',
    },
  }),
  (/** @type {string} */ size) => ({
    type: "azure-native:compute:VirtualMachine",
    props: {
      hardwareProfile: { vmSize: size === "small" ? "Standard_B2s" : "Standard_D4s_v5" },
      storageProfile: {
        imageReference: { publisher: "kinvolk", offer: "flatcar-container-linux-corevm-amd64" },
        osDisk: { diskSizeGB: 64 },
      },
    },
  }),
  (/** @type {string} */ size) => ({
    type: "gcp:compute/instance:Instance",
    props: {
      machineType: size === "small" ? "e2-small" : "n2-standard-4",
      bootDisk: { initializeParams: { image: "kinvolk-public/flatcar-stable-4593-2-5", size: 40 } },
    },
  }),
  () => ({ type: "aws:s3/bucket:Bucket", props: { bucket: "logs", tags: { team: "web" } } }),
];

/** @param {number} count */
function resources(count) {
  return Array.from({ length: count }, (_, index) => {
    const make = KINDS[index % KINDS.length];
    const size = index % 16 < KINDS.length ? "small" : "large";
    return { name: `resource-${index}`, .../** @type {any} */ (make)(size) };
  });
}

module.exports = { resources };
