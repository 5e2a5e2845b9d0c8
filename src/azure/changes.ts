import type * as pulumi from "@pulumi/pulumi";
import { keptProperties } from "../machine/index.js";
import type { AzureInstanceArgs } from "./args.js";

/**
 * What Azure refuses to change on a machine that runs, although the provider's preview says that it would
 * (pulumi/pulumi-azure-native#577).
 */
const fixed = [
  "osProfile",
  "storageProfile.imageReference",
  "storageProfile.osDisk",
  "storageProfile.diskControllerType",
  // Another disk in the same place; one more at the end is attached while the machine runs.
  "storageProfile.dataDisks[*].managedDisk.id",
  "networkProfile",
  "securityProfile",
  "zones",
  "availabilitySet",
  "proximityPlacementGroup",
  "priority",
  "evictionPolicy",
];

/** What a change does to the virtual machine. */
export function changes(args: AzureInstanceArgs): pulumi.CustomResourceOptions {
  return {
    replaceOnChanges: fixed,
    // It holds its network interface and its data disks.
    deleteBeforeReplace: true,
    ignoreChanges: keptProperties(args, {
      config: "osProfile",
      image: ["storageProfile.imageReference"],
    }),
    // Pulumi would take the lock away by itself. Unset, it is what the component's options say.
    protect: args.terminationProtection || undefined,
  };
}
