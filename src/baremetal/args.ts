import type * as pulumi from "@pulumi/pulumi";
import type { Channel, MachineMode } from "../flatcar/index.js";
import type { Architecture } from "../hardware/index.js";
import type { MachineArgs, OnChange } from "../machine/index.js";
import type { Readiness } from "../provision/words.js";
import type { NetworkArgs } from "./network-args.js";

/** A folder that machines boot from, and the address under which a web server will serve it. */
export interface PxeBootDirectoryArgs {
  /**
   * Folder that the files are written to, by `pulumi up` and not by a preview. A relative one is
   * taken from the folder of the Pulumi program.
   */
  directory: pulumi.Input<string>;

  /** Address of that folder on the boot network, as in http://192.168.1.10:8080. PXE_URL_INVALID. */
  baseUrl: pulumi.Input<string>;

  /** Release channel for machines that name none. Defaults to stable. */
  channel?: Channel;

  /** Exact Flatcar version for machines that name none, as in 4593.2.5. Defaults to the newest. */
  version?: string;

  /**
   * Address of a copy of the release server, with its layout: `<mirrorUrl>/amd64-usr/<version>/…`; or
   * `mirrorUrl` of a PxeBootAssets. Defaults to Flatcar's own server, over http.
   */
  mirrorUrl?: pulumi.Input<string>;

  /**
   * Whether pulumi up serves the folder at baseUrl while it waits for machines, each config only as
   * long as its machine is waited for. Machines that boot later need a web server all the same.
   * Defaults to false. PROVISION_SERVE.
   */
  serve?: boolean;

  /**
   * Where machines report that they are up: this computer on the boot network and a free port, as in
   * http://192.168.1.10:8079, on which pulumi up listens while it waits. Defaults to baseUrl with
   * serve, and otherwise to nowhere. READINESS_PHONE_HOME_URL.
   */
  phoneHomeUrl?: pulumi.Input<string>;

  /**
   * How many machines that run may be away at a time because they are provisioned anew. When as many
   * do not come back, the others are left alone. Defaults to 1. PROVISION_MAX_UNAVAILABLE.
   */
  maxUnavailable?: number;
}

/** A copy of one release's kernel and initramfs, which machines boot from. */
export interface PxeBootAssetsArgs {
  /**
   * Folder of the copy, written by `pulumi up` and not by a preview; a folder inside of the boot
   * directory will do. A relative one is taken from the folder of the Pulumi program.
   */
  directory: pulumi.Input<string>;

  /** Address of that folder on the boot network, as in http://192.168.1.10:8080/flatcar. PXE_URL_INVALID. */
  baseUrl: pulumi.Input<string>;

  /** Architectures of the machines. Defaults to x64. ASSET_ARCHITECTURE. */
  architectures?: Architecture[];

  /** Release channel, whose newest release is copied. Defaults to stable. */
  channel?: Channel;

  /** Exact Flatcar version, as in 4593.2.5. Defaults to the newest of the channel. */
  version?: string;

  /**
   * Whether the disk image is copied too, about 500 MB, which machines in mode Installed are installed
   * from. Defaults to false. ASSET_DISK_IMAGE.
   */
  diskImage?: boolean;

  /**
   * What happens when the channel has a newer release than the one that is copied: keep it, or take the
   * newer one in its place. Another channel or version in the program is always taken. Defaults to
   * Ignore.
   */
  onImageChange?: OnChange;

  /**
   * Where to copy from: an address or a folder with the layout of the release server,
   * `<source>/amd64-usr/<version>/…`. Defaults to Flatcar's own server, over https. ASSET_SOURCE.
   */
  source?: pulumi.Input<string>;

  /**
   * Text of the public key that releases are signed with, for networks that cannot reach flatcar.org.
   * Defaults to Flatcar_Image_Signing_Key.asc as it is published there. ASSET_SIGNING_KEY.
   */
  signingKey?: pulumi.Input<string>;

  /**
   * Fingerprint of the primary key of that key, 40 or 64 hexadecimal digits. Defaults to Flatcar's; only
   * releases that one builds and signs oneself have another. ASSET_SIGNING_KEY.
   */
  signingKeyFingerprint?: pulumi.Input<string>;
}

/** A machine that boots over the network. */
export interface BareMetalInstanceArgs extends MachineArgs {
  /**
   * The boot directory: `directory` of a PxeBootDirectory, or a folder of one's own. A machine has a
   * boot directory with its baseUrl, or matchbox: PXE_DESTINATION.
   */
  directory?: pulumi.Input<string>;

