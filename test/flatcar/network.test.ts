import { checkNetwork, type MachineNetwork, machineNetwork } from "../../src/flatcar/index.js";
import { formatPath } from "../../src/report/index.js";

const cards = ["52:54:00:aa:00:01", "52:54:00:aa:00:02"];

/** The files of a network by name, each as its lines without blank ones. */
const filesOf = (network: MachineNetwork, members = cards) =>
  Object.fromEntries(
    (machineNetwork(network, members).files ?? []).map(({ path = "", contents = "" }) => [
      path.replace("/etc/systemd/network/", ""),
      contents.split("\n").filter((line) => line !== ""),
    ]),
  );

describe("a machine's network", () => {
  it("with addresses of its own is one file for the card, and no DHCP", () => {
    const network = {
      addresses: ["10.0.0.11/24", "2001:db8::11/64"],
      gateways: ["10.0.0.1", "2001:db8::1"],
      dns: ["192.0.2.53"],
    };
    expect(filesOf(network, ["52:54:00:aa:00:01"])).toEqual({
      "00-card.network": [
        "[Match]",
        "PermanentMACAddress=52:54:00:aa:00:01",
        "[Network]",
        "DHCP=no",
        "Address=10.0.0.11/24",
        "Address=2001:db8::11/64",
        "Gateway=10.0.0.1",
        "Gateway=2001:db8::1",
        "DNS=192.0.2.53",
      ],
    });
  });

  it("with a bond has its cards, the bond with the first card's address, and DHCP on the bond", () => {
    expect(filesOf({ bond: { mode: "802.3ad", transmitHashPolicy: "layer3+4" } })).toEqual({
      "00-bond0.netdev": [
        "[NetDev]",
        "Name=bond0",
        "Kind=bond",
        "MACAddress=52:54:00:aa:00:01",
        "[Bond]",
        "Mode=802.3ad",
        "MIIMonitorSec=100ms",
        "TransmitHashPolicy=layer3+4",
      ],
      "00-bond0-members.network": [
        "[Match]",
        "PermanentMACAddress=52:54:00:aa:00:01 52:54:00:aa:00:02",
        "[Network]",
        "Bond=bond0",
      ],
      "00-bond0.network": [
        "[Match]",
        "Name=bond0",
        "[Network]",
        "DHCP=yes",
        "KeepConfiguration=dhcp-on-stop",
        "[DHCPv4]",
        "ClientIdentifier=mac",
        "UseDomains=yes",
        "UseMTU=yes",
      ],
    });
  });

  it("with VLANs only leaves the bond without an address that one could wait for", () => {
    const files = filesOf({
      bond: {},
      dhcp: false,
      mtu: 9000,
      vlans: [{ id: 20, addresses: ["10.0.20.11/24"] }],
    });
    expect(files["00-bond0.netdev"]).toContain("Mode=active-backup");
    expect(files["00-bond0.network"]).toEqual([
      "[Match]",
      "Name=bond0",
      "[Link]",
      "MTUBytes=9000",
      "RequiredForOnline=carrier",
      "[Network]",
      "DHCP=no",
      "LinkLocalAddressing=no",
      "IPv6AcceptRA=no",
      "VLAN=vlan20",
    ]);
    expect(files["00-vlan20.netdev"]).toEqual([
      "[NetDev]",
      "Name=vlan20",
      "Kind=vlan",
      "[VLAN]",
      "Id=20",
    ]);
    expect(files["00-vlan20.network"]).toContain("Address=10.0.20.11/24");
  });

  it.each<[string, MachineNetwork]>([
    [
      "both families",
      { addresses: ["10.0.0.11/24", "2001:db8::11/64"], gateways: ["2001:db8::1", "10.0.0.1"] },
    ],
    ["a link of two machines", { addresses: ["10.0.0.0/31"], gateways: ["10.0.0.1"] }],
    ["a single address", { addresses: ["10.0.0.11/32"] }],
    ["a gateway that DHCP's network has", { gateways: ["10.0.0.1"] }],
    ["VLANs up to the last", { vlans: [{ id: 1 }, { id: 4094 }] }],
  ])("accepts %s", (_, network) => {
    expect(checkNetwork(network, ["network"]).issues).toEqual([]);
  });

  it.each<[MachineNetwork, string, string]>([
    [
      { addresses: ["10.0.0.11"] },
      "NETWORK_ADDRESS $.network.addresses[0]",
      "length of its prefix",
    ],
    [{ addresses: ["10.0.0.300/24"] }, "NETWORK_ADDRESS $.network.addresses[0]", "10.0.0.300/24"],
    [{ addresses: ["10.0.0.11/33"] }, "NETWORK_ADDRESS $.network.addresses[0]", "10.0.0.11/33"],
    [{ addresses: ["10.0.0.11/24/1"] }, "NETWORK_ADDRESS $.network.addresses[0]", "prefix"],
    [{ addresses: ["fe80::1%eth0/64"] }, "NETWORK_ADDRESS $.network.addresses[0]", "prefix"],
    [{ addresses: ["10.0.0.0/24"] }, "NETWORK_ADDRESS $.network.addresses[0]", "first or last"],
    [{ addresses: ["10.0.0.255/24"] }, "NETWORK_ADDRESS $.network.addresses[0]", "first or last"],
    [{ addresses: ["10.0.3.255/22"] }, "NETWORK_ADDRESS $.network.addresses[0]", "first or last"],
    [{ gateways: ["router"] }, "NETWORK_GATEWAY $.network.gateways[0]", "not an IP address"],
    [
      { addresses: ["10.0.0.11/24"], gateways: ["10.0.1.1"] },
      "NETWORK_GATEWAY $.network.gateways[0]",
      "none of the machine's networks",
    ],
    [
      { addresses: ["10.0.0.11/24"], gateways: ["10.0.0.11"] },
      "NETWORK_GATEWAY $.network.gateways[0]",
      "own address",
    ],
    [{ gateways: ["10.0.0.1", "10.0.0.2"] }, "NETWORK_GATEWAY $.network.gateways[1]", "second"],
    [{ dns: ["ns1"] }, "NETWORK_NAME_SERVER $.network.dns[0]", "ns1"],
    [{ mtu: 1279 }, "NETWORK_MTU $.network.mtu", "1280 to 65535"],
    [{ mtu: 1500, vlans: [{ id: 2, mtu: 9000 }] }, "NETWORK_MTU $.network.vlans[0].mtu", "1500"],
    [{ bond: { mode: "802.3.ad" } }, "NETWORK_BOND_OPTION $.network.bond.mode", "802.3.ad"],
    [
      { bond: { transmitHashPolicy: "layer3" } },
      "NETWORK_BOND_OPTION $.network.bond.transmitHashPolicy",
      "layer3",
    ],
    [
      { bond: { lacpTransmitRate: "1s" } },
      "NETWORK_BOND_OPTION $.network.bond.lacpTransmitRate",
      "",
    ],
    [{ bond: { members: [] } }, "NETWORK_BOND_OPTION $.network.bond.members", "no cards"],
    [{ vlans: [{ id: 0 }] }, "NETWORK_VLAN_ID $.network.vlans[0].id", "0 is not"],
    [{ vlans: [{ id: 2.5 }] }, "NETWORK_VLAN_ID $.network.vlans[0].id", "2.5"],
    [{ vlans: [{ id: 7 }, { id: 7 }] }, "NETWORK_VLAN_ID $.network.vlans[1].id", "twice"],
    [
      { vlans: [{ id: 7, addresses: ["10.0.7.1"] }] },
      "NETWORK_ADDRESS $.network.vlans[0].addresses[0]",
      "10.0.7.1",
    ],
  ])("rejects %j", (network, place, words) => {
    const { issues } = checkNetwork(network, ["network"]);
    expect(issues.map(({ code, path }) => `${code} ${formatPath(path)}`)).toEqual([place]);
    expect(issues[0]?.message).toContain(words);
  });

  it("says nothing of a gateway while an address is not known or not right", () => {
    const [later] = [undefined as string | undefined];
    const unknown = { addresses: [later], gateways: ["10.0.0.1"] } as MachineNetwork;
    expect(checkNetwork(unknown, []).issues).toEqual([]);
    const wrong = checkNetwork({ addresses: ["10.0.0"], gateways: ["10.0.0.1"] }, []);
    expect(wrong.issues.map(({ code }) => code)).toEqual(["NETWORK_ADDRESS"]);
  });
});
