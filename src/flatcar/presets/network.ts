import type { Fragment } from "../../compose/index.js";
import {
  asksDhcp,
  type Bond,
  type Connection,
  type MachineNetwork,
  type Vlan,
} from "../network/network.js";

const folder = "/etc/systemd/network";
const bondName = "bond0";

/**
 * A machine's network as systemd-networkd reads it, before Flatcar's own zz-default.network, which
 * asks DHCP on every card that is named nowhere else. `cards` are the members of the bond, or the one
 * card that is used.
 *
 * Cards are matched by the address that they were made with: a member of a bond takes the bond's
 * address, and bonds and VLANs share that of a card, so MACAddress= would match too little and too
 * much.
 */
export function machineNetwork(network: MachineNetwork, cards: readonly string[]): Fragment {
  const { bond, vlans = [] } = network;
  const below = interfaceLines(network, vlans);
  const ofCards = ["[Match]", `PermanentMACAddress=${cards.join(" ")}`, ""];
  const texts: Record<string, string[]> = bond
    ? {
        "00-bond0.netdev": bondLines(bond, cards),
        "00-bond0-members.network": [...ofCards, "[Network]", `Bond=${bondName}`],
        "00-bond0.network": ["[Match]", `Name=${bondName}`, "", ...below],
      }
    : { "00-card.network": [...ofCards, ...below] };
  for (const vlan of vlans) {
    const name = nameOf(vlan);
    texts[`00-${name}.netdev`] = [
      ...["[NetDev]", `Name=${name}`, "Kind=vlan", ""],
      ...["[VLAN]", `Id=${vlan.id}`],
    ];
    texts[`00-${name}.network`] = ["[Match]", `Name=${name}`, "", ...interfaceLines(vlan, [])];
  }
  return {
    name: "network",
    files: Object.entries(texts).map(([file, lines]) => ({
      path: `${folder}/${file}`,
      mode: 0o644,
      contents: `${lines.join("\n")}\n`,
    })),
  };
}

function bondLines(bond: Bond, cards: readonly string[]): string[] {
  const { mode, transmitHashPolicy, lacpTransmitRate } = bond;
  return [
    "[NetDev]",
    `Name=${bondName}`,
    "Kind=bond",
    // Otherwise it is made from the machine id, which is a new one at every boot from memory.
    `MACAddress=${cards[0]}`,
    "",
    "[Bond]",
    `Mode=${mode ?? "active-backup"}`,
    // The kernel's default is not to look whether a card has a link.
    "MIIMonitorSec=100ms",
    ...option("TransmitHashPolicy", transmitHashPolicy),
    ...option("LACPTransmitRate", lacpTransmitRate),
  ];
}

/** The [Network] part of an interface, and what goes with it. */
function interfaceLines(connection: Connection, vlans: readonly Vlan[]): string[] {
  const { addresses = [], gateways = [], dns = [], mtu } = connection;
  const dhcp = asksDhcp(connection);
  const bare = !dhcp && addresses.length === 0;
  const link = [
    ...option("MTUBytes", mtu),
    // It only carries VLANs and never gets an address that one could wait for.
    ...(bare ? ["RequiredForOnline=carrier"] : []),
  ];
  return [
    ...(link.length > 0 ? ["[Link]", ...link, ""] : []),
    "[Network]",
    `DHCP=${dhcp ? "yes" : "no"}`,
    ...(bare ? ["LinkLocalAddressing=no", "IPv6AcceptRA=no"] : []),
    ...addresses.map((address) => `Address=${address}`),
    ...gateways.map((gateway) => `Gateway=${gateway}`),
    ...dns.map((server) => `DNS=${server}`),
    ...vlans.map((vlan) => `VLAN=${nameOf(vlan)}`),
    // As Flatcar's own network files have it for machines that boot over the network.
    ...(dhcp
      ? [
          "KeepConfiguration=dhcp-on-stop",
          "",
          "[DHCPv4]",
          "ClientIdentifier=mac",
          "UseDomains=yes",
          ...(mtu === undefined ? ["UseMTU=yes"] : []),
        ]
      : []),
  ];
}

function option(key: string, value: string | number | undefined): string[] {
  return value === undefined ? [] : [`${key}=${value}`];
}

function nameOf({ id }: Vlan): string {
  return `vlan${id}`;
}
