// Machines with args from a file, in which each is another mistake or hits another fault.
const { readFileSync } = require("node:fs");
const { OpenStackInstance } = require("pulumi-flatcar/openstack");

/** For the server alone; the component gives everything else the time it needs. */
const patience = ({ type, props, opts }) =>
  type === "openstack:compute/instance:Instance"
    ? { props, opts: { ...opts, customTimeouts: { create: "15s" } } }
    : undefined;

for (const [name, { impatient, ...args }] of Object.entries(
  JSON.parse(readFileSync("machines.json", "utf8")),
)) {
  new OpenStackInstance(name, args, impatient ? { transforms: [patience] } : {});
}
