import type { networkCodes } from "../../../src/report/codes/network.js";
import { type Example, machine } from "../example.js";

export const networkExamples = {
  NETWORK_ADDRESS: machine(
    { network: { addresses: ["10.0.0.11"] } },
    { network: { addresses: ["10.0.0.11/24"] } },
  ),
  NETWORK_GATEWAY: machine(
    { network: { addresses: ["10.0.0.11/24"], gateways: ["10.0.1.1"] } },
    { network: { addresses: ["10.0.0.11/24"], gateways: ["10.0.0.1"] } },
  ),
  NETWORK_NAME_SERVER: machine(
    { network: { dns: ["ns1.example.com"] } },
    { network: { dns: ["192.0.2.53"] } },
  ),
  NETWORK_MTU: machine(
    { network: { vlans: [{ id: 20, mtu: 9000 }], mtu: 1500 } },
    { network: { vlans: [{ id: 20, mtu: 9000 }], mtu: 9000 } },
  ),
  NETWORK_BOND_OPTION: machine(
    { network: { bond: { mode: "lacp" } } },
    { network: { bond: { mode: "802.3ad" } } },
  ),
  NETWORK_VLAN_ID: machine(
    { network: { vlans: [{ id: 4095 }] } },
    { network: { vlans: [{ id: 20 }] } },
  ),
} satisfies Record<keyof typeof networkCodes, Example>;
