import type * as pulumi from "@pulumi/pulumi";
import { awsCatalogue } from "../hardware/aws.js";
import { checkCloudMachine } from "../machine/index.js";
import { Report } from "../report/index.js";
import type { AwsInstanceArgs } from "./args.js";
import { checkDisks } from "./check-disks.js";

/** `us-east-1a`, and the longer names of local zones as in `us-west-2-lax-1a`. */
const zone = /^[a-z]+(?:-[a-z]+)+-\d+(?:-[a-z0-9]+-\d+)?[a-z]$/;

/**
 * Everything that a machine on EC2 can have wrong. Raises CLOUD_IMAGE_ID and CLOUD_ZONE beside the rest.
 * `hasSubnet` says whether a subnet is given, known or not.
 */
export function checkMachine(args: pulumi.Unwrap<AwsInstanceArgs>, hasSubnet: boolean): Report {
  const { imageId, availabilityZone } = args;
  const report = checkCloudMachine(args, awsCatalogue).add(checkDisks(args, hasSubnet));
  if (imageId !== undefined && !/^ami-[0-9a-f]+$/.test(imageId)) {
    report.error(
      "CLOUD_IMAGE_ID",
      ["imageId"],
      `"${imageId}" is not the identifier of an AMI`,
      "give one as in ami-0123456789abcdef0, or leave imageId out and name channel or version",
    );
  }
  if (availabilityZone !== undefined && !zone.test(availabilityZone)) {
    report.error(
      "CLOUD_ZONE",
      ["availabilityZone"],
      `"${availabilityZone}" is not the name of a zone`,
      "give the region and a letter, as in eu-central-1a",
    );
  }
  return report;
}

/** CLOUD_NO_IMAGE: whether Flatcar's images are in a partition of AWS. */
export function checkPartition(partition: string): Report {
  const report = new Report();
  if (partition !== "aws") {
    report.error(
      "CLOUD_NO_IMAGE",
      ["imageId"],
      `Flatcar publishes no images in partition ${partition} of AWS, and no imageId is given`,
      "import an image there and give its imageId",
    );
  }
  return report;
}
