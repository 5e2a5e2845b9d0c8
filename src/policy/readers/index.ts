import { Inputs } from "../inputs.js";
import type { Machine, Reader, ReaderOptions } from "../machine.js";
import { awsReaders } from "./aws.js";
import { azureReaders, withoutApiVersion } from "./azure.js";
import { gcpReaders } from "./gcp.js";
import { openstackReaders } from "./openstack.js";
import { ownReaders } from "./own.js";

const readers: ReadonlyMap<string, Reader> = new Map(
  [awsReaders, azureReaders, gcpReaders, openstackReaders, ownReaders].flatMap(Object.entries),
);

/** Every type of resource that the policies read. */
export const readTypes: readonly string[] = Object.freeze([...readers.keys()]);

/** Whether a type of resource is one of them, in any API version. */
export function isRead(type: string): boolean {
  return readers.has(withoutApiVersion(type));
}

/** The machines that a resource makes or describes; undefined when it is of another kind. */
export function readMachines(
  type: string,
  props: unknown,
  options: ReaderOptions,
): readonly Machine[] | undefined {
  return readers.get(withoutApiVersion(type))?.(new Inputs(props), options);
}
