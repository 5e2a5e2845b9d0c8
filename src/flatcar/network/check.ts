import { at, didYouMean, type Path, Report } from "../../report/index.js";
import {
  familyOf,
  type InterfaceAddress,
  isInNetwork,
  isReserved,
  readInterfaceAddress,
} from "./address.js";
import {
  type Bond,
  bondWords,
  type Connection,
  type MachineNetwork,
  type Vlan,
} from "./network.js";

/**
 * Raises NETWORK_ADDRESS, NETWORK_GATEWAY, NETWORK_NAME_SERVER, NETWORK_MTU, NETWORK_BOND_OPTION and
 * NETWORK_VLAN_ID. Addresses of cards are the caller's to check.
 */
export function checkNetwork(network: MachineNetwork | undefined, path: Path): Report {
  const report = new Report();
  if (!network) return report;
  report.add(checkConnection(network, path));
  if (network.bond) report.add(checkBond(network.bond, at(path, "bond")));
  const vlans = network.vlans ?? [];
  vlans.forEach((vlan, index) => {
    const place = at(path, "vlans", index);
    checkVlanId(vlan, vlans.slice(0, index), at(place, "id"), report);
    report.add(checkConnection(vlan, place, network.mtu));
  });
  return report;
}

function checkConnection(connection: Connection, path: Path, mtuBelow?: number): Report {
  const report = new Report();
  const networks = checkAddresses(connection.addresses, at(path, "addresses"), report);
  checkGateways(connection, networks, at(path, "gateways"), report);
  connection.dns?.forEach((server, index) => {
    if (server === undefined || familyOf(server)) return;
    report.error(
      "NETWORK_NAME_SERVER",
      at(path, "dns", index),
      `"${server}" is not an IP address`,
      "name servers are asked before names can be looked up; give addresses as in 192.0.2.53",
    );
  });
  checkMtu(connection.mtu, mtuBelow, at(path, "mtu"), report);
  return report;
}

/** The networks of the valid ones; undefined where one is not known, or not right. */
function checkAddresses(
  addresses: readonly (string | undefined)[] | undefined,
  path: Path,
  report: Report,
): InterfaceAddress[] | undefined {
  const found = addresses?.map((text, index) => {
    const address = text === undefined ? undefined : readInterfaceAddress(text);
    const place = at(path, index);
    if (text === undefined) return undefined;
    if (!address) {
      report.error(
        "NETWORK_ADDRESS",
        place,
        `"${text}" is not an address with the length of its prefix`,
        "give both as in 10.0.0.11/24 or 2001:db8::11/64",
      );
    } else if (isReserved(address)) {
      report.error(
        "NETWORK_ADDRESS",
        place,
        `"${text}" is the first or last address of its network, which stands for the network itself or for all in it`,
        "give the machine an address in between",
      );
    }
    return address;
  });
  const known = (found ?? []).filter((address) => address !== undefined);
  return known.length === (found ?? []).length ? known : undefined;
}

function checkGateways(
  { gateways, addresses }: Connection,
  networks: readonly InterfaceAddress[] | undefined,
  path: Path,
  report: Report,
): void {
  gateways?.forEach((gateway, index) => {
    if (gateway === undefined) return;
    const family = familyOf(gateway);
    const say = (message: string, hint: string) =>
      report.error("NETWORK_GATEWAY", at(path, index), message, hint);
    if (!family) {
      say(`"${gateway}" is not an IP address`, "give the address of a router as in 10.0.0.1");
    } else if (gateways.slice(0, index).some((other) => other && familyOf(other) === family)) {
      say(
        `"${gateway}" is a second default route for ${family === "ipv4" ? "IPv4" : "IPv6"}`,
        "keep one for each of IPv4 and IPv6; other routes belong in a file in /etc/systemd/network",
      );
    } else if (networks?.some(({ ip }) => ip === gateway)) {
      say(`"${gateway}" is the machine's own address`, "give the address of the router");
    } else if (
      addresses &&
      networks &&
      !networks.some((network) => isInNetwork(gateway, network))
    ) {
      say(
        `"${gateway}" is in none of the machine's networks, so it cannot be reached`,
        `correct the gateway, or the prefix of the address`,
      );
    }
  });
}

function checkMtu(
  mtu: number | undefined,
  below: number | undefined,
  path: Path,
  report: Report,
): void {
  if (mtu === undefined) return;
  if (!Number.isInteger(mtu) || mtu < 1280 || mtu > 65_535) {
    report.error(
      "NETWORK_MTU",
      path,
      `${mtu} is not a packet size from 1280 to 65535`,
      "give bytes, as in 9000, or leave mtu out for 1500",
    );
  } else if (below !== undefined && mtu > below) {
    report.error(
      "NETWORK_MTU",
      path,
      `${mtu} is more than the ${below} of the interface below the VLAN`,
      "raise the mtu of the network as a whole, or lower this one",
    );
  }
}

function checkBond(bond: Bond, path: Path): Report {
  const report = new Report();
  for (const [option, words] of Object.entries(bondWords)) {
    const word = bond[option as keyof typeof bondWords];
    if (word === undefined || words.includes(word)) continue;
    const near = didYouMean(word, words);
    report.error(
      "NETWORK_BOND_OPTION",
      at(path, option),
      `"${word}" is not a ${option} of a bond`,
      `use one of ${words.join(", ")}${near ? `; did you mean "${near}"?` : ""}`,
    );
  }
  if (bond.members?.length === 0) {
    report.error(
      "NETWORK_BOND_OPTION",
      at(path, "members"),
      "the bond has no cards",
      "list the address of every card in it, or leave members out for all of macAddresses",
    );
  }
  return report;
}

function checkVlanId({ id }: Vlan, before: readonly Vlan[], path: Path, report: Report): void {
  if (id === undefined) return;
  if (!Number.isInteger(id) || id < 1 || id > 4094) {
    report.error(
      "NETWORK_VLAN_ID",
      path,
      `${id} is not the number of a VLAN`,
      "give a whole number from 1 to 4094",
    );
  } else if (before.some((other) => other.id === id)) {
    report.error(
      "NETWORK_VLAN_ID",
      path,
      `VLAN ${id} is listed twice for this machine`,
      "list every VLAN once, with all its addresses",
    );
  }
}
