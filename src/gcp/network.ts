import { type GetSubnetworkResult, getSubnetworkOutput } from "@pulumi/gcp/compute/getSubnetwork";
import * as pulumi from "@pulumi/pulumi";
import { besideOwn } from "../machine/index.js";
import type { GcpInstanceArgs, GcpNetworkArgs } from "./args.js";
import { makeFirewall } from "./firewall.js";

type Subnetwork = pulumi.Output<GetSubnetworkResult>;

/** The interfaces of a machine, the firewall rules that were asked for, and tags that rules aim at. */
export function connect(machine: pulumi.Resource, name: string, args: GcpInstanceArgs) {
  const { network, subnetwork, ipv6, ingress = [], networkTags } = args;
  const asks = ipv6 || (ingress.length > 0 && network === undefined);
  const found = asks && subnetwork !== undefined ? lookUp(machine, args, subnetwork) : undefined;
  const networkTag = makeFirewall(machine, name, args, network ?? found?.network ?? "default");
  return {
    interfaces: interfacesOf(args, found),
    networkTags: besideOwn(networkTags, networkTag),
    networkTag,
  };
}

/** A subnetwork, by its id or selfLink, or by its name in the machine's region. */
function lookUp(
  machine: pulumi.Resource,
  { zone, project }: GcpInstanceArgs,
  subnetwork: pulumi.Input<string>,
): Subnetwork {
  return pulumi.all([subnetwork, zone, project]).apply(([given, where, usual]) => {
    const [, own, region, name] =
      /projects\/([^/]+)\/regions\/([^/]+)\/subnetworks\/([^/]+)$/.exec(given) ?? [];
    const query =
      name === undefined
        ? { name: given, region: where?.replace(/-[^-]*$/, ""), project: usual }
        : { name, region, project: own };
    return getSubnetworkOutput(query, { parent: machine });
  });
}

/** The interface of the machine itself, then those in other networks. */
function interfacesOf(
  { network, subnetwork, publicIp, ipv6, networks = [] }: GcpInstanceArgs,
  found: Subnetwork | undefined,
) {
  const usual = subnetwork === undefined ? "default" : undefined;
  const first = {
    ...interfaceIn({ network: network ?? usual, subnetwork, publicIp }),
    ...(ipv6 && {
      stackType: "IPV4_IPV6",
      // Addresses that only the network sees are given without being asked for.
      ipv6AccessConfigs: found?.ipv6AccessType.apply((type) =>
        type === "EXTERNAL" ? [{ networkTier: "PREMIUM" }] : [],
      ),
    }),
  };
  return [first, ...networks.map(interfaceIn)];
}

function interfaceIn({ network, subnetwork, publicIp }: Partial<GcpNetworkArgs>) {
  return { network, subnetwork, accessConfigs: publicIp ? [{}] : undefined };
}
