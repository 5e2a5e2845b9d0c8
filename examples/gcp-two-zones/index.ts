import { GcpInstance } from "pulumi-flatcar/gcp";

/** Zones of one region: when one is down, the other goes on. */
const zones = ["europe-west3-a", "europe-west3-b"];

/** Public half of the key that may log in as user core. */
const key =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPjkWlKfhXPEjgX8d5Uu6TkS6Kh5LIdyRo1ZJtRsVZ1h you@example.com";

const machines = zones.map(
  (zone) =>
    new GcpInstance(`web-${zone.slice(-1)}`, {
      zone,
      publicIp: true, // the way out as well: there is no Cloud NAT here
      ingress: [{ name: "http", port: 80, source: "0.0.0.0/0" }],
      sshAuthorizedKeys: [key],
      files: [{ path: "/etc/web/index.html", contents: `This is ${zone}.\n` }],
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
      // What is counted here outlives the machine.
      dataDisks: [{ name: "data", sizeGb: 20, mountPath: "/var/lib/data" }],
      tags: { team: "shop" },
    }),
);

export const addresses = machines.map(({ publicIp }) => publicIp);
export const names = machines.map(({ instanceName }) => instanceName);
export const imageId = machines[0]?.imageId;
