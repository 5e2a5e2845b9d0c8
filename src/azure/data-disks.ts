import { Disk } from "@pulumi/azure-native/compute/disk";
import * as pulumi from "@pulumi/pulumi";
import { checkDiskZone, raise } from "../machine/index.js";
import type { AzureInstanceArgs } from "./args.js";

/** Kind of the disks when none is named; every size takes it. */
export const usualDiskType = "StandardSSD_LRS";

/**
 * The disks for the profile of a machine, each a resource that outlives it. A disk stays where it was made and
 * encrypted as it was: Azure would make it anew elsewhere, without what is on it. Raises DATA_DISK_ZONE.
 */
export function makeDataDisks(machine: pulumi.Resource, name: string, args: AzureInstanceArgs) {
  const { dataDisks = [], resourceGroupName, location, zone, diskEncryptionSetId, tags } = args;
  return dataDisks.map((disk, lun) => {
    const made = new Disk(
      `${name}-disk-${disk.name}`,
      {
        resourceGroupName,
        location,
        zones: zone === undefined ? undefined : [zone],
        creationData: { createOption: "Empty" },
        diskSizeGB: disk.sizeGb,
        sku: { name: disk.diskType ?? args.diskType ?? usualDiskType },
        encryption:
          diskEncryptionSetId === undefined
            ? undefined
            : { type: "EncryptionAtRestWithCustomerKey", diskEncryptionSetId },
        tags,
      },
      { parent: machine, ignoreChanges: ["resourceGroupName", "location", "zones", "encryption"] },
    );
    const id = pulumi
      .all([made.id, made.location, made.zones, location, zone])
      .apply(([diskId, isIn, zones, wantedIn = isIn, wantedZone]) => {
        const [is, wanted] = [placeOf(isIn, zones?.[0]), placeOf(wantedIn, wantedZone)];
        raise(machine, name, checkDiskZone(disk.name, is, wanted));
        return diskId;
      });
    return { lun, createOption: "Attach", deleteOption: "Detach", managedDisk: { id } };
  });
}

/** A zone with its region, for which Azure also takes West Europe. */
function placeOf(location: string, zone = "none"): string {
  return `${zone} of ${location.replaceAll(" ", "").toLowerCase()}`;
}
