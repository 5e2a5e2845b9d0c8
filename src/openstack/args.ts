import type * as pulumi from "@pulumi/pulumi";
import type { Channel } from "../flatcar/index.js";
import type { Architecture } from "../hardware/index.js";
import type { CloudMachineArgs } from "../machine/index.js";

/**
 * A machine on OpenStack. Its instanceType is the name of a flavor, and what that flavor has is asked of
 * the cloud. Refused are words for what OpenStack does not have: spot, onInterruption,
 * terminationProtection and hardware. OPENSTACK_NOT_OFFERED.
 */
export interface OpenStackInstanceArgs extends CloudMachineArgs {
  /** Flavor by its id, in place of instanceType. OPENSTACK_FLAVOR. */
  flavorId?: pulumi.Input<string>;

  /** Image by its name, in place of imageId: the newest one of that name. OPENSTACK_IMAGE. */
  imageName?: pulumi.Input<string>;

  /** Properties that the image of that name has, as in flatcar_version. Defaults to any. OPENSTACK_IMAGE. */
  imageProperties?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;

  /**
   * Whether nova gives the user data on a drive as well, so that the machine comes up without a metadata
   * service. Defaults to true.
   */
  configDrive?: boolean;

  /** Name of an existing key pair, whose key is added to those of the config. Defaults to none. */
  keyPair?: pulumi.Input<string>;

  /**
   * Its ports in their order, each made for it or an existing one; the floating address is for the
   * first. Defaults to one on the only network that the project sees inside. OPENSTACK_PORT,
   * OPENSTACK_NETWORK.
   */
  ports?: OpenStackPortArgs[];

  /**
   * Security groups of one's own on the ports that are made for it, beside the one that ingress makes.
   * Defaults to none, and without ingress the ports are then in the default group of the project.
   */
  securityGroupIds?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Name of the external network that its floating address comes from, when publicIp is not false.
   * Defaults to the only external network when publicIp is true, else to no floating address.
   * OPENSTACK_NETWORK.
   */
  floatingIpPool?: pulumi.Input<string>;

  /** Availability zone, whose names are the cloud's own. Defaults to what the cloud chooses. */
  availabilityZone?: pulumi.Input<string>;

  /** Server group, which keeps its members together or apart. Defaults to none. */
  serverGroupId?: pulumi.Input<string>;

  /**
   * Whether the root disk is a volume of Cinder, which goes with the machine, and not the flavor's disk
   * on the compute host. Defaults to true with diskGb or diskType, else to false. OPENSTACK_ROOT_DISK.
   */
  bootFromVolume?: boolean;

  /** Volume type of the root disk, as the cloud names it. Defaults to the cloud's own default. */
  diskType?: pulumi.Input<string>;
}

/** A port: an existing one, or one that is made on a network. OPENSTACK_PORT. */
export interface OpenStackPortArgs {
  /** An existing port; nothing else can be said of it here. */
  portId?: pulumi.Input<string>;

  /** Name of the network. Defaults to the network of subnetId, or else to the only one inside. */
  network?: pulumi.Input<string>;

  /** The network by its id, in place of its name. */
  networkId?: pulumi.Input<string>;

  /** Subnet that the address is of. Defaults to one of the network for IPv4, and one for IPv6. */
  subnetId?: pulumi.Input<string>;

  /** Address in that subnet. Defaults to a free one. */
  fixedIp?: pulumi.Input<string>;

  /** Addresses besides its own that it may send from, as of a virtual router. Defaults to none. */
  allowedAddressPairs?: pulumi.Input<pulumi.Input<AllowedAddressPairArgs>[]>;
}

/** An address that a port may send from beside its own. */
export interface AllowedAddressPairArgs {
  /** Address, or range of addresses. */
  ipAddress: pulumi.Input<string>;

  /** MAC address. Defaults to that of the port. */
  macAddress?: pulumi.Input<string>;
}

/** Flatcar's image in the Glance of a cloud. */
export interface OpenStackImageArgs {
  /** Release channel. Defaults to stable. FLATCAR_CHANNEL_UNKNOWN. */
  channel?: Channel;

  /**
   * Exact Flatcar version, as in 4593.2.5. Defaults to the newest of the channel on the day that the
   * image is made. FLATCAR_VERSION_INVALID, FLATCAR_VERSION_CHANNEL.
   */
  version?: string;

  /** Processor architecture. Defaults to x64. HARDWARE_ARCHITECTURE. */
  architecture?: Architecture;

  /**
   * Address of a copy of the release server, with its layout: `<mirrorUrl>/amd64-usr/<version>/…`.
   * Defaults to Flatcar's own server, over https.
   */
  mirrorUrl?: pulumi.Input<string>;

  /**
   * SHA-512 of the file, hexadecimal, as in its .DIGESTS. What Glance holds is compared with it before
   * a machine gets the image. Defaults to no comparison. OPENSTACK_IMAGE_HASH.
   */
  sha512?: pulumi.Input<string>;

  /**
   * Whether Glance fetches the file itself, where it is allowed to and has a way out. Defaults to
   * false: the file is downloaded where Pulumi runs, and uploaded.
   */
  webDownload?: boolean;

  /** Name of the image in Glance. Defaults to one of channel, version and architecture. */
  imageName?: pulumi.Input<string>;

  /** Who sees it: private, shared, community or public. Defaults to private. */
  visibility?: pulumi.Input<string>;

  /** Smallest root disk that it is started on, in GiB. Defaults to what the release unpacks to, 9 or 13. */
  minDiskGb?: pulumi.Input<number>;

  /** Least memory that it is started with, in MiB. Defaults to 0, no limit. */
  minRamMb?: pulumi.Input<number>;

  /**
   * Properties beside those that Flatcar needs and that tell release and architecture, or in their
   * place. Defaults to none.
   */
  properties?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;

  /** Whether Glance refuses to delete it until this is turned off. Defaults to false. */
  protected?: pulumi.Input<boolean>;
}
