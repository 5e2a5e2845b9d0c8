import type { Path } from "../../report/index.js";

/** How a machine is connected: one card or a bond of cards, and the VLANs on top of it. */
export interface MachineNetwork extends Connection {
  bond?: Bond;
  vlans?: Vlan[];
}

/** What one interface has: a card, a bond or a VLAN. */
export interface Connection {
  /** Addresses with the length of their prefix, as in 10.0.0.11/24. */
  addresses?: string[];
  /** Default routes, at most one for IPv4 and one for IPv6. */
  gateways?: string[];
  /** Name servers. */
  dns?: string[];
  /** Whether DHCP is asked. Defaults to true where there are no addresses. */
  dhcp?: boolean;
  /** Largest packet in bytes. */
  mtu?: number;
}

/** Cards that act as one. */
export interface Bond {
  mode?: string;
  /** Addresses of the cards. */
  members?: string[];
  transmitHashPolicy?: string;
  lacpTransmitRate?: string;
}

/** A VLAN by its number, with tags on everything it sends. */
export interface Vlan extends Connection {
  id: number;
}

/** The words that the options of a bond take, as systemd.netdev(5) spells them. */
export const bondWords = Object.freeze({
  mode: [
    "active-backup",
    "802.3ad",
    "balance-rr",
    "balance-xor",
    "broadcast",
    "balance-tlb",
    "balance-alb",
  ],
  transmitHashPolicy: ["layer2", "layer3+4", "layer2+3", "encap2+3", "encap3+4"],
  lacpTransmitRate: ["slow", "fast"],
});

/** Everything that has addresses, and where it stands below the network. */
export function connectionsOf(network: MachineNetwork): { connection: Connection; path: Path }[] {
  const vlans = (network.vlans ?? []).map((connection, index) => ({
    connection,
    path: ["vlans", index],
  }));
  return [{ connection: network, path: [] }, ...vlans];
}

/** Whether an interface asks DHCP. */
export function asksDhcp({ dhcp, addresses }: Connection): boolean {
  return dhcp ?? (addresses === undefined || addresses.length === 0);
}
