import type * as pulumi from "@pulumi/pulumi";
import type { CloudMachineArgs } from "../machine/index.js";

/** A virtual machine on Azure. */
export interface AzureInstanceArgs extends CloudMachineArgs {
  /** Resource group of the machine and of everything that is made with it. */
  resourceGroupName: pulumi.Input<string>;

  /** Id of the subnet that the machine's network interface is in. CLOUD_NETWORK. */
  subnetId: pulumi.Input<string>;

  /** Region, as in westeurope. Defaults to azure-native:location, and without it to that of the resource group. */
  location?: pulumi.Input<string>;

  /** Availability zone, 1 to 3. Defaults to none, and Azure then picks a place in the region. CLOUD_ZONE. */
  zone?: pulumi.Input<string>;

  /** Id of an availability set to be in. Defaults to none; a machine in a zone cannot be in one. */
  availabilitySetId?: pulumi.Input<string>;

  /** Id of a proximity placement group to be in. Defaults to none. */
  proximityPlacementGroupId?: pulumi.Input<string>;

  /**
   * Network interfaces that there are, attached beside the machine's own in this order. Each is on one
   * machine at a time. Defaults to none.
   */
  networkInterfaceIds?: pulumi.Input<string>[];

  /** Whether the machine has a public IPv4 address, which stays when the machine is replaced. Defaults to false. */
  publicIp?: boolean;

  /** Whether the machine has an address of the subnet's IPv6 range as well. Defaults to false. */
  ipv6?: boolean;

  /**
   * Ids of user-assigned managed identities that the machine has. Defaults to none, and then nothing on
   * it can speak to Azure by itself.
   */
  identityIds?: pulumi.Input<string>[];

  /** Kind of the disks, as in StandardSSD_LRS or Premium_LRS. Defaults to StandardSSD_LRS. */
  diskType?: pulumi.Input<string>;

  /** Id of the disk encryption set whose key encrypts the disks. Defaults to a key of Azure's own. */
  diskEncryptionSetId?: pulumi.Input<string>;

  /**
   * Whether the host encrypts the disks too, with caches and the temporary disk. The subscription needs the
   * feature Microsoft.Compute/EncryptionAtHost. Defaults to false.
   */
  encryptionAtHost?: pulumi.Input<boolean>;

  /**
   * Where to keep the config in a storage account: the user data then only names it and its SHA-512.
   * The one identity of identityIds needs the role Storage Blob Data Reader there. Defaults to keeping the
   * config in the user data. CLOUD_CONFIG_STORE.
   */
  configContainer?: AzureConfigContainerArgs;

  /**
   * Whether a lock forbids everybody to delete the machine, and Pulumi to delete or replace it, until this
   * is turned off. Defaults to false.
   */
  terminationProtection?: boolean;

  /**
   * Name of the virtual machine. Azure cannot rename it: another name is another machine. Defaults to a
   * name that begins with the resource name.
   */
  machineName?: pulumi.Input<string>;
}

/** A container that there is in a storage account. */
export interface AzureConfigContainerArgs {
  /** Name of the storage account. */
  accountName: pulumi.Input<string>;

  /** Name of the container, to which anonymous access is off. */
  containerName: pulumi.Input<string>;

  /** Resource group of the storage account. Defaults to that of the machine. */
  resourceGroupName?: pulumi.Input<string>;
}
