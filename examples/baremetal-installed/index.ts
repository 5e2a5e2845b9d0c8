import * as pulumi from "@pulumi/pulumi";
import { BareMetalInstance, MachineMode, PxeBootDirectory } from "pulumi-flatcar/baremetal";

const config = new pulumi.Config();
const bmcEndpoint = config.get("bmcEndpoint");

const boot = new PxeBootDirectory("boot", {
  directory: config.require("directory"),
  baseUrl: config.require("baseUrl"),
  channel: "stable",
  mirrorUrl: config.get("mirrorUrl"),
  // Without a BMC nobody is waited for, and a web server of your own serves the folder.
  serve: bmcEndpoint !== undefined,
});

const node = new BareMetalInstance("node-a", {
  directory: boot.directory,
  baseUrl: boot.baseUrl,
  macAddresses: [config.require("macAddress")],
  hardware: { vcpus: 8, memoryMib: 16384, diskGb: 240, architecture: "x64" },
  mode: MachineMode.Installed,
  // The smallest disk from 200 to 500 GB; others are left alone.
  installDisk: { minSizeGb: 200, maxSizeGb: 500 },
  generation: config.getNumber("generation") ?? 1,
  bmc: bmcEndpoint
    ? {
        endpoint: bmcEndpoint,
        username: config.require("bmcUsername"),
        password: config.requireSecret("bmcPassword"),
        systemId: config.get("bmcSystemId"),
        caCertificate: config.get("bmcCaCertificate"),
      }
    : undefined,
  hostname: "node-a",
  sshAuthorizedKeys: [
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPjkWlKfhXPEjgX8d5Uu6TkS6Kh5LIdyRo1ZJtRsVZ1h you@example.com",
  ],
  files: [{ path: "/etc/motd", contents: "Installed by Pulumi.\n" }],
});

export const machine = node.summary;
