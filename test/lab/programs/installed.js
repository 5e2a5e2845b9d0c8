// Two machines that are to run from a disk: one that can, and one that is less than it is declared to be.
const { BareMetalInstance, PxeBootDirectory } = require("pulumi-flatcar/baremetal");

const boot = new PxeBootDirectory("boot", {
  directory: "./netboot",
  baseUrl: "http://10.78.0.1:8080",
  mirrorUrl: "http://10.78.0.1:8080/mirror",
  version: "4593.2.0",
});

const shared = {
  directory: boot.directory,
  baseUrl: boot.baseUrl,
  hardware: { vcpus: 4, memoryMib: 8192, diskGb: 40, architecture: "x64" },
  mode: "installed",
};

new BareMetalInstance("node-a", {
  ...shared,
  macAddresses: ["52:54:00:aa:00:01", "52:54:00:aa:00:02"],
  hostname: "node-a",
  bootArguments: ["lab.word=$root;here"],
  files: [{ path: "/etc/motd", contents: "Installed by Pulumi.\n" }],
  units: [{ name: "app.service", enabled: true, contents: "[Service]\nExecStart=/bin/true\n" }],
});

new BareMetalInstance("node-b", { ...shared, macAddresses: ["52:54:00:bb:00:01"] });
