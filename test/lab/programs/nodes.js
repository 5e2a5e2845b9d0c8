// Three machines: one that has everything and keeps its root on a disk, and two small ones that run from memory.
const pulumi = require("@pulumi/pulumi");
const { BareMetalInstance, PxeBootDirectory } = require("pulumi-flatcar/baremetal");

const boot = new PxeBootDirectory("boot", {
  directory: "./netboot",
  baseUrl: "http://10.78.0.1:8080",
  mirrorUrl: "http://10.78.0.1:8080/mirror",
  version: "4593.2.0",
});

const shared = { directory: boot.directory, baseUrl: boot.baseUrl };
const key =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPjkWlKfhXPEjgX8d5Uu6TkS6Kh5LIdyRo1ZJtRsVZ1h you@example.com";

new BareMetalInstance("node-a", {
  ...shared,
  macAddresses: ["52:54:00:aa:00:01", "52:54:00:aa:00:02"],
  hardware: { vcpus: 4, memoryMib: 8192, diskGb: 40, architecture: "x64" },
  rootDisk: "/dev/disk/by-id/virtio-root",
  hostname: "node-a",
  sshAuthorizedKeys: [key],
  users: [
    {
      name: "deploy",
      uid: 1500,
      groups: ["docker"],
      passwordHash: "$6$qP0vYkGx$notARealHashButLooksLikeOne",
      sshAuthorizedKeys: [key],
    },
  ],
  fragments: [
    {
      name: "motd",
      files: [{ path: "/etc/motd", mode: 0o644, contents: "Welcome to the first boot.\n" }],
    },
  ],
  files: [
    { path: "/etc/app/token", mode: 0o600, contents: pulumi.secret("p4ssw0rd & more: ✓\n") },
    {
      path: "/opt/bin/app",
      mode: 0o755,
      contentsBase64: "f0VMRgABAv+AgQ==",
      user: { id: 500 },
      group: { id: 500 },
    },
    {
      path: "/etc/app/core.conf",
      mode: 0o640,
      contents: "",
      user: { name: "root" },
      group: { name: "docker" },
    },
  ],
  directories: [{ path: "/var/lib/app", mode: 0o750, user: { id: 1500 }, group: { id: 500 } }],
  links: [{ path: "/etc/localtime", target: "../usr/share/zoneinfo/Europe/Berlin" }],
  units: [
    {
      name: "app.service",
      enabled: true,
      contents: "[Service]\nExecStart=/opt/bin/app %n\n\n[Install]\nWantedBy=multi-user.target\n",
    },
    { name: "spare.service", enabled: false, contents: "[Service]\nExecStart=/bin/true\n" },
    { name: "locksmithd.service", mask: true },
    {
      name: "docker.service",
      dropins: [{ name: "10-limits.conf", contents: "[Service]\nLimitNOFILE=65536\n" }],
    },
  ],
});

new BareMetalInstance("node-b", {
  ...shared,
  macAddresses: ["52:54:00:bb:00:01"],
  hardware: { vcpus: 4, memoryMib: 8192, architecture: "x64" },
  hostname: "node-b",
  address: "10.78.0.20",
  sshAuthorizedKeys: [key],
});

new BareMetalInstance("node-c", {
  ...shared,
  macAddresses: ["52:54:00:cc:00:01"],
  hardware: { vcpus: 4, memoryMib: 8192, architecture: "x64" },
  hostname: "node-c",
  sshAuthorizedKeys: [key],
});
