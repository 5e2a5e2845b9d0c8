import * as pulumi from "@pulumi/pulumi";
import { type Path, Report } from "../report/index.js";
import type { BareMetalInstanceArgs, PxeBootDirectoryArgs } from "./args.js";

/** What must belong to one machine only. */
const claims = {
  mac: {
    code: "PXE_MAC_DUPLICATE",
    describe: (mac: string) => mac,
    hint: "every card has an address of its own; correct one of the two",
  },
  hostname: {
    code: "PXE_HOSTNAME_DUPLICATE",
    describe: (hostname: string) => `hostname "${hostname}"`,
    hint: "give one of the two machines another hostname",
  },
  address: {
    code: "PXE_ADDRESS_DUPLICATE",
    describe: (address: string) => address,
    hint: "give one of the two machines another address",
  },
  name: {
    code: "PXE_NAME_DUPLICATE",
    describe: () => "this resource name",
    hint: "give one of the two machines another resource name",
  },
} as const;

/** A kind of thing that two machines must not share. */
type ClaimKind = keyof typeof claims;

/** Something a machine claims for itself, and where that was written. */
export interface Claim {
  readonly kind: ClaimKind;
  readonly value: string;
  readonly path: Path;
}

/** A machine that claims. */
export interface Owner {
  /** Tells two machines of one name apart. */
  readonly resource: object;
  readonly name: string;
}

/** The machines of one boot directory in this run of the program. */
export interface Directory {
  readonly owners: Map<string, Owner>;
  readonly defaults: Omit<PxeBootDirectoryArgs, "directory" | "baseUrl">;
  /** What writes the files that all machines need. */
  readonly resources?: readonly pulumi.Resource[];
}

/** A component's `directory` Output stands for the directory itself; it goes when the program does. */
const byOutput = new WeakMap<object, Directory>();

/** Folders that machines name by text, by run: one process may run several programs. */
const byText = new WeakMap<object, Map<string, Directory>>();

/** Remembers what a boot directory says for all its machines. */
export function describeDirectory(
  output: pulumi.Output<string>,
  { directory, baseUrl, ...defaults }: PxeBootDirectoryArgs,
  resources: readonly pulumi.Resource[],
): void {
  byOutput.set(output, { owners: new Map(), defaults, resources });
}

/** The record of the boot directory that a machine names, or of its Matchbox. */
export function recordOf({
  directory = "",
  matchbox,
}: Pick<BareMetalInstanceArgs, "directory" | "matchbox">): Directory {
  return directoryOf(matchbox?.endpoint ?? directory);
}

function directoryOf(directory: pulumi.Input<string>): Directory {
  if (typeof directory === "object") {
    const known = byOutput.get(directory);
    if (known) return known;
  }
  const run = runOf();
  const folders = byText.get(run) ?? new Map<string, Directory>();
  byText.set(run, folders);
  const key = typeof directory === "string" ? directory : "";
  const record: Directory = folders.get(key) ?? { owners: new Map(), defaults: {} };
  // Promised folders cannot be compared, so each of them stands alone.
  if (key !== "") folders.set(key, record);
  return record;
}

/** The object that lives as long as one run of a program. */
function runOf(): object {
  return pulumi.runtime.getMonitor() ?? byText;
}

/** Raises the codes above for what another machine has. */
export function checkClaims(
  { owners }: Directory,
  machine: object,
  list: readonly Claim[],
): Report {
  const report = new Report();
  for (const { kind, value, path } of list) {
    const owner = owners.get(`${kind} ${value}`);
    if (!owner || owner.resource === machine) continue;
    const { code, describe, hint } = claims[kind];
    const message = `${describe(value)} belongs to machine "${owner.name}" already`;
    report.error(code, path, message, hint);
  }
  return report;
}

/** Claims for a machine whatever nobody else has. */
export function claim({ owners }: Directory, owner: Owner, list: readonly Claim[]): void {
  for (const { kind, value } of list) {
    const key = `${kind} ${value}`;
    if (!owners.has(key)) owners.set(key, owner);
  }
}
