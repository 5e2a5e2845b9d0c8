import type { InstanceArgs } from "@pulumi/gcp/compute/instance";
import type * as pulumi from "@pulumi/pulumi";
import { OnInterruption } from "../machine/index.js";
import type { GcpInstanceArgs } from "./args.js";
import { staysOnHost } from "./families.js";

/** What Compute Engine does with a machine when it wants the capacity back, or maintains the host. */
export function schedulingOf(
  { spot, onInterruption = OnInterruption.Delete }: GcpInstanceArgs,
  type: pulumi.Output<string>,
): InstanceArgs["scheduling"] {
  if (!spot) {
    return type.apply((each) =>
      staysOnHost(each) ? { onHostMaintenance: "TERMINATE" } : undefined,
    );
  }
  return {
    provisioningModel: "SPOT",
    preemptible: true,
    // Compute Engine takes no spot machine that is to be started again by itself.
    automaticRestart: false,
    instanceTerminationAction: onInterruption === OnInterruption.Stop ? "STOP" : "DELETE",
  };
}
