import type { CloudMachineArgs, MachineArgs } from "pulumi-flatcar";
import { AwsInstance } from "pulumi-flatcar/aws";
import { AzureInstance } from "pulumi-flatcar/azure";
import { BareMetalInstance, PxeBootDirectory } from "pulumi-flatcar/baremetal";
import { GcpInstance } from "pulumi-flatcar/gcp";
import { OpenStackInstance } from "pulumi-flatcar/openstack";

/** What each machine is, wherever it runs. */
const node: MachineArgs = {
  sshAuthorizedKeys: [
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPjkWlKfhXPEjgX8d5Uu6TkS6Kh5LIdyRo1ZJtRsVZ1h you@example.com",
  ],
  files: [{ path: "/etc/web/index.html", contents: "The same everywhere.\n" }],
  units: [
    {
      name: "web.service",
      enabled: true,
      contents: `[Unit]
Description=A web server in a container
After=docker.service network-online.target
Requires=docker.service
Wants=network-online.target

[Service]
ExecStart=/usr/bin/docker run --rm --name web -p 80:80 -v /etc/web:/usr/share/nginx/html:ro nginx:alpine
Restart=always

[Install]
WantedBy=multi-user.target
`,
    },
  ],
};

/** What each cloud takes besides, in the same words. */
const cloudNode: CloudMachineArgs = {
  ...node,
  publicIp: true,
  ingress: [{ name: "http", port: 80, source: "0.0.0.0/0" }],
  tags: { team: "shop" },
};

// From here on it is your networks, by names that you put in.
const subnetId = "/subscriptions/…/virtualNetworks/shop/subnets/machines";
const clouds = {
  aws: new AwsInstance("aws", cloudNode),
  azure: new AzureInstance("azure", { ...cloudNode, resourceGroupName: "shop", subnetId }),
  gcp: new GcpInstance("gcp", { ...cloudNode, zone: "europe-west3-a" }),
  openstack: new OpenStackInstance("openstack", { ...cloudNode, imageName: "flatcar" }),
};
const baseUrl = "http://192.168.1.10:8080";
const { directory } = new PxeBootDirectory("boot", { directory: "./netboot", baseUrl });
const macAddresses = ["52:54:00:aa:00:01"];
const hardware = { vcpus: 8, memoryMib: 16384, diskGb: 120, architecture: "x64" } as const;
new BareMetalInstance("rack", { ...node, directory, baseUrl, macAddresses, hardware });

export const addresses = Object.values(clouds).map(({ publicIp }) => publicIp);
export const configs = Object.values(clouds).map(({ ignitionSha512 }) => ignitionSha512); // all equal
