import { Volume } from "@pulumi/aws/ebs";
import { getSubnetOutput, type Instance, VolumeAttachment } from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { checkDiskZone, type DataDiskArgs, OnInterruption, raise } from "../machine/index.js";
import type { AwsInstanceArgs } from "./args.js";
import { deviceLetters } from "./check-disks.js";

/** A data disk that is made, or will be. */
export interface MadeDisk {
  readonly disk: DataDiskArgs;
  readonly volume: Volume;
  /** Its name on the machine, known once the volume stands in the machine's zone. */
  readonly device: pulumi.Output<string>;
}

/** What a volume is called on a machine of the Nitro system: by the id that NVMe shows as its serial. */
export function deviceOf(volumeId: string): string {
  return `/dev/disk/by-id/nvme-Amazon_Elastic_Block_Store_${volumeId.replace("-", "")}`;
}

/**
 * An EBS volume for every data disk, in the zone of the machine. Zone and encryption stay those that it
 * was made with: EC2 would make it anew for another one, without what is on it. Raises DATA_DISK_ZONE.
 */
export function makeDataDisks(
  machine: pulumi.Resource,
  name: string,
  args: AwsInstanceArgs,
  tags: pulumi.Output<{ Name: string }>,
): MadeDisk[] {
  const { dataDisks = [], availabilityZone, subnetId } = args;
  if (dataDisks.length === 0) return [];
  const parent = machine;
  const zone = pulumi.output(
    availabilityZone ?? getSubnetOutput({ id: subnetId }, { parent }).availabilityZone,
  );
  return dataDisks.map((disk) => {
    const volume = new Volume(
      `${name}-disk-${disk.name}`,
      {
        availabilityZone: zone,
        size: disk.sizeGb,
        type: disk.diskType ?? args.diskType ?? "gp3",
        encrypted: args.diskEncrypted ?? true,
        kmsKeyId: args.kmsKeyId,
        tags: tags.apply((own) => ({ ...own, Name: `${own.Name}-${disk.name}` })),
      },
      { parent, ignoreChanges: ["availabilityZone", "encrypted", "kmsKeyId"] },
    );
    const device = pulumi
      .all([volume.id, volume.availabilityZone, zone])
      .apply(([id, is, wanted]) => {
        raise(machine, name, checkDiskZone(disk.name, is, wanted));
        return deviceOf(id);
      });
    return { disk, volume, device };
  });
}

/**
 * Attaches the disks to the instance. A volume is in one place at a time, so it leaves its machine, which
 * is stopped for that, before it comes to another. EC2 stops no spot machine that it asked for once: there
 * the volume is free when the machine is deleted.
 */
export function attachDataDisks(
  machine: pulumi.Resource,
  name: string,
  { spot, onInterruption }: AwsInstanceArgs,
  { id: instanceId }: Instance,
  disks: readonly MadeDisk[],
): void {
  const stops = !spot || onInterruption === OnInterruption.Stop;
  disks.forEach(({ disk, volume }, index) => {
    new VolumeAttachment(
      `${name}-attachment-${disk.name}`,
      {
        deviceName: `/dev/sd${deviceLetters.charAt(index)}`,
        instanceId,
        volumeId: volume.id,
        ...(stops ? { stopInstanceBeforeDetaching: true } : { skipDestroy: true }),
      },
      // A letter says nothing on the machine, and its neighbour's may not be free yet.
      { parent: machine, deleteBeforeReplace: true, ignoreChanges: ["deviceName"] },
    );
  });
}
