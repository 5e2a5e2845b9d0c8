import type * as pulumi from "@pulumi/pulumi";
import type { CloudMachineArgs } from "../machine/index.js";

/** A machine on Compute Engine. */
export interface GcpInstanceArgs extends CloudMachineArgs {
  /** Zone, as in europe-west3-a. Defaults to that of the provider. CLOUD_ZONE. */
  zone?: pulumi.Input<string>;

  /** Project that the machine is in. Defaults to that of the provider. */
  project?: pulumi.Input<string>;

  /** Network of the machine, by name or selfLink. Defaults to that of subnetwork, and without one to default. */
  network?: pulumi.Input<string>;

  /**
   * Subnetwork of the machine, by name, id or selfLink. Defaults to the one that an auto mode network
   * has in the region; a custom mode network needs one to be named.
   */
  subnetwork?: pulumi.Input<string>;

  /** More interfaces, each in a network that no other one is in. Defaults to none. */
  networks?: GcpNetworkArgs[];

  /** Network tags of one's own, which firewall rules of one's own aim at. Defaults to none. CLOUD_NAME. */
  networkTags?: pulumi.Input<pulumi.Input<string>[]>;

  /** Whether the machine has a public IPv4 address. Defaults to false: a subnetwork does not say. */
  publicIp?: boolean;

  /**
   * Whether the machine has an IPv6 address as well, public if those of the subnetwork are. Defaults to
   * false. CLOUD_IPV6.
   */
  ipv6?: boolean;

  /** E-mail address of the service account that the machine acts as. Defaults to none. */
  serviceAccountEmail?: pulumi.Input<string>;

  /**
   * What access tokens of the service account are good for, as in cloud-platform. Defaults to reading
   * from buckets when there is a configBucket, and to nothing otherwise. CLOUD_IDENTITY, CLOUD_CONFIG_STORE.
   */
  serviceAccountScopes?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Kind of the root disk, as in pd-ssd. Defaults to pd-balanced, and to hyperdisk-balanced for machine
   * types that take nothing else. CLOUD_DISK_TYPE.
   */
  diskType?: pulumi.Input<string>;

  /** Key of Cloud KMS that encrypts the disks. Defaults to Google's own. */
  kmsKeySelfLink?: pulumi.Input<string>;

  /**
   * Name of an existing bucket to keep the config in: the user data then only names it and its
   * SHA-512. The object is as private as the bucket; serviceAccountEmail needs
   * storage.objects.get on flatcar/*. Defaults to keeping the config in the user data.
   * CLOUD_CONFIG_STORE.
   */
  configBucket?: pulumi.Input<string>;

  /** Whether one may log in on the serial console. Its output can be read in any case. Defaults to true. */
  serialConsole?: pulumi.Input<boolean>;

  /**
   * Name of the machine in the project. Defaults to one made of the resource name. With a fixed name a
   * machine that is replaced is deleted first. CLOUD_NAME.
   */
  machineName?: pulumi.Input<string>;

  /** Labels of the machine and its disks. Defaults to none. CLOUD_TAG. */
  tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/** One more interface of a machine. */
export interface GcpNetworkArgs {
  /** Network, by name or selfLink. */
  network: pulumi.Input<string>;

  /** Subnetwork of it, by name, id or selfLink. Defaults to the one that an auto mode network has in the region. */
  subnetwork?: pulumi.Input<string>;

  /** Whether the interface has a public IPv4 address. Defaults to false. */
  publicIp?: boolean;
}
