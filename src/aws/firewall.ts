import { getSubnetOutput, SecurityGroup } from "@pulumi/aws/ec2";
import { SecurityGroupEgressRule, SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import { isIpv6, Protocol } from "../machine/index.js";
import type { AwsInstanceArgs } from "./args.js";

/** The security group of a machine, and the rules in it. */
export interface Firewall {
  readonly group: SecurityGroup;
  readonly rules: readonly pulumi.Resource[];
}

/** A security group with the rules that were asked for, and every way out; none when nothing was. */
export function makeFirewall(
  machine: pulumi.Resource,
  name: string,
  { ingress = [], subnetId }: Pick<AwsInstanceArgs, "ingress" | "subnetId">,
  tags: pulumi.Input<Record<string, pulumi.Input<string>>>,
): Firewall | undefined {
  if (ingress.length === 0) return undefined;
  const options = { parent: machine };
  const group = new SecurityGroup(
    `${name}-firewall`,
    {
      description: `What may reach ${name}`,
      vpcId: subnetId && getSubnetOutput({ id: subnetId }, options).vpcId,
      tags,
    },
    options,
  );
  const securityGroupId = group.id;
  const inward = ingress.map((rule) => {
    const { port, toPort = port, protocol = Protocol.Tcp, source } = rule;
    return new SecurityGroupIngressRule(
      `${name}-ingress-${rule.name}`,
      {
        securityGroupId,
        ipProtocol: protocol,
        fromPort: port,
        toPort,
        description: rule.name,
        ...(isIpv6(source) ? { cidrIpv6: source } : { cidrIpv4: source }),
      },
      options,
    );
  });
  // A group made by this provider lets nothing out by itself.
  const outward = [
    new SecurityGroupEgressRule(
      `${name}-egress-ipv4`,
      { securityGroupId, ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" },
      options,
    ),
    new SecurityGroupEgressRule(
      `${name}-egress-ipv6`,
      { securityGroupId, ipProtocol: "-1", cidrIpv6: "::/0" },
      options,
    ),
  ];
  return { group, rules: [...inward, ...outward] };
}