  /** Address of the boot directory on the boot network: `baseUrl` of the PxeBootDirectory. PXE_URL_INVALID. */
  baseUrl?: pulumi.Input<string>;

  /** The Matchbox that the machine boots from, in place of a boot directory. */
  matchbox?: MatchboxArgs;

  /**
   * Address of every card that the firmware may boot from: a machine with two cards has two.
   * PXE_MAC_MISSING, PXE_MAC_INVALID, PXE_MAC_DUPLICATE.
   */
  macAddresses: pulumi.Input<pulumi.Input<string>[]>;

  /** What the machine has. HARDWARE_TOO_SMALL below 4 vCPU, 8 GB and 32 GB; the first boot checks it. */
  hardware: BareMetalHardwareArgs;

  /**
   * What the machine runs from: memory, rootDisk, or Flatcar as it is installed on installDisk. Defaults to
   * what the disk that is given is for, and to Memory without one. MACHINE_MODE.
   */
  mode?: MachineMode;

  /**
   * Disk for the root filesystem, best one in /dev/disk/by-id. It is partitioned on the first boot
   * and keeps its data after that. Defaults to a root filesystem in memory. MACHINE_MODE.
   */
  rootDisk?: pulumi.Input<string>;

  /**
   * Disk that Flatcar is installed on, and that the machine boots from then on: everything on it is lost,
   * once for each generation. Defaults, in mode Installed, to the smallest that meets the hardware
   * profile. MACHINE_MODE, INSTALL_DISK; INSTALL_REFUSED when the machine has no such disk.
   */
  installDisk?: pulumi.Input<InstallDiskArgs>;

  /** How the machine is connected while it is installed. Defaults to DHCP on every card. MACHINE_MODE. */
  installerNetwork?: pulumi.Input<NetworkArgs>;

  /**
   * Whether Ignition runs when the machine boots over the network. With a root disk, turn it off once
   * the machine is up to keep later boots from applying the config again; in mode Installed, turning it
   * off sends the machine to its disk without asking whether it is installed. Defaults to true.
   */
  firstBoot?: boolean;

  /** Release channel. Defaults to that of the boot directory, or stable. */
  channel?: Channel;

  /** Exact Flatcar version, as in 4593.2.5. Defaults to that of the boot directory, or the newest. */
  version?: string;

  /**
   * Address of a copy of the release server, or `mirrorUrl` of a PxeBootAssets. Defaults to that of the
   * boot directory. ASSET_ARCHITECTURE, ASSET_VERSION.
   */
  mirrorUrl?: pulumi.Input<string>;

  /**
   * Devices for the kernel's messages, the last one for its own.
   * Defaults to the first serial port (ttyS0, on arm64 ttyAMA0) and the screen.
   */
  consoles?: string[];

  /** Arguments to add to the kernel line. PXE_KERNEL_ARGUMENT when one is not a single word. */
  bootArguments?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * IPv4 address that DHCP gives the machine. Defaults to any of its range. PXE_ADDRESS_INVALID,
   * PXE_ADDRESS_DUPLICATE.
   */
  address?: pulumi.Input<string>;

  /**
   * How the machine is connected once it runs: addresses of its own, a bond, VLANs. Defaults to DHCP
   * on every card.
   */
  network?: pulumi.Input<NetworkArgs>;

  /**
   * The BMC that switches the machine on and off. Defaults to none, and then somebody else does it.
   */
  bmc?: BmcArgs;

  /**
   * How it shows that the machine is up. Defaults to PhoneHome with a bmc, and otherwise to None.
   * READINESS_UNSET, READINESS_ADDRESS, READINESS_PHONE_HOME_URL.
   */
  readiness?: Readiness;

  /** How long the machine may take from power on to up, in minutes. Defaults to 30. READINESS_TIMEOUT. */
  readinessTimeoutMinutes?: number;

  /** Port of the machine's SSH server, for readiness Ssh. Defaults to 22. */
  sshPort?: number;

  /** Where this machine reports that it is up. Defaults to that of the boot directory. */
  phoneHomeUrl?: pulumi.Input<string>;

  /**
   * Raise it to provision the machine again although nothing else changed; in mode Installed this, and
   * nothing else, has its disk erased. Defaults to 1. PROVISION_GENERATION, INSTALL_GENERATION.
   */
  generation?: number;

