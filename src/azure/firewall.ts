import { NetworkSecurityGroup } from "@pulumi/azure-native/network/networkSecurityGroup";
import type * as pulumi from "@pulumi/pulumi";
import { Protocol } from "../machine/index.js";
import type { AzureInstanceArgs } from "./args.js";

/** The lowest number, and so the first to count, that Azure takes for a rule. */
const firstPriority = 100;

/**
 * A network security group with the rules that were asked for; none when nothing was. The rules are parts of
 * the group, because two resources cannot swap their numbers.
 */
export function makeFirewall(
  machine: pulumi.Resource,
  name: string,
  { ingress = [], resourceGroupName, location, tags }: AzureInstanceArgs,
): NetworkSecurityGroup | undefined {
  if (ingress.length === 0) return undefined;
  const securityRules = ingress.map((rule, index) => {
    const { port, toPort = port, protocol = Protocol.Tcp } = rule;
    return {
      name: rule.name,
      priority: firstPriority + index,
      direction: "Inbound",
      access: "Allow",
      protocol: protocol === Protocol.Tcp ? "Tcp" : "Udp",
      sourceAddressPrefix: rule.source,
      sourcePortRange: "*",
      destinationAddressPrefix: "*",
      destinationPortRange: toPort === port ? `${port}` : `${port}-${toPort}`,
    };
  });
  return new NetworkSecurityGroup(
    `${name}-firewall`,
    { resourceGroupName, location, securityRules, tags },
    { parent: machine },
  );
}
