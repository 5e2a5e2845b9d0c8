import { SecGroup, SecGroupRule } from "@pulumi/openstack/networking";
import type * as pulumi from "@pulumi/pulumi";
import { isIpv6, Protocol } from "../machine/index.js";
import type { OpenStackInstanceArgs } from "./args.js";

/** The security group of a machine, and the rules in it. */
export interface Firewall {
  readonly group: SecGroup;
  readonly rules: readonly pulumi.Resource[];
}

/** A security group with the rules that were asked for; none when nothing was. Neutron lets every way out. */
export function makeFirewall(
  name: string,
  { ingress = [] }: OpenStackInstanceArgs,
  options: pulumi.CustomResourceOptions,
): Firewall | undefined {
  if (ingress.length === 0) return undefined;
  const group = new SecGroup(
    `${name}-firewall`,
    { name: `${name}-firewall`, description: `What may reach ${name}` },
    options,
  );
  const rules = ingress.map((rule) => {
    const { port, toPort = port, protocol = Protocol.Tcp, source } = rule;
    return new SecGroupRule(
      `${name}-ingress-${rule.name}`,
      {
        securityGroupId: group.id,
        direction: "ingress",
        ethertype: isIpv6(source) ? "IPv6" : "IPv4",
        protocol,
        portRangeMin: port,
        portRangeMax: toPort,
        remoteIpPrefix: source,
        description: rule.name,
      },
      // A rule cannot be changed, and neutron refuses a second one that says the same.
      { ...options, deleteBeforeReplace: true },
    );
  });
  return { group, rules };
}
