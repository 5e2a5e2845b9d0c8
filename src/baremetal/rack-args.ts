import type * as pulumi from "@pulumi/pulumi";
import type { Channel } from "../flatcar/index.js";
import type { Architecture } from "../hardware/index.js";
import type { FragmentArgs, HardwareProfileArgs, SharedConfigArgs } from "../machine/index.js";
import type { MatchboxArgs } from "./args.js";
import type { NetworkArgs } from "./network-args.js";

/** Many machines that boot over one network, from one list. */
export interface BareMetalRackArgs extends SharedConfigArgs {
  /**
   * The boot directory: `directory` of a PxeBootDirectory, or a folder of one's own. Machines have a
   * boot directory with its baseUrl, or matchbox: PXE_DESTINATION.
   */
  directory?: pulumi.Input<string>;

  /** Address of the boot directory on the boot network: `baseUrl` of the PxeBootDirectory. PXE_URL_INVALID. */
  baseUrl?: pulumi.Input<string>;

  /** The Matchbox that the machines boot from, in place of a boot directory. */
  matchbox?: MatchboxArgs;

  /** The machines, unless they are in a file. INVENTORY_EMPTY. */
  machines?: RackMachineArgs[];

  /**
   * File with the machines: a table (.csv) or a list (.json), whose columns or keys are the members of
   * a machine; what lies deeper has a dotted column, as in network.bond.mode. A relative path is taken
   * from the folder of the Pulumi program. INVENTORY_FILE and the other codes of inventories.
   */
  inventoryFile?: string;

  /** What the machines of a role have more than others, by the name of the role. INVENTORY_REFERENCE. */
  roleFragments?: { [role: string]: pulumi.Input<FragmentArgs> };

  /** What one machine has more than others, by its name. INVENTORY_REFERENCE. */
  machineFragments?: { [machine: string]: pulumi.Input<FragmentArgs> };

  /** What every machine has to have at least. Defaults to the floor. HARDWARE_TOO_SMALL. */
  hardwareProfile?: HardwareProfileArgs;

  /** Whether Ignition runs when a machine boots over the network. Defaults to true. */
  firstBoot?: boolean;

  /** Release channel. Defaults to that of the boot directory, or stable. */
  channel?: Channel;

  /** Exact Flatcar version, as in 4593.2.5. Defaults to that of the boot directory, or the newest. */
  version?: string;

  /** Address of a copy of the release server. Defaults to that of the boot directory. */
  mirrorUrl?: pulumi.Input<string>;

  /** Devices for the kernel's messages. Defaults to the first serial port and the screen. */
  consoles?: string[];

  /** Arguments to add to the kernel line. PXE_KERNEL_ARGUMENT. */
  bootArguments?: pulumi.Input<pulumi.Input<string>[]>;
}

/** One machine of a rack: a row of the inventory. */
export interface RackMachineArgs {
  /**
   * Name of the machine, unlike that of any other; its resources are named <rack>-<name>, so it is a
   * promise. PXE_NAME_INVALID, PXE_NAME_DUPLICATE.
   */
  name: string;

  /**
   * Address of every card that the firmware may boot from. PXE_MAC_MISSING, PXE_MAC_INVALID,
   * PXE_MAC_DUPLICATE.
   */
  macAddresses: pulumi.Input<pulumi.Input<string>[]>;

  /** Processor architecture. HARDWARE_ARCHITECTURE. */
  architecture: Architecture;

  /** Processors as Linux counts them, threads included. At least 4. HARDWARE_TOO_SMALL. */
  vcpus: number;

  /** Memory in MiB. At least 8000. HARDWARE_TOO_SMALL. */
  memoryMib: number;

  /** Size of the root disk in GB, at least 32; not asked of a machine that runs from memory. HARDWARE_TOO_SMALL. */
  diskGb?: number;

  /** Whether the machine has a graphics processor. Defaults to not known. */
  gpu?: boolean;

  /** Why this machine may be smaller than its hardware profile. Defaults to that it may not. */
  hardwareWaiver?: string;

  /** Disk for the root filesystem, best one in /dev/disk/by-id. Defaults to a root filesystem in memory. */
  rootDisk?: pulumi.Input<string>;

  /** Name on the network, written to /etc/hostname. Defaults to name. HOSTNAME_INVALID, PXE_HOSTNAME_DUPLICATE. */
  hostname?: pulumi.Input<string>;

  /** IPv4 address that DHCP gives the machine. Defaults to any of its range. PXE_ADDRESS_INVALID. */
  address?: pulumi.Input<string>;

  /** How the machine is connected once it runs. Defaults to DHCP on every card. */
  network?: pulumi.Input<NetworkArgs>;

  /** Roles, whose fragments the machine has in this order. Defaults to none. INVENTORY_REFERENCE. */
  roles?: string[];

  /** Name of the rack that the machine stands in, for the drawing. Defaults to one without a name. */
  rackName?: string;

  /** Lowest unit that it takes in the rack, from 1. Defaults to none in particular. INVENTORY_RACK_UNIT. */
  rackUnit?: number;

  /** How many units it takes. Defaults to 1. INVENTORY_RACK_UNIT. */
  rackUnits?: number;
}
