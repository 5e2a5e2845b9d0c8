import { defineCodes } from "./doc.js";

/** Codes of a machine's network. */
export const networkCodes = defineCodes({
  NETWORK_ADDRESS: {
    title: "An address has the length of its prefix",
    explanation:
      "systemd-networkd reads an address without a prefix as a network of one machine, from which no gateway can be reached. The first address of an IPv4 network names the network and the last one everybody in it, so neither belongs to a machine.",
  },
  NETWORK_GATEWAY: {
    title: "A gateway is in one of the machine's networks",
    explanation:
      "The kernel refuses a route through an address that it cannot reach directly; the machine comes up and reaches nothing outside of its own network. With two default routes of one kind, which of them is used is decided by who came first.",
  },
  NETWORK_NAME_SERVER: {
    title: "A name server is an IP address",
    explanation: "It is asked in order to look names up, so it cannot be a name itself.",
  },
  NETWORK_MTU: {
    title: "Packets fit the interface",
    explanation:
      "IPv6 needs packets of 1280 bytes, and a length has 16 bits. A VLAN cannot send more than the interface that it is on; systemd-networkd then leaves its size as it was.",
  },
  NETWORK_BOND_OPTION: {
    title: "A bond has options that the kernel knows, and cards",
    explanation:
      "systemd-networkd ignores a word that it does not know, and the bond comes up in its default mode, balance-rr, which few switches are set for.",
  },
  NETWORK_VLAN_ID: {
    title: "A VLAN has a number from 1 to 4094",
    explanation: "Twelve bits of the tag hold it, and 0 and 4095 are reserved by IEEE 802.1Q.",
  },
});
