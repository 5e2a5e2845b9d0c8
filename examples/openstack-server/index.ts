import * as pulumi from "@pulumi/pulumi";
import { OpenStackInstance } from "pulumi-flatcar/openstack";

const config = new pulumi.Config();

const server = new OpenStackInstance("server", {
  imageName: config.require("image"),
  instanceType: config.get("flavor"), // the smallest that is large enough, when there is none
  ports: [{ network: config.get("network") }], // the only internal one, when there is none
  floatingIpPool: config.get("pool"),
  hostname: "server",
  sshAuthorizedKeys: config.getObject<string[]>("keys"),
  ingress: [{ name: "ssh", port: 22, source: config.get("admins") ?? "192.0.2.0/24" }],
  files: [
    { path: "/etc/motd.d/greeting.conf", contents: `${config.get("greeting") ?? "Hello."}\n` },
  ],
  tags: { team: config.get("team") ?? "shop" },
});

export const { instanceId, privateIp, publicIp, imageId, instanceType } = server;
