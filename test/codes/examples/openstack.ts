import { createHash } from "node:crypto";
import type * as pulumi from "@pulumi/pulumi";
import type { OpenStackImageArgs, OpenStackInstanceArgs } from "../../../src/openstack/args.js";
import { checkMachine, checkServerState } from "../../../src/openstack/check.js";
import { checkImage } from "../../../src/openstack/check-glance-image.js";
import {
  checkNetworkFound,
  networkNamed,
  onlyInside,
} from "../../../src/openstack/check-network.js";
import type { openstackCodes } from "../../../src/report/codes/openstack.js";
import { type Example, kind } from "../example.js";
import { printConstructor, shownAs } from "../print.js";

type Args = pulumi.Unwrap<OpenStackInstanceArgs>;

/** What the page calls `base`. */
const base: Args = { imageName: "flatcar" };

/** A machine with exactly these args. */
const wholeMachine = kind<Args>((args) => ({
  language: "ts",
  text: printConstructor("OpenStackInstance", "web", args),
  report: checkMachine(args, args).sorted(),
}));

/** A machine with these args beside its image. */
const machine = kind<Args>((args) => ({
  language: "ts",
  text: printConstructor("OpenStackInstance", "web", args, "...base"),
  report: checkMachine({ ...base, ...args }, { ...base, ...args }).sorted(),
}));

/** An image with these args. */
const image = kind<pulumi.Unwrap<OpenStackImageArgs>>((args) => ({
  language: "ts",
  text: printConstructor("OpenStackImage", "flatcar", args),
  report: checkImage(args).sorted(),
}));

/** A machine in a project that sees these networks. */
const machineOn = kind<{ networks: string[]; args: Args }>(({ networks, args }) => {
  const name = args.ports?.[0]?.network;
  const found = networks.filter((network) => name === undefined || network === name);
  const count = found.length === 1 ? {} : found.length === 0 ? "none" : "several";
  return {
    language: "ts",
    text: `// networks of the project: ${networks.join(", ")}\n${printConstructor("OpenStackInstance", "web", args, "...base")}`,
    report: checkNetworkFound(count, name === undefined ? onlyInside : networkNamed(name, 0)),
  };
});

/** A machine whose server nova says this of. */
const serverIn = kind<string>((state) => ({
  language: "text",
  text: `nova says of the server: ${state}`,
  report: checkServerState(
    "4f0b5d3e",
    state.toLowerCase(),
    "urn:pulumi:prod::shop::…::web-machine",
  ),
}));

const digest = createHash("sha512").update("flatcar").digest("hex");

export const openstackExamples = {
  OPENSTACK_IMAGE: wholeMachine({}, { imageName: "flatcar" }),
  OPENSTACK_IMAGE_HASH: image(
    { version: "4593.2.5", sha512: shownAs("md5", digest.slice(0, 32)) },
    { version: "4593.2.5", sha512: shownAs("sha512", digest) },
  ),
  OPENSTACK_FLAVOR: machine({ instanceType: "m1.large", flavorId: "4" }, { flavorId: "4" }),
  OPENSTACK_NETWORK: machineOn(
    { networks: ["front", "storage"], args: {} },
    { networks: ["front", "storage"], args: { ports: [{ network: "front" }] } },
  ),
  OPENSTACK_PORT: machine(
    { ports: [{ network: "front", fixedIp: "10.0.0.7" }] },
    { ports: [{ subnetId: "0a1b2c3d", fixedIp: "10.0.0.7" }] },
  ),
  OPENSTACK_ROOT_DISK: machine({ bootFromVolume: false, diskGb: 64 }, { diskGb: 64 }),
  OPENSTACK_SERVER_ERROR: serverIn("ERROR", "ACTIVE"),
  OPENSTACK_NOT_OFFERED: machine({ spot: true }, {}),
} satisfies Record<keyof typeof openstackCodes, Example>;
