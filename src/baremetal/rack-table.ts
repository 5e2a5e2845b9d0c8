import * as pulumi from "@pulumi/pulumi";
import { formatMemory } from "../hardware/index.js";
import { drawRacks, textTable } from "../inventory/index.js";
import type { BareMetalInstance } from "./instance.js";
import type { RackMachineArgs } from "./rack-args.js";

/** A machine beside the row that it was made from. */
export interface RackRow {
  readonly row: RackMachineArgs;
  readonly machine: BareMetalInstance;
}

const headings = [
  ...["NAME", "ROLES", "ARCH", "VCPU", "MEMORY", "DISK GB", "MAC ADDRESSES", "ADDRESS"],
  ...["PLACE", "BOOT SCRIPT", "IGNITION SHA-512"],
];

/** All machines in one text, a line for each. */
export function rackTable(rows: readonly RackRow[]): pulumi.Output<string> {
  return pulumi.all(rows.map(lineOf)).apply((lines) => textTable(headings, lines));
}

function lineOf({ row, machine }: RackRow): pulumi.Output<string[]> {
  const { macAddresses, privateIp, bootScript, ignitionSha512 } = machine;
  const told = pulumi.all([macAddresses, privateIp, bootScript, digestOf(ignitionSha512)]);
  return told.apply(([macs, address, script, digest]) => [
    ...[row.name, (row.roles ?? []).join(" "), row.architecture, `${row.vcpus}`],
    ...[formatMemory(row.memoryMib), `${row.diskGb ?? ""}`, macs.join(" "), address],
    ...[placeOf(row), script, digest],
  ]);
}

/** The beginning of the digest: enough to see a change. One that tells of a secret is not shown. */
function digestOf(digest: pulumi.Output<string>): pulumi.Output<string> {
  return pulumi
    .output(pulumi.isSecret(digest))
    .apply((isSecret) =>
      isSecret ? pulumi.output("secret") : digest.apply((text) => text.slice(0, 12)),
    );
}

function placeOf({ rackName, rackUnit }: RackMachineArgs): string {
  return [rackName, rackUnit].filter((part) => part !== undefined).join(":");
}

/** The racks, as somebody in front of them sees them. */
export function rackDrawing(rows: readonly RackMachineArgs[]): string {
  return drawRacks(
    rows.map(({ name, roles = [], architecture, vcpus, memoryMib, ...place }) => ({
      ...{ name, rackName: place.rackName, rackUnit: place.rackUnit, rackUnits: place.rackUnits },
      label: [architecture, `${vcpus} vCPU`, formatMemory(memoryMib), ...roles].join("  "),
    })),
  );
}
