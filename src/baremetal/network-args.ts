import type * as pulumi from "@pulumi/pulumi";

/** What one interface has: a card, a bond or a VLAN. */
export interface ConnectionArgs {
  /**
   * Addresses with the length of their prefix, as in 10.0.0.11/24 or 2001:db8::11/64. Defaults to
   * what DHCP gives. NETWORK_ADDRESS, PXE_ADDRESS_DUPLICATE.
   */
  addresses?: pulumi.Input<pulumi.Input<string>[]>;

  /** Default routes, at most one for IPv4 and one for IPv6. NETWORK_GATEWAY. */
  gateways?: pulumi.Input<pulumi.Input<string>[]>;

  /** Addresses of name servers. Defaults to those that DHCP gives. NETWORK_NAME_SERVER. */
  dns?: pulumi.Input<pulumi.Input<string>[]>;

  /** Whether DHCP is asked. Defaults to true where there are no addresses. */
  dhcp?: pulumi.Input<boolean>;

  /** Largest packet in bytes, 1280 to 65535. Defaults to what DHCP says, or 1500. NETWORK_MTU. */
  mtu?: pulumi.Input<number>;
}

/** How a machine is connected once it runs; the network boot itself is DHCP's. */
export interface NetworkArgs extends ConnectionArgs {
  /** Cards that act as one. Defaults to none; the first of macAddresses is then the card that is used. */
  bond?: pulumi.Input<BondArgs>;

  /** VLANs on top of the card or the bond. Defaults to none. */
  vlans?: pulumi.Input<pulumi.Input<VlanArgs>[]>;
}

/** Cards that act as one, bond0. */
export interface BondArgs {
  /**
   * How they share the work: active-backup, 802.3ad, balance-rr, balance-xor, broadcast, balance-tlb or
   * balance-alb. Defaults to active-backup, which every switch takes. NETWORK_BOND_OPTION.
   */
  mode?: pulumi.Input<string>;

  /** Addresses of the cards. Defaults to macAddresses. PXE_MAC_INVALID, PXE_MAC_DUPLICATE. */
  members?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * What picks the card for a packet in modes 802.3ad and balance-xor: layer2, layer2+3, layer3+4,
   * encap2+3 or encap3+4. Defaults to layer2. NETWORK_BOND_OPTION.
   */
  transmitHashPolicy?: pulumi.Input<string>;

  /** How often the switch is asked to speak in mode 802.3ad: slow or fast. Defaults to slow. NETWORK_BOND_OPTION. */
  lacpTransmitRate?: pulumi.Input<string>;
}

/** A VLAN, by the name vlan<id>. */
export interface VlanArgs extends ConnectionArgs {
  /** Its number, 1 to 4094. NETWORK_VLAN_ID. */
  id: pulumi.Input<number>;
}
