import { Disk, type DiskArgs } from "@pulumi/gcp/compute/disk";
import * as pulumi from "@pulumi/pulumi";
import { checkDiskZone, type DataDiskArgs, knownNow, onDevices, raise } from "../machine/index.js";
import type { GcpInstanceArgs } from "./args.js";

/**
 * The data disks for config and checks, each under the name that its links on the machine end in, and
 * with what is known of its kind at once.
 */
export function onMachine(disks: readonly DataDiskArgs[] | undefined) {
  return onDevices(disks, ({ name }) => `/dev/disk/by-id/google-${name}`)?.map((disk, index) => ({
    ...disk,
    diskType: knownNow(disks?.[index]?.diskType).value,
  }));
}

/**
 * A disk for every data disk, in the zone of the machine, and how each is attached. Kind, key and place
 * stay those that it was made with: Compute Engine would make it anew for another one, without what is
 * on it. Raises DATA_DISK_ZONE.
 */
export function makeDataDisks(
  machine: pulumi.Resource,
  name: string,
  { dataDisks = [], zone, project, kmsKeySelfLink }: GcpInstanceArgs,
  { labels, diskType }: Pick<DiskArgs, "labels"> & { diskType: pulumi.Input<string> },
) {
  return dataDisks.map((disk) => {
    const made = new Disk(
      `${name}-disk-${disk.name}`,
      {
        size: disk.sizeGb,
        type: disk.diskType ?? diskType,
        zone,
        project,
        diskEncryptionKey: kmsKeySelfLink === undefined ? undefined : { kmsKeySelfLink },
        labels,
      },
      { parent: machine, ignoreChanges: ["type", "zone", "project", "diskEncryptionKey"] },
    );
    const source = pulumi.all([made.selfLink, made.zone, zone]).apply(([link, is, wanted = is]) => {
      raise(machine, name, checkDiskZone(disk.name, is, wanted));
      return link;
    });
    return { source, deviceName: disk.name };
  });
}
