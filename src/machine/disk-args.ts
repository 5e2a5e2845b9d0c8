import type * as pulumi from "@pulumi/pulumi";
import type { ContentsArgs } from "./storage-args.js";

/** A disk and its partition table. */
export interface DiskArgs {
  /** Path of the disk, best one in /dev/disk/by-id. */
  device: pulumi.Input<string>;

  /** Whether the partition table is made anew. Defaults to false. */
  wipeTable?: pulumi.Input<boolean>;

  /** The partitions that must exist, or must not. */
  partitions?: pulumi.Input<pulumi.Input<PartitionArgs>[]>;
}

/** A partition. */
export interface PartitionArgs {
  /** Label, at most 36 bytes and without a colon. A partition has a label or a number. */
  label?: pulumi.Input<string>;

  /**
   * Place in the table, from 1. Defaults to the next free one, which stops the boot on a disk in
   * use up to Flatcar 4694.
   */
  number?: pulumi.Input<number>;

  /** Size in MiB. Defaults to all that is free. */
  sizeMiB?: pulumi.Input<number>;

  /** Start in MiB. Defaults to the first free place. */
  startMiB?: pulumi.Input<number>;

  /** GUID of the partition type. Defaults to Linux data. */
  typeGuid?: pulumi.Input<string>;

  /** GUID of the partition itself. */
  guid?: pulumi.Input<string>;

  /** Whether an existing partition may be resized. Defaults to false. */
  resize?: pulumi.Input<boolean>;

  /** Whether the partition must exist. Defaults to true. */
  shouldExist?: pulumi.Input<boolean>;

  /** Whether an entry that does not match is made anew. Defaults to false. */
  wipePartitionEntry?: pulumi.Input<boolean>;
}

/** A software RAID array. */
export interface RaidArgs {
  /** Name of the array. */
  name: pulumi.Input<string>;

  /** RAID level, as in raid1. */
  level: pulumi.Input<string>;

  /** Member devices. */
  devices: pulumi.Input<pulumi.Input<string>[]>;

  /** More arguments for mdadm. */
  options?: pulumi.Input<pulumi.Input<string>[]>;

  /** Number of spares. Defaults to 0. */
  spares?: pulumi.Input<number>;
}

/** A filesystem. */
export interface FilesystemArgs {
  /** Device it is made on. */
  device: pulumi.Input<string>;

  /** ext4, btrfs, xfs, vfat, swap or none. */
  format?: pulumi.Input<string>;

  /** Label; its greatest length depends on the format. */
  label?: pulumi.Input<string>;

  /** Where Ignition mounts it while it writes files. */
  path?: pulumi.Input<string>;

  /** Options for mounting. */
  mountOptions?: pulumi.Input<pulumi.Input<string>[]>;

  /** More arguments for mkfs. */
  options?: pulumi.Input<pulumi.Input<string>[]>;

  /** UUID of the filesystem. */
  uuid?: pulumi.Input<string>;

  /** Whether it is made anew although it fits. Defaults to false. */
  wipeFilesystem?: pulumi.Input<boolean>;

  /**
   * Whether an enabled mount (or swap) unit is added, so that the running system mounts it.
   * Defaults to false.
   */
  withMountUnit?: pulumi.Input<boolean>;
}

/** An encrypted device. */
export interface LuksArgs {
  /** Name of the opened device, /dev/mapper/<name>. */
  name: pulumi.Input<string>;

  /** Device that is encrypted. */
  device: pulumi.Input<string>;

  /** Key file; leave it out to have one made. */
  keyFile?: pulumi.Input<ContentsArgs>;

  /** How the key is bound to a TPM or a Tang server. */
  clevis?: pulumi.Input<ClevisArgs>;

  /** Whether TRIM passes through. Defaults to false. */
  discard?: pulumi.Input<boolean>;

  /** Label, at most 47 bytes. */
  label?: pulumi.Input<string>;

  /** Options for every opening. */
  openOptions?: pulumi.Input<pulumi.Input<string>[]>;

  /** Options for making the volume. */
  options?: pulumi.Input<pulumi.Input<string>[]>;

  /** UUID of the volume. */
  uuid?: pulumi.Input<string>;

  /** Whether an existing volume is wiped. Defaults to false. */
  wipeVolume?: pulumi.Input<boolean>;
}

/** Automatic unlocking. */
export interface ClevisArgs {
  /** A pin of one's own instead of the others. */
  custom?: pulumi.Input<ClevisCustomArgs>;

  /** Tang servers. */
  tang?: pulumi.Input<pulumi.Input<TangArgs>[]>;

  /** How many of the pins must agree. Defaults to 1. */
  threshold?: pulumi.Input<number>;

  /** Whether the machine's TPM2 is one of the pins. Defaults to false. */
  tpm2?: pulumi.Input<boolean>;
}

/** A Clevis pin by name. */
export interface ClevisCustomArgs {
  /** Its configuration, JSON. */
  config?: pulumi.Input<string>;

  /** Whether it needs the network. Defaults to false. */
  needsNetwork?: pulumi.Input<boolean>;

  /** tpm2, tang or sss. */
  pin?: pulumi.Input<string>;
}

/** A Tang server. */
export interface TangArgs {
  /** Its URL. */
  url: pulumi.Input<string>;

  /** Thumbprint of a trusted signing key. */
  thumbprint: pulumi.Input<string>;

  /** Its advertisement, JSON, to bind without asking it. */
  advertisement?: pulumi.Input<string>;
}
