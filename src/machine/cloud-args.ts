import type * as pulumi from "@pulumi/pulumi";
import type { Channel } from "../flatcar/index.js";
import type { Architecture } from "../hardware/index.js";
import type { MachineArgs } from "./args.js";
import type { DataDiskArgs } from "./data-disks.js";
import type { IngressRuleArgs } from "./ingress.js";
import type { OnChange } from "./on-change.js";
import type { OnInterruption } from "./on-interruption.js";

/** What a machine takes in every cloud, in the same words. */
export interface CloudMachineArgs extends MachineArgs {
  /**
   * Type of the machine, as the cloud names it; at least 4 vCPU and 8 GB memory. Defaults to the
   * smallest general-purpose type that is large enough. HARDWARE_TOO_SMALL, HARDWARE_UNKNOWN,
   * HARDWARE_CANNOT_BOOT, HARDWARE_ARCHITECTURE_MISMATCH.
   */
  instanceType?: pulumi.Input<string>;

  /**
   * Processor architecture. Defaults to that of instanceType, and without one to the first that the
   * hardware profile takes, x64. HARDWARE_ARCHITECTURE.
   */
  architecture?: Architecture;

  /** What a type has that is in no list and whose name does not tell. Defaults to nothing declared. */
  hardware?: DeclaredHardwareArgs;

  /** Release channel, whose newest image the machine starts from. Defaults to stable. */
  channel?: Channel;

  /** Exact Flatcar version, as in 4593.2.5. Defaults to the newest of the channel. */
  version?: string;

  /**
   * An image of one's own, in place of Flatcar's published ones; nothing is looked up then.
   * CLOUD_IMAGE_ID.
   */
  imageId?: pulumi.Input<string>;

  /**
   * What happens when the config changes, which Flatcar reads in its first boot only. Defaults to
   * Replace.
   */
  onConfigChange?: OnChange;

  /**
   * What happens when another image is meant: a newer one of the channel, another version or
   * imageId. Flatcar updates itself, so a newer image alone is no reason to replace a machine.
   * Defaults to Ignore.
   */
  onImageChange?: OnChange;

  /**
   * Size of the root disk in GiB, which is GB in the words of a profile. Defaults to what the
   * hardware profile asks for, 32 at least. HARDWARE_TOO_SMALL.
   */
  diskGb?: pulumi.Input<number>;

  /**
   * Disks beside that one, each a resource of its own that outlives a replacement of the machine.
   * Defaults to none. DATA_DISK_NAME, DATA_DISK_SIZE, DATA_DISK_FORMAT, DATA_DISK_MOUNT.
   */
  dataDisks?: DataDiskArgs[];

  /** Whether the machine has a public IPv4 address. Defaults to what the subnet says. */
  publicIp?: boolean;

  /** Whether to ask the subnet for an IPv6 address. Defaults to what the subnet does by itself. */
  ipv6?: boolean;

  /**
   * What may reach the machine. A firewall of its own is made only when there are rules. Defaults to
   * none. INGRESS_NAME, INGRESS_PORT, INGRESS_SOURCE.
   */
  ingress?: IngressRuleArgs[];

  /** Whether to run on spare capacity, which is cheaper and may be taken away. Defaults to false. */
  spot?: boolean;

  /** What happens when a spot machine is taken away. Defaults to Delete. */
  onInterruption?: OnInterruption;

  /**
   * Whether the cloud refuses to delete the machine, and so to replace it, until this is turned off.
   * Defaults to false.
   */
  terminationProtection?: boolean;

  /** Name of the machine in the cloud's console. Defaults to the resource name. */
  machineName?: pulumi.Input<string>;

  /** Tags of the machine, its disk and its firewall. Defaults to its name alone. */
  tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;

  /** Refused when true: Flatcar has no boot loader signed for it. Defaults to false. CLOUD_SECURE_BOOT. */
  secureBoot?: boolean;

  /** Refused when true: Flatcar's images are not made for it. Defaults to false. CLOUD_CONFIDENTIAL. */
  confidential?: boolean;
}

/** What is known of a type of machine that no list has. */
export interface DeclaredHardwareArgs {
  /** Processors as Linux counts them, threads included. */
  vcpus?: number;

  /** Memory in MiB. */
  memoryMib?: number;

  /** Processor architecture. */
  architecture?: Architecture;
}
