// Three machines and two images; with CHANGED=1 each thing that can change has changed.
const { Keypair, ServerGroup } = require("@pulumi/openstack/compute");
const { getSubnetOutput, Port, SecGroup } = require("@pulumi/openstack/networking");
const { OpenStackImage, OpenStackInstance } = require("pulumi-flatcar/openstack");

const changed = process.env.CHANGED === "1";
const inside = getSubnetOutput({ name: "inside" });
const existing = new Port("existing", { name: "existing", networkId: inside.networkId });
const group = new SecGroup("own", { name: "own" });
const apart = new ServerGroup("apart", { policies: "anti-affinity" });
const pair = new Keypair("pair", { name: "pair", publicKey: process.env.PUBLIC_KEY });

const https = { name: "https", port: 443, source: "0.0.0.0/0" };
const dns = { name: "dns", protocol: "udp", port: 53, toPort: 54, source: "10.0.0.0/8" };
const full = new OpenStackInstance("full", {
  instanceType: "m1.xlarge",
  imageName: changed ? "flatcar-two" : "flatcar-one",
  machineName: changed ? "front" : "full",
  ports: [
    {
      subnetId: inside.id,
      fixedIp: "10.10.0.50",
      allowedAddressPairs: [{ ipAddress: changed ? "10.10.0.200" : "10.10.0.0/28" }],
    },
    { network: "inside" },
    { portId: existing.id },
  ],
  securityGroupIds: [group.id],
  ingress: [https, changed ? { ...dns, toPort: 53 } : dns],
  floatingIpPool: "outside",
  availabilityZone: "nova",
  serverGroupId: apart.id,
  keyPair: pair.name,
  configDrive: false,
  hostname: "full",
  sshAuthorizedKeys: [process.env.PUBLIC_KEY],
  tags: changed ? { team: "store", tier: "web" } : { team: "shop" },
});

// The release as a mirror has it; Glance fetches the second one itself.
const release = { version: "4593.2.5", mirrorUrl: process.env.MIRROR };
const uploaded = new OpenStackImage("uploaded", { ...release, sha512: process.env.SHA512 });
const fetched = new OpenStackImage("fetched", {
  ...release,
  imageName: "fetched",
  webDownload: true,
});

const resized = new OpenStackInstance("resized", {
  version: release.version,
  imageId: uploaded.imageId,
  instanceType: changed ? "m1.xlarge" : undefined,
});

new OpenStackInstance("reimaged", {
  imageId: changed ? fetched.imageId : uploaded.imageId,
  onImageChange: "replace",
});

module.exports = {
  privateIp: full.privateIp,
  publicIp: full.publicIp,
  picked: resized.instanceType,
  ignitionSha512: full.ignitionSha512,
  uploaded: uploaded.sha512,
};
