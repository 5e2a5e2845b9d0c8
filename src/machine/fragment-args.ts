import type * as pulumi from "@pulumi/pulumi";
import type { DiskArgs, FilesystemArgs, LuksArgs, RaidArgs } from "./disk-args.js";
import type { GroupArgs, UserArgs } from "./passwd-args.js";
import type { DirectoryArgs, FileArgs, HttpHeaderArgs, LinkArgs } from "./storage-args.js";
import type { SystemdUnitArgs } from "./systemd-args.js";

/** What can be said about a machine's configuration: the sections of Ignition, and whole documents. */
export interface IgnitionSectionsArgs {
  /** Systemd units, with drop-ins. */
  units?: pulumi.Input<pulumi.Input<SystemdUnitArgs>[]>;

  /** Files. */
  files?: pulumi.Input<pulumi.Input<FileArgs>[]>;

  /** Directories. */
  directories?: pulumi.Input<pulumi.Input<DirectoryArgs>[]>;

  /** Symbolic and hard links. */
  links?: pulumi.Input<pulumi.Input<LinkArgs>[]>;

  /** Users. */
  users?: pulumi.Input<pulumi.Input<UserArgs>[]>;

  /** Groups. */
  groups?: pulumi.Input<pulumi.Input<GroupArgs>[]>;

  /** Disks and partitions. */
  disks?: pulumi.Input<pulumi.Input<DiskArgs>[]>;

  /** Software RAID arrays. */
  raid?: pulumi.Input<pulumi.Input<RaidArgs>[]>;

  /** Filesystems. */
  filesystems?: pulumi.Input<pulumi.Input<FilesystemArgs>[]>;

  /** Encrypted devices. */
  luks?: pulumi.Input<pulumi.Input<LuksArgs>[]>;

  /**
   * Arguments of the kernel that must, or must not, be there. They cost one more reboot in the
   * first boot.
   */
  kernelArguments?: pulumi.Input<KernelArgumentsArgs>;

  /** Butane documents, variant flatcar 1.0.0 or 1.1.0. Typed sections win over them. */
  butane?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Ignition documents as JSON text, spec 3.0.0 to 3.6.0. Typed sections and Butane documents
   * win over them.
   */
  ignition?: pulumi.Input<pulumi.Input<string>[]>;

  /** Configs that the machine fetches when it boots and merges with this one. */
  configReferences?: pulumi.Input<ConfigReferencesArgs>;

  /** Proxy for what is fetched while the machine is provisioned. */
  proxy?: pulumi.Input<ProxyArgs>;

  /** Time limits of what is fetched while the machine is provisioned. */
  timeouts?: pulumi.Input<TimeoutsArgs>;
}

/** A named part of a configuration, to be shared between machines. */
export interface FragmentArgs extends IgnitionSectionsArgs {
  /** Name that messages use. */
  name?: pulumi.Input<string>;

  /** Fragments below this one, in order; its own sections win over them. */
  fragments?: pulumi.Input<pulumi.Input<FragmentArgs>[]>;
}

/** Arguments of the kernel. */
export interface KernelArgumentsArgs {
  /** Arguments that must be there. */
  shouldExist?: pulumi.Input<pulumi.Input<string>[]>;

  /** Arguments that must not be there. */
  shouldNotExist?: pulumi.Input<pulumi.Input<string>[]>;
}

/** Configs by URL. */
export interface ConfigReferencesArgs {
  /** Merged in order; later ones win. */
  merge?: pulumi.Input<pulumi.Input<ResourceArgs>[]>;

  /** Replaces this config as a whole. */
  replace?: pulumi.Input<ResourceArgs>;
}

/** Bytes from a URL, in Ignition's own shape. */
export interface ResourceArgs {
  /** URL. */
  source?: pulumi.Input<string>;

  /** gzip, or empty for not compressed. */
  compression?: pulumi.Input<string>;

  /** Digest that the bytes must have. */
  verification?: pulumi.Input<VerificationArgs>;

  /** Headers to send; http and https only. */
  httpHeaders?: pulumi.Input<pulumi.Input<HttpHeaderArgs>[]>;
}

/** A digest. */
export interface VerificationArgs {
  /** sha512- or sha256- and lower-case hexadecimal. */
  hash?: pulumi.Input<string>;
}

/** Proxy settings. */
export interface ProxyArgs {
  /** Proxy for http. */
  httpProxy?: pulumi.Input<string>;

  /** Proxy for https. */
  httpsProxy?: pulumi.Input<string>;

  /** Hosts that are asked directly. */
  noProxy?: pulumi.Input<pulumi.Input<string>[]>;
}

/** Time limits in seconds. */
export interface TimeoutsArgs {
  /** Until a server must begin to answer. Defaults to 10. */
  httpResponseHeaders?: pulumi.Input<number>;

  /** For a whole request, with all attempts. Defaults to no limit. */
  httpTotal?: pulumi.Input<number>;
}
