import * as pulumi from "@pulumi/pulumi";
import { type DataDiskArgs, onDevices } from "./data-disks.js";

/** Data disks for `prepare` whose devices follow from volumes that are still to be made, and how to say them. */
export function promiseDisks(disks: readonly DataDiskArgs[] | undefined) {
  const [devices, resolve] = pulumi.deferredOutput<string[]>();
  return {
    dataDisks: onDevices(disks, (_, index) => devices.apply((all) => all[index] ?? "")),
    know: (made: readonly pulumi.Output<string>[]) => resolve(pulumi.all([...made])),
  };
}
