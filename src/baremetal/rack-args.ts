import type * as pulumi from "@pulumi/pulumi";
import type { Channel, MachineMode } from "../flatcar/index.js";
import type { Architecture } from "../hardware/index.js";
import type {
  FragmentArgs,
  HardwareProfileArgs,
  OnChange,
  SharedConfigArgs,
} from "../machine/index.js";
import type { Readiness } from "../provision/words.js";
import type { InstallDiskArgs, MatchboxArgs } from "./args.js";
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

  /** What machines run from that do not say so. Defaults to what the disk of each is for. MACHINE_MODE. */
  mode?: MachineMode;

  /** Disk to install on for machines that name none. INSTALL_DISK. */
  installDisk?: InstallDiskArgs;

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

  /** What opens the machines' BMCs, by the names that they have in bmc.credentials. INVENTORY_REFERENCE. */
  bmcCredentials?: { [name: string]: BmcCredentialsArgs };

  /**
   * How machines show that they are up. Defaults to PhoneHome for those with a BMC, and otherwise to
   * None. READINESS_UNSET, READINESS_ADDRESS, READINESS_PHONE_HOME_URL.
   */
  readiness?: Readiness;

  /** How long a machine may take from power on to up, in minutes. Defaults to 30. READINESS_TIMEOUT. */
  readinessTimeoutMinutes?: number;

  /** Port of the machines' SSH servers, for readiness Ssh. Defaults to 22. */
  sshPort?: number;

  /** Where machines report that they are up. Defaults to that of the boot directory. */
  phoneHomeUrl?: pulumi.Input<string>;

  /** What happens to a machine when its config or its kernel line changes. Defaults to Replace. */
  onConfigChange?: OnChange;

  /** What happens to a machine when another image is meant. Defaults to Ignore. */
  onImageChange?: OnChange;

  /** Whether machines are switched off when they are deleted from the program. Defaults to false. */
  powerOffOnDestroy?: boolean;
}

/** What opens a BMC. */
export interface BmcCredentialsArgs {
  /** Name of an account of the BMC that may switch the machine. BMC_CREDENTIALS. */
  username: pulumi.Input<string>;

  /** Password of that account; always kept as a secret. BMC_CREDENTIALS. */
  password: pulumi.Input<string>;

  /** PEM of the authority that signed the BMC's certificate. Defaults to those that the system trusts. BMC_CA_CERTIFICATE. */
  caCertificate?: pulumi.Input<string>;

  /** Whether any certificate will do, and plain http. Defaults to false. BMC_TRUST. */
  insecure?: boolean;

  /** How long a machine may take to shut down before its power is cut, in seconds. Defaults to 60. PROVISION_SHUTDOWN. */
  shutdownTimeoutSeconds?: number;
}

/** How the BMC of one machine is reached. */
export interface RackBmcArgs {
  /** Its address, as in https://10.0.0.5. BMC_ENDPOINT. */
  endpoint: pulumi.Input<string>;

  /** Which machine is meant where there are several behind one BMC. Defaults to the only one. BMC_SYSTEM. */
  systemId?: pulumi.Input<string>;

  /** Name of what opens it, in bmcCredentials. Defaults to default. INVENTORY_REFERENCE. */
  credentials?: string;
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

  /** What the machine runs from. Defaults to that of the rack, or what the disk that is given is for. MACHINE_MODE. */
  mode?: MachineMode;

  /** Disk for the root filesystem, best one in /dev/disk/by-id. Defaults to a root filesystem in memory. */
  rootDisk?: pulumi.Input<string>;

  /** Disk that Flatcar is installed on. Defaults to that of the rack. INSTALL_DISK. */
  installDisk?: InstallDiskArgs;

  /** Name on the network, written to /etc/hostname. Defaults to name. HOSTNAME_INVALID, PXE_HOSTNAME_DUPLICATE. */
  hostname?: pulumi.Input<string>;

  /** IPv4 address that DHCP gives the machine. Defaults to any of its range. PXE_ADDRESS_INVALID. */
  address?: pulumi.Input<string>;

  /** How the machine is connected once it runs. Defaults to DHCP on every card. */
  network?: pulumi.Input<NetworkArgs>;

  /** How the machine is connected while it is installed. Defaults to DHCP on every card. MACHINE_MODE. */
  installerNetwork?: pulumi.Input<NetworkArgs>;

  /** The BMC that switches the machine on and off. Defaults to none, and then somebody else does it. */
  bmc?: RackBmcArgs;

  /** Raise it to provision the machine again although nothing else changed. Defaults to 1. PROVISION_GENERATION. */
  generation?: number;

  /** Roles, whose fragments the machine has in this order. Defaults to none. INVENTORY_REFERENCE. */
  roles?: string[];

  /** Name of the rack that the machine stands in, for the drawing. Defaults to one without a name. */
  rackName?: string;

  /** Lowest unit that it takes in the rack, from 1. Defaults to none in particular. INVENTORY_RACK_UNIT. */
  rackUnit?: number;

  /** How many units it takes. Defaults to 1. INVENTORY_RACK_UNIT. */
  rackUnits?: number;
}
