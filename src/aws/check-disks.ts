import type * as pulumi from "@pulumi/pulumi";
import { awsCatalogue } from "../hardware/aws.js";
import { lookUpType } from "../hardware/index.js";
import { Report } from "../report/index.js";
import type { AwsInstanceArgs } from "./args.js";

/** Last letters of the names under which EBS volumes are attached; those before f are of the root volume and the type's own disks. */
export const deviceLetters = "fghijklmnopqrstuvwxyz";

/**
 * What EC2 asks of data disks beside the rest. Raises DATA_DISK_ZONE, DATA_DISK_COUNT and DATA_DISK_DEVICE.
 * `hasSubnet` says whether a subnet, known or not, tells the zone.
 */
export function checkDisks(args: pulumi.Unwrap<AwsInstanceArgs>, hasSubnet: boolean): Report {
  const { dataDisks = [], availabilityZone, instanceType } = args;
  const report = new Report();
  if (dataDisks.length === 0) return report;
  if (availabilityZone === undefined && !hasSubnet) {
    report.error(
      "DATA_DISK_ZONE",
      ["dataDisks"],
      "data disks are made in the zone of the machine, and neither subnetId nor availabilityZone is given",
      "say in availabilityZone or subnetId where the machine is",
      { missing: ["availabilityZone"] },
    );
  }
  if (dataDisks.length > deviceLetters.length) {
    report.error(
      "DATA_DISK_COUNT",
      ["dataDisks"],
      `EC2 attaches at most ${deviceLetters.length} data disks to a machine, and there are ${dataDisks.length}`,
      "use fewer and larger disks",
    );
  }
  if (
    instanceType !== undefined &&
    lookUpType(awsCatalogue, instanceType)?.traits.includes("xen")
  ) {
    report.error(
      "DATA_DISK_DEVICE",
      ["instanceType"],
      `${instanceType} is of the Xen system, which gives disks no names that stay with them`,
      "use a type of the Nitro system, as all newer ones are, or leave dataDisks out",
    );
  }
  return report;
}
