import type { CloudMachineArgs } from "./cloud-args.js";

/** The args of a machine that are inputs of its component, so that a policy may judge them; never the config. */
export function shownArgs(args: CloudMachineArgs) {
  const { instanceType, architecture, channel, version, imageId, diskGb, hardwareWaiver } = args;
  return { instanceType, architecture, channel, version, imageId, diskGb, hardwareWaiver };
}
