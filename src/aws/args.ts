import type * as pulumi from "@pulumi/pulumi";
import type { CloudMachineArgs } from "../machine/index.js";

/** A machine on EC2. */
export interface AwsInstanceArgs extends CloudMachineArgs {
  /** Subnet of the machine. Defaults to one of the default VPC. */
  subnetId?: pulumi.Input<string>;

  /**
   * Security groups of one's own, beside the one that ingress makes. Defaults to none, and without
   * ingress the machine is then in the default group of its VPC.
   */
  securityGroupIds?: pulumi.Input<pulumi.Input<string>[]>;

  /** Zone, as in eu-central-1a. Defaults to that of the subnet. CLOUD_ZONE. */
  availabilityZone?: pulumi.Input<string>;

  /**
   * Network interfaces that there are, attached beside the machine's own in this order. Each is on one
   * machine at a time. Defaults to none.
   */
  networkInterfaceIds?: pulumi.Input<string>[];

  /** Name of the placement group to start in. Defaults to none. */
  placementGroup?: pulumi.Input<string>;

  /** Name of the instance profile whose role the machine has. Defaults to no role. */
  iamInstanceProfile?: pulumi.Input<string>;

  /** Kind of the root volume, as in gp3 or io2. Defaults to gp3. */
  diskType?: pulumi.Input<string>;

  /** Whether the volumes are encrypted; data disks stay as they were made. Defaults to true. */
  diskEncrypted?: pulumi.Input<boolean>;

  /** Key that encrypts the volumes; data disks keep theirs. Defaults to the account's own for EBS. */
  kmsKeyId?: pulumi.Input<string>;

  /**
   * Name of an existing bucket to keep the config in: the user data then only names it and its
   * SHA-512. The object is private; the role of iamInstanceProfile needs s3:GetObject on flatcar/*.
   * Defaults to keeping the config in the user data.
   */
  configBucket?: pulumi.Input<string>;

  /**
   * How many network hops an answer of the metadata service may go: 2 lets containers on a bridge
   * read it, and with it the user data. Defaults to 1.
   */
  metadataHopLimit?: pulumi.Input<number>;

  /** Whether CloudWatch gets figures every minute instead of every five, at a price. Defaults to false. */
  detailedMonitoring?: pulumi.Input<boolean>;
}
