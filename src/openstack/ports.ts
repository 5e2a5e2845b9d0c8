import {
  FloatingIp,
  type GetNetworkArgs,
  getNetwork,
  getSubnet,
  Port,
} from "@pulumi/openstack/networking";
import * as pulumi from "@pulumi/pulumi";
import { raise } from "../machine/index.js";
import type { OpenStackInstanceArgs, OpenStackPortArgs } from "./args.js";
import {
  checkIpv6,
  checkNetworkFound,
  type NetworkWish,
  networkNamed,
  onlyInside,
  onlyOutside,
  subnetOf,
} from "./check-network.js";
import { lookUp } from "./look-up.js";

/**
 * The ids of a machine's ports, those that are named and those that are made. A port keeps its
 * addresses when the machine is replaced. Raises OPENSTACK_NETWORK.
 */
export function makePorts(
  machine: pulumi.Resource,
  name: string,
  { ports = [{}], ipv6 }: OpenStackInstanceArgs,
  securityGroupIds: pulumi.Input<pulumi.Input<string>[]> | undefined,
  options: pulumi.CustomResourceOptions,
): pulumi.Output<string>[] {
  return ports.map((wish, index) => {
    if (wish.portId !== undefined) return pulumi.output(wish.portId);
    const { subnetId, fixedIp, allowedAddressPairs } = wish;
    const port = new Port(
      `${name}-port-${index}`,
      {
        name: `${name}-port-${index}`,
        networkId: networkOf(machine, name, wish, index),
        fixedIps: subnetId === undefined ? undefined : [{ subnetId, ipAddress: fixedIp }],
        allowedAddressPairs,
        securityGroupIds,
      },
      options,
    );
    if (!ipv6) return port.id;
    return pulumi.all([port.id, port.allFixedIps]).apply(([id, addresses]) => {
      raise(machine, name, checkIpv6(addresses));
      return id;
    });
  });
}

/** A floating address for a port, when one is asked for. Raises OPENSTACK_NETWORK. */
export function makeFloatingIp(
  machine: pulumi.Resource,
  name: string,
  { floatingIpPool, publicIp = floatingIpPool !== undefined }: OpenStackInstanceArgs,
  portId: pulumi.Input<string> | undefined,
  options: pulumi.CustomResourceOptions,
): FloatingIp | undefined {
  if (!publicIp) return undefined;
  const ask = () => theOne(machine, name, onlyOutside, getNetwork, { external: true });
  const pool = floatingIpPool ?? ask().apply((network) => network.name ?? "");
  return new FloatingIp(`${name}-floating-ip`, { pool, portId }, options);
}

function networkOf(
  machine: pulumi.Resource,
  resourceName: string,
  { network, networkId, subnetId }: OpenStackPortArgs,
  index: number,
): pulumi.Output<string> {
  if (networkId !== undefined) return pulumi.output(networkId);
  const ask = (wish: NetworkWish, args: GetNetworkArgs) =>
    theOne(machine, resourceName, wish, getNetwork, args).apply(({ id }) => id);
  if (network !== undefined) {
    return pulumi.output(network).apply((name) => ask(networkNamed(name, index), { name }));
  }
  if (subnetId === undefined) return ask(onlyInside, { external: false });
  return pulumi.output(subnetId).apply((id) => {
    const subnet = theOne(machine, resourceName, subnetOf(id, index), getSubnet, { subnetId: id });
    return subnet.apply((found) => found.networkId);
  });
}

function theOne<A extends object, R extends object>(
  machine: pulumi.Resource,
  name: string,
  wish: NetworkWish,
  ask: (args: A, options: pulumi.InvokeOptions) => Promise<R>,
  args: A,
): pulumi.Output<R> {
  return lookUp(machine, ask, args).apply((found) => {
    raise(machine, name, checkNetworkFound(found, wish));
    return found as R;
  }) as pulumi.Output<R>;
}
