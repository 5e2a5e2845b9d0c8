import { type GetImageResult, getImage } from "@pulumi/openstack/images";
import * as pulumi from "@pulumi/pulumi";
import { raise } from "../machine/index.js";
import type { OpenStackInstanceArgs } from "./args.js";
import { checkImageFound, checkImageId } from "./check-image.js";
import { lookUp } from "./look-up.js";

/**
 * The id of the image that the args name. Raises CLOUD_IMAGE_ID, OPENSTACK_IMAGE and
 * HARDWARE_ARCHITECTURE_MISMATCH.
 */
export function imageOf(
  machine: pulumi.Resource,
  resourceName: string,
  { imageId, imageName, imageProperties, architecture }: OpenStackInstanceArgs,
): pulumi.Output<string> {
  if (imageId !== undefined) {
    return pulumi.output(imageId).apply((id) => {
      raise(machine, resourceName, checkImageId(id));
      return id;
    });
  }
  return pulumi.all([imageName, imageProperties]).apply(([name = "", properties = {}]) =>
    lookUp(machine, getImage, { name, properties, mostRecent: true }).apply((found) => {
      raise(machine, resourceName, checkImageFound(found, { name, properties, architecture }));
      return (found as GetImageResult).id;
    }),
  );
}
