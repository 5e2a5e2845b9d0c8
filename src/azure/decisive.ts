import type * as pulumi from "@pulumi/pulumi";
import { onDevices } from "../machine/index.js";
import type { AzureInstanceArgs } from "./args.js";

/**
 * The args that the config and its checks hang on. The others are handed on as they are: a tag that is
 * not known in a preview must not make the user data unknown, and the machine look replaced. Of some
 * only whether they are given counts.
 */
export function decisive(args: AzureInstanceArgs) {
  const {
    resourceGroupName,
    location,
    subnetId,
    availabilitySetId,
    proximityPlacementGroupId,
    networkInterfaceIds,
    identityIds = [],
    diskType,
    diskEncryptionSetId,
    encryptionAtHost,
    configContainer,
    tags,
    machineName,
    terminationProtection,
    dataDisks,
    ...rest
  } = args;
  return {
    ...rest,
    dataDisks: onDevices(dataDisks, (_, index) => deviceOf(index)),
    hasSubnet: subnetId !== undefined,
    identities: identityIds.length,
    isStored: configContainer !== undefined,
  };
}

/** What is left of them when every promise is kept. */
export type Decisive = pulumi.Unwrap<ReturnType<typeof decisive>>;

/** Whether the config names a data disk. */
export function hasMounts({ dataDisks = [] }: { dataDisks?: { mountPath?: string }[] }): boolean {
  return dataDisks.some(({ mountPath }) => mountPath !== undefined);
}

/**
 * What a data disk is called on the machine, by its place on the SCSI controller for data disks. The rules
 * for that are in Flatcar's initramfs (flatcar/bootengine, dracut/30ignition).
 */
function deviceOf(index: number): string {
  return `/dev/disk/azure/scsi1/lun${index}`;
}
