import { Subnet, VirtualNetwork } from "@pulumi/azure-native/network";
import { ResourceGroup } from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { AzureInstance } from "pulumi-flatcar/azure";

// In real life: config.requireSecret("token").
const token = pulumi.secret("correct horse battery staple");

/** Public half of the key that may log in as user core. */
const key =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPjkWlKfhXPEjgX8d5Uu6TkS6Kh5LIdyRo1ZJtRsVZ1h you@example.com";

const { name: resourceGroupName } = new ResourceGroup("shop");
const network = new VirtualNetwork("network", {
  resourceGroupName,
  addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
});
const subnet = new Subnet("machines", {
  resourceGroupName,
  virtualNetworkName: network.name,
  addressPrefix: "10.0.1.0/24",
});

const web = new AzureInstance("web", {
  resourceGroupName,
  subnetId: subnet.id,
  architecture: "arm64", // the smallest arm64 size that is large enough
  publicIp: true,
  ingress: [
    { name: "http", port: 80, source: "0.0.0.0/0" },
    { name: "ssh", port: 22, source: "192.0.2.7/32" }, // your own address
  ],
  sshAuthorizedKeys: [key],
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
ExecStart=/usr/bin/docker run --rm --name web -p 80:80 -v /etc/web:/etc/web:ro nginx:alpine
Restart=always

[Install]
WantedBy=multi-user.target
`,
    },
  ],
  files: [{ path: "/etc/web/token", mode: 0o600, contents: token }],
  tags: { team: "shop" },
});

export const url = pulumi.interpolate`http://${web.publicIp}/`;
export const { instanceId, imageId, instanceType } = web;
