import type { Volume } from "@pulumi/openstack/blockstorage";
import type * as pulumi from "@pulumi/pulumi";
import { standardProfile } from "../hardware/index.js";
import { profileOf } from "../machine/index.js";
import type { OpenStackInstanceArgs } from "./args.js";
import { startsFromVolume } from "./check.js";

/**
 * The disks of a server, the root disk first. Without any volume there are none to name: nova then
 * starts the image on the flavor's disk.
 */
export function blockDevices(
  args: OpenStackInstanceArgs,
  image: pulumi.Output<string>,
  volumes: readonly Volume[],
) {
  const fromVolume = startsFromVolume(args);
  if (!fromVolume && volumes.length === 0) return undefined;
  const { profile = standardProfile } = profileOf(args.hardwareProfile);
  const root = {
    sourceType: "image",
    uuid: image,
    bootIndex: 0,
    deleteOnTermination: true,
    ...(fromVolume
      ? {
          destinationType: "volume",
          volumeSize: args.diskGb ?? profile.diskGb,
          volumeType: args.diskType,
        }
      : { destinationType: "local" }),
  };
  const data = volumes.map((volume) => ({
    sourceType: "volume",
    destinationType: "volume",
    uuid: volume.id,
    bootIndex: -1,
    deleteOnTermination: false,
    // Its name on the machine is that of a virtio disk, whatever the image says of disks.
    deviceType: "disk",
    diskBus: "virtio",
  }));
  return [root, ...data];
}
