import { type Instance, NetworkInterfaceAttachment } from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";

/**
 * Attaches network interfaces that there are to the instance, by resources of their own: in the instance's
 * own block every change would replace it.
 */
export function attachInterfaces(
  machine: pulumi.Resource,
  name: string,
  networkInterfaceIds: readonly pulumi.Input<string>[],
  { id: instanceId }: Instance,
): void {
  networkInterfaceIds.forEach((networkInterfaceId, index) => {
    // The machine's own interface is number 0.
    const deviceIndex = index + 1;
    new NetworkInterfaceAttachment(
      `${name}-interface-${deviceIndex}`,
      { deviceIndex, instanceId, networkInterfaceId },
      { parent: machine, deleteBeforeReplace: true },
    );
  });
}
