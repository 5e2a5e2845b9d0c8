import * as pulumi from "@pulumi/pulumi";
import { OpenStackImage, OpenStackInstance } from "pulumi-flatcar/openstack";

// In real life: config.requireSecret("password").
const password = pulumi.secret("correct horse battery staple");

/** Public half of the key that may log in as user core. */
const key =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPjkWlKfhXPEjgX8d5Uu6TkS6Kh5LIdyRo1ZJtRsVZ1h you@example.com";

const version = "4593.2.5";

// Downloaded here and uploaded to Glance, once. Copy sha512 from the .DIGESTS file beside the image.
const flatcar = new OpenStackImage("flatcar", { version });

const database = new OpenStackInstance("database", {
  version,
  imageId: flatcar.imageId,
  diskGb: 40, // a volume that goes with the machine
  dataDisks: [{ name: "data", sizeGb: 100, mountPath: "/var/lib/database" }], // one that outlives it
  ports: [{ allowedAddressPairs: [{ ipAddress: "10.0.0.100" }] }], // an address that moves
  publicIp: true,
  ingress: [
    { name: "postgres", port: 5432, source: "10.0.0.0/8" },
    { name: "ssh", port: 22, source: "192.0.2.7/32" }, // your own address
  ],
  sshAuthorizedKeys: [key],
  files: [{ path: "/etc/database/password", mode: 0o600, contents: password }],
  units: [
    {
      name: "database.service",
      enabled: true,
      contents: `[Unit]
Description=PostgreSQL in a container
After=docker.service network-online.target
Requires=docker.service
Wants=network-online.target
RequiresMountsFor=/var/lib/database

[Service]
ExecStart=/usr/bin/docker run --rm --name database --network host -v /var/lib/database:/var/lib/postgresql -v /etc/database:/etc/database:ro -e POSTGRES_PASSWORD_FILE=/etc/database/password postgres:18
Restart=always

[Install]
WantedBy=multi-user.target
`,
    },
  ],
  tags: { team: "shop" },
});

export const address = database.publicIp;
export const { instanceId, imageId, instanceType } = database;
