import type * as pulumi from "@pulumi/pulumi";
import { checkCloudMachine } from "../machine/index.js";
import { Report, root } from "../report/index.js";
import type { OpenStackInstanceArgs } from "./args.js";
import { checkFlavorArgs } from "./check-flavor.js";
import { checkImageArgs } from "./check-image.js";
import { checkPorts } from "./check-network.js";

/** Whether the root disk is a volume. */
export function startsFromVolume({
  bootFromVolume,
  diskGb,
  diskType,
}: Pick<OpenStackInstanceArgs, "bootFromVolume" | "diskGb" | "diskType">): boolean {
  return bootFromVolume ?? (diskGb !== undefined || diskType !== undefined);
}

/**
 * Everything that a machine on OpenStack can have wrong by its args alone: the values that are `known`,
 * and which ones are `given` at all. Raises OPENSTACK_NOT_OFFERED and OPENSTACK_ROOT_DISK, and what
 * image, flavor and ports raise.
 */
export function checkMachine(
  known: pulumi.Unwrap<OpenStackInstanceArgs>,
  given: OpenStackInstanceArgs,
): Report {
  return checkCloudMachine(known)
    .add(checkOffered(known))
    .add(checkRootDisk(given))
    .add(checkImageArgs(given))
    .add(checkFlavorArgs(given))
    .add(checkPorts(given.ports));
}

/** Words of other clouds, and why there is nothing here that they could mean. */
const notOffered = [
  ["spot", "OpenStack has no machines on spare capacity", "leave spot out"],
  [
    "terminationProtection",
    "the provider cannot lock a server",
    "leave terminationProtection out, and use protect of the Pulumi options",
  ],
  ["hardware", "the cloud itself says what a flavor has", "leave hardware out"],
] as const;

function checkOffered(args: pulumi.Unwrap<OpenStackInstanceArgs>): Report {
  const report = new Report();
  for (const [word, message, hint] of notOffered) {
    if (args[word]) report.error("OPENSTACK_NOT_OFFERED", [word], message, hint);
  }
  return report;
}

function checkRootDisk({ bootFromVolume, diskGb, diskType }: OpenStackInstanceArgs): Report {
  const report = new Report();
  if (bootFromVolume !== false) return report;
  for (const [word, value] of Object.entries({ diskGb, diskType })) {
    if (value === undefined) continue;
    report.error(
      "OPENSTACK_ROOT_DISK",
      [word],
      `the flavor says how the root disk is when bootFromVolume is false, and ${word} is given`,
      `leave bootFromVolume out to start from a volume, or leave ${word} out`,
    );
  }
  return report;
}

/** OPENSTACK_SERVER_ERROR: whether nova gave up a server. */
export function checkServerState(id: string, state: string | undefined, urn: string): Report {
  const report = new Report();
  if (state === "error") {
    report.error(
      "OPENSTACK_SERVER_ERROR",
      root,
      `server ${id} is in state ERROR`,
      `read why in \`openstack server show ${id} -c fault\`, and then replace it: pulumi up --replace '${urn}'`,
    );
  }
  return report;
}
