import { Volume } from "@pulumi/openstack/blockstorage";
import type * as pulumi from "@pulumi/pulumi";
import type { OpenStackInstanceArgs } from "./args.js";

/**
 * What a volume is called on a machine: nova gives its id as the serial of a virtio disk, and the kernel
 * takes the first 20 characters of that.
 */
export function deviceOf(volumeId: string): string {
  return `/dev/disk/by-id/virtio-${volumeId.slice(0, 20)}`;
}

/**
 * A volume for every data disk. Its type stays the one that it was made with: the provider would make it
 * anew for another one, without what is on it.
 */
export function makeDataDisks(
  name: string,
  { dataDisks = [], diskType, tags }: OpenStackInstanceArgs,
  options: pulumi.CustomResourceOptions,
): Volume[] {
  return dataDisks.map((disk) => {
    const volume = `${name}-disk-${disk.name}`;
    return new Volume(
      volume,
      {
        name: volume,
        size: disk.sizeGb,
        volumeType: disk.diskType ?? diskType,
        enableOnlineResize: true,
        metadata: tags,
      },
      { ...options, ignoreChanges: ["volumeType"] },
    );
  });
}
