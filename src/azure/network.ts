import { NetworkInterface } from "@pulumi/azure-native/network/networkInterface";
import { PublicIPAddress } from "@pulumi/azure-native/network/publicIPAddress";
import type * as pulumi from "@pulumi/pulumi";
import type { AzureInstanceArgs } from "./args.js";
import { makeFirewall } from "./firewall.js";

/** The machine's own network interface, with a public address and a firewall if they were asked for. */
export function makeNetwork(machine: pulumi.Resource, name: string, args: AzureInstanceArgs) {
  const { resourceGroupName, location, subnetId, tags } = args;
  const parent = machine;
  const place = { resourceGroupName, location, tags };
  const address = args.publicIp
    ? new PublicIPAddress(
        `${name}-address`,
        { ...place, sku: { name: "Standard" }, publicIPAllocationMethod: "Static" },
        { parent },
      )
    : undefined;
  const firewall = makeFirewall(machine, name, args);
  const subnet = { id: subnetId };
  const privateIPAllocationMethod = "Dynamic";
  const ipv4 = {
    name: "ipv4",
    primary: true,
    subnet,
    privateIPAllocationMethod,
    publicIPAddress: address && { id: address.id },
  };
  const ipv6 = {
    name: "ipv6",
    subnet,
    privateIPAllocationMethod,
    privateIPAddressVersion: "IPv6",
  };
  const nic = new NetworkInterface(
    `${name}-nic`,
    {
      ...place,
      ipConfigurations: args.ipv6 ? [ipv4, ipv6] : [ipv4],
      networkSecurityGroup: firewall && { id: firewall.id },
    },
    {
      parent,
      // Azure moves an interface only within its network. The old one holds the public address.
      replaceOnChanges: ["ipConfigurations[*].subnet"],
      deleteBeforeReplace: true,
    },
  );
  return { nic, address, firewall };
}