  /**
   * What happens to the machine when its config or its kernel line changes: Replace provisions it
   * anew, Ignore leaves it running until something else does. Defaults to Replace, and in mode Installed
   * to Ignore. INSTALL_CHANGE.
   */
  onConfigChange?: OnChange;

  /**
   * What happens to the machine when another image is meant, by version, channel or mirrorUrl: the
   * same two. Defaults to Ignore.
   */
  onImageChange?: OnChange;

  /** Whether the machine is switched off when it is deleted from the program. Defaults to false. */
  powerOffOnDestroy?: boolean;
}

/**
 * Which disk Flatcar is installed on: one by its path, or the smallest that meets the hardware profile and
 * all that is said here. Disks that are removable, read-only, mounted, or part of RAID, LVM or encryption
 * do not count.
 */
export interface InstallDiskArgs {
  /** Path of the disk, best one in /dev/disk/by-id. Defaults to a choice by the rest. PXE_DISK_PATH. */
  path?: string;

  /** A part of the name of the disk's model, as lsblk shows it. Defaults to any. INSTALL_DISK. */
  model?: string;

  /** Serial number of the disk, as lsblk shows it. Defaults to any. INSTALL_DISK. */
  serial?: string;

  /** Least size in GB, decimal as on the label. Defaults to what the hardware profile asks for. INSTALL_DISK. */
  minSizeGb?: number;

  /** Greatest size in GB. Defaults to any. INSTALL_DISK. */
  maxSizeGb?: number;
}

/** The BMC of a machine: a Redfish service, as every server since about 2016 has one. */
export interface BmcArgs {
  /** Its address, as in https://10.0.0.5. BMC_ENDPOINT. */
  endpoint: pulumi.Input<string>;

  /** Name of an account of the BMC that may switch the machine. BMC_CREDENTIALS. */
  username: pulumi.Input<string>;

  /** Password of that account; always kept as a secret. BMC_CREDENTIALS. */
  password: pulumi.Input<string>;

  /**
   * Which machine is meant where there are several behind one BMC: the last part of its path below
   * Systems. Defaults to the only one. BMC_SYSTEM.
   */
  systemId?: pulumi.Input<string>;

  /**
   * PEM of the authority that signed the BMC's certificate, or of that certificate itself. Defaults
   * to the authorities that the system trusts. BMC_CA_CERTIFICATE, BMC_TRUST.
   */
  caCertificate?: pulumi.Input<string>;

  /** Whether any certificate will do, and plain http. Defaults to false. BMC_TRUST. */
  insecure?: boolean;

  /**
   * How long the machine's system may take to shut down before its power is cut, in seconds; 0 cuts
   * it at once. Defaults to 60. PROVISION_SHUTDOWN.
   */
  shutdownTimeoutSeconds?: number;
}

/** A Matchbox that runs already: its API, by which machines are entered, and its address for machines. */
export interface MatchboxArgs {
  /**
   * Host and port of the gRPC API (`-rpc-address`), as in matchbox.example.com:8081. The host is one of
   * the names in the server's certificate. MATCHBOX_ENDPOINT.
   */
  endpoint: pulumi.Input<string>;

  /** Address under which machines boot from it, as in http://matchbox.example.com:8080. PXE_URL_INVALID. */
  httpUrl: pulumi.Input<string>;

  /** The authority that signed the server's certificate, as PEM text. MATCHBOX_PEM. */
  caCertificate: pulumi.Input<string>;

  /** The certificate that proves to Matchbox who writes, as PEM text. MATCHBOX_PEM. */
  clientCertificate: pulumi.Input<string>;

  /** The key of that certificate, as PEM text without a passphrase. Kept as a secret. MATCHBOX_PEM. */
  clientKey: pulumi.Input<string>;
}

/** Declared hardware of a machine. */
export interface BareMetalHardwareArgs {
  /** Processors as Linux counts them, threads included. At least 4. */
  vcpus: number;

  /** Memory in MiB. At least 8000, which lets every machine sold as 8 GB pass. */
  memoryMib: number;

  /** Size in GB of the disk that it runs from, at least 32; not asked of a machine that runs from memory. */
  diskGb?: number;

  /** Processor architecture. */
  architecture: Architecture;

  /** Whether the machine has a graphics processor. Defaults to not known. */
  gpu?: boolean;
}
