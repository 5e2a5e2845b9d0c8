import { at, type Path, Report } from "../report/index.js";
import type { OpenStackPortArgs } from "./args.js";

/** OPENSTACK_PORT: whether each port says which one it is in one way, by what is given of it. */
export function checkPorts(ports: readonly OpenStackPortArgs[] = [{}]): Report {
  const report = new Report();
  if (ports.length === 0) {
    report.error(
      "OPENSTACK_PORT",
      ["ports"],
      "the list of ports is empty, and nova would choose a network without them",
      "leave ports out for one on the only internal network, or name a network",
    );
  }
  ports.forEach(({ portId, ...made }, index) => {
    const place = at(["ports"], index);
    const problem = (word: string, message: string, hint: string) =>
      report.error("OPENSTACK_PORT", at(place, word), message, hint);
    const words = Object.entries(made).flatMap(([word, value]) =>
      value === undefined ? [] : [word],
    );
    if (portId !== undefined && words.length > 0) {
      problem(
        "portId",
        `an existing port is as it is, and ${words.join(" and ")} ${words.length === 1 ? "is" : "are"} given`,
        "leave portId out to have a port made, or give nothing else",
      );
    } else if (made.network !== undefined && made.networkId !== undefined) {
      problem(
        "networkId",
        "the network is given by its name and by its id",
        "leave one of them out",
      );
    }
    if (made.fixedIp !== undefined && made.subnetId === undefined) {
      problem(
        "fixedIp",
        "an address is one of a subnet, which is not given",
        "give the subnet's id in subnetId",
      );
    }
  });
  return report;
}

/** What is looked for in neutron, in the words of its message. */
export interface NetworkWish {
  /** Path into the args. */
  readonly path: Path;
  readonly what: string;
  readonly hint: string;
}

/** The network that a port names. */
export function networkNamed(name: string, port: number): NetworkWish {
  return {
    path: ["ports", port, "network"],
    what: `network "${name}"`,
    hint: "name one that `openstack network list` shows, or give its id in networkId",
  };
}

/** The subnet that a port names, whose network it is then on. */
export function subnetOf(id: string, port: number): NetworkWish {
  return {
    path: ["ports", port, "subnetId"],
    what: `subnet "${id}"`,
    hint: "give the id of one that `openstack subnet list` shows",
  };
}

/** The network of a port that names none. */
export const onlyInside: NetworkWish = Object.freeze({
  path: ["ports"],
  what: "internal network",
  hint: "name one in network of a port, as `openstack network list` shows it",
});

/** The network that floating addresses come from, when none is named. */
export const onlyOutside: NetworkWish = Object.freeze({
  path: ["publicIp"],
  what: "external network",
  hint: "name one in floatingIpPool, or leave publicIp out",
});

/** OPENSTACK_NETWORK: whether there is exactly one of what is looked for. */
export function checkNetworkFound(
  found: object | "none" | "several",
  { path, what, hint }: NetworkWish,
): Report {
  const report = new Report();
  if (typeof found === "string") {
    const count = found === "none" ? "no" : "more than one";
    report.error("OPENSTACK_NETWORK", path, `the project sees ${count} ${what}`, hint);
  }
  return report;
}

/** OPENSTACK_NETWORK: whether a port got an IPv6 address. */
export function checkIpv6(addresses: readonly string[]): Report {
  const report = new Report();
  if (!addresses.some((address) => address.includes(":"))) {
    report.error(
      "OPENSTACK_NETWORK",
      ["ipv6"],
      "the network has no IPv6 subnet that gave the port an address",
      "add a subnet for IPv6 to the network, or leave ipv6 out",
    );
  }
  return report;
}
