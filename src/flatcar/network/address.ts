import { BlockList, isIP, SocketAddress } from "node:net";

/** The family of an address, as Node names it. */
type Family = "ipv4" | "ipv6";

/** An address of an interface, and the network that it stands in. */
export interface InterfaceAddress {
  readonly ip: string;
  readonly family: Family;
  readonly prefix: number;
}

/** The family of an address; undefined for what is none, and for one that names an interface. */
export function familyOf(ip: string): Family | undefined {
  if (ip.includes("%")) return undefined;
  return { 4: "ipv4" as const, 6: "ipv6" as const }[isIP(ip)];
}

/** Reads `10.0.0.11/24`, the address in its usual spelling; undefined for anything else. */
export function readInterfaceAddress(text = ""): InterfaceAddress | undefined {
  const [ip = "", length = "", ...rest] = text.split("/");
  const family = familyOf(ip);
  if (!family || rest.length > 0 || !/^\d{1,3}$/.test(length)) return undefined;
  const prefix = Number(length);
  if (prefix > (family === "ipv4" ? 32 : 128)) return undefined;
  return { ip: new SocketAddress({ address: ip, family }).address, family, prefix };
}

/** Whether another address stands in the same network. */
export function isInNetwork(ip: string, network: InterfaceAddress): boolean {
  if (familyOf(ip) !== network.family) return false;
  const list = new BlockList();
  list.addSubnet(network.ip, network.prefix, network.family);
  return list.check(ip, network.family);
}

/** Whether an IPv4 address is the first or last of its network, which no machine can have. */
export function isReserved({ ip, family, prefix }: InterfaceAddress): boolean {
  if (family === "ipv6" || prefix > 30) return false;
  const host =
    ip.split(".").reduce((sum, part) => sum * 256 + Number(part), 0) % 2 ** (32 - prefix);
  return host === 0 || host === 2 ** (32 - prefix) - 1;
}
