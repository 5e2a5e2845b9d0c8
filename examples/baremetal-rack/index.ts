import * as pulumi from "@pulumi/pulumi";
import { BareMetalRack, PxeBootDirectory } from "pulumi-flatcar/baremetal";

const config = new pulumi.Config();

const boot = new PxeBootDirectory("boot", {
  directory: config.require("directory"),
  baseUrl: config.require("baseUrl"),
  channel: "stable",
  mirrorUrl: config.get("mirrorUrl"),
  serve: config.getBoolean("serve"),
  phoneHomeUrl: config.get("phoneHomeUrl"),
});

const container = (name: string, image: string) => ({
  name,
  units: [
    {
      name: `${name}.service`,
      enabled: true,
      contents: `[Unit]
After=docker.service
Requires=docker.service
[Service]
ExecStart=/usr/bin/docker run --rm --name ${name} --network host ${image}
Restart=always
[Install]
WantedBy=multi-user.target
`,
    },
  ],
});

// In real life: config.requireSecret("token").
const token = pulumi.secret("correct horse battery staple");

const rack = new BareMetalRack("rack", {
  directory: boot.directory,
  baseUrl: boot.baseUrl,
  inventoryFile: config.require("inventoryFile"),
  // For rows that have a BMC.
  bmcCredentials: {
    default: {
      username: config.get("bmcUsername") ?? "admin",
      password: config.getSecret("bmcPassword") ?? "",
      caCertificate: config.get("bmcCaCertificate"),
    },
  },
  sshAuthorizedKeys: [
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPjkWlKfhXPEjgX8d5Uu6TkS6Kh5LIdyRo1ZJtRsVZ1h you@example.com",
  ],
  roleFragments: {
    web: container("web", "nginx:alpine"),
    storage: container("storage", "minio/minio server /data"),
  },
  machineFragments: {
    "node-c": { files: [{ path: "/etc/storage/token", mode: 0o600, contents: token }] },
  },
});

export const table = rack.table;
export const drawing = rack.drawing;
