// Machines behind BMCs, as rack.json lists them: a test changes that file and nothing else.
const pulumi = require("@pulumi/pulumi");
const { BareMetalInstance, PxeBootDirectory } = require("pulumi-flatcar/baremetal");
const { machines, directory, matchbox } = require("./rack.json");

const url = "http://10.78.0.1:8080";
const version = "4593.2.0";

function bootDirectory() {
  const release = { mirrorUrl: `${url}/mirror`, version };
  const boot = new PxeBootDirectory("boot", {
    directory: "./netboot",
    baseUrl: url,
    ...release,
    ...directory,
  });
  return { directory: boot.directory, baseUrl: boot.baseUrl };
}

const place = matchbox ? { matchbox, mirrorUrl: `${url}/assets`, version } : bootDirectory();

for (const { name, bmc, ...args } of machines) {
  new BareMetalInstance(name, {
    ...place,
    hardware: { vcpus: 4, memoryMib: 8192, architecture: "x64" },
    hostname: name,
    // The test system ends when it is done, unless it is told to stay.
    bootArguments: ["lab.stay"],
    bmc: { ...bmc, password: pulumi.secret(bmc.password), shutdownTimeoutSeconds: 1 },
    readinessTimeoutMinutes: 3,
    ...args,
  });
}
