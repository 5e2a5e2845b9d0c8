// Two machines of one config, whose host starts them: one whose user data is compressed, and one whose is not.
const { OpenStackInstance } = require("pulumi-flatcar/openstack");

const config = {
  hostname: "booted",
  sshAuthorizedKeys: [process.env.PUBLIC_KEY],
  users: [
    { name: "deploy", uid: 1500, groups: ["docker"], sshAuthorizedKeys: [process.env.PUBLIC_KEY] },
  ],
  files: [
    { path: "/etc/motd", contents: "Welcome.\n" },
    { path: "/etc/app/token", mode: 0o600, contents: "p4ssw0rd & more: ✓\n" },
  ],
  directories: [{ path: "/var/lib/app", mode: 0o750, user: { name: "deploy" } }],
  links: [{ path: "/etc/localtime", target: "../usr/share/zoneinfo/Europe/Berlin" }],
  units: [
    {
      name: "app.service",
      enabled: true,
      contents: "[Service]\nExecStart=/opt/bin/app\n\n[Install]\nWantedBy=multi-user.target\n",
    },
    { name: "locksmithd.service", mask: true },
  ],
};
const machine = {
  imageName: "flatcar-boot",
  instanceType: "boot",
  availabilityZone: "boot",
  hardwareWaiver: "the compute host has few cores",
};
const lines = Array.from({ length: 12_000 }, (_, index) => `option${index % 40} = value <&> é\n`);
const large = { path: "/etc/large.conf", contents: lines.join("") };

const plain = new OpenStackInstance("plain", { ...machine, ...config });
const packed = new OpenStackInstance("packed", {
  ...machine,
  ...config,
  files: [...config.files, large],
});

module.exports = {
  plain: plain.instanceId,
  packed: packed.instanceId,
  deliveries: [plain.delivery, packed.delivery],
};
