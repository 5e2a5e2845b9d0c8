// Machines behind BMCs, as rack.json lists them: a test changes that file and nothing else.
const pulumi = require("@pulumi/pulumi");
const { BareMetalInstance, PxeBootDirectory } = require("pulumi-flatcar/baremetal");
const { machines } = require("./rack.json");

const boot = new PxeBootDirectory("boot", {
  directory: "./netboot",
  baseUrl: "http://10.78.0.1:8080",
  mirrorUrl: "http://10.78.0.1:8080/mirror",
  version: "4593.2.0",
  serve: true,
});

for (const { name, bmc, ...args } of machines) {
  new BareMetalInstance(name, {
    directory: boot.directory,
    baseUrl: boot.baseUrl,
    hardware: { vcpus: 4, memoryMib: 8192, architecture: "x64" },
    hostname: name,
    // The test system ends when it is done, unless it is told to stay.
    bootArguments: ["lab.stay"],
    bmc: { ...bmc, password: pulumi.secret(bmc.password), shutdownTimeoutSeconds: 1 },
    readinessTimeoutMinutes: 3,
    ...args,
  });
}
