import * as pulumi from "@pulumi/pulumi";
import { BareMetalInstance, PxeBootDirectory } from "pulumi-flatcar/baremetal";

const config = new pulumi.Config();

const boot = new PxeBootDirectory("boot", {
  directory: config.require("directory"),
  baseUrl: config.require("baseUrl"),
  channel: "stable",
});

/** Shared by both machines. */
const web = {
  name: "web",
  units: [
    {
      name: "web.service",
      enabled: true,
      contents: `[Unit]
Description=A web server in a container
After=docker.service
Requires=docker.service

[Service]
ExecStart=/usr/bin/docker run --rm --name web -p 80:80 -v /etc/web:/etc/web:ro nginx:alpine
Restart=always

[Install]
WantedBy=multi-user.target
`,
    },
  ],
};

// In real life: config.requireSecret("token").
const token = pulumi.secret("correct horse battery staple");

/** Public half of the key that may log in as user core. */
const key =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPjkWlKfhXPEjgX8d5Uu6TkS6Kh5LIdyRo1ZJtRsVZ1h you@example.com";

const x64 = new BareMetalInstance("node-a", {
  directory: boot.directory,
  baseUrl: boot.baseUrl,
  macAddresses: ["52:54:00:aa:00:01", "52:54:00:aa:00:02"],
  hardware: { vcpus: 8, memoryMib: 16384, diskGb: 120, architecture: "x64" },
  rootDisk: "/dev/disk/by-id/virtio-root",
  hostname: "node-a",
  sshAuthorizedKeys: [key],
  fragments: [web],
  files: [{ path: "/etc/web/token", mode: 0o600, contents: token }],
});

const arm64 = new BareMetalInstance("node-b", {
  directory: boot.directory,
  baseUrl: boot.baseUrl,
  macAddresses: ["52:54:00:bb:00:01"],
  hardware: { vcpus: 16, memoryMib: 32768, architecture: "arm64" },
  hostname: "node-b",
  sshAuthorizedKeys: [key],
  fragments: [web],
});

export const directory = boot.directory;
export const dnsmasqConfig = boot.dnsmasqConfig;
export const machines = [x64.summary, arm64.summary];
