import type { Checker } from "./checker.js";
import type { Partition } from "./spec.js";

interface Extent {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Raises PARTITION_OVERLAP once for a disk, at the partition Ignition names: of the first partition
 * in the list that meets another one, that other one. Partitions without a start or size are placed
 * at boot and left out; a size of 0 counts as its first MiB.
 */
export function checkOverlap(partitions: readonly Partition[], check: Checker): void {
  const extents = partitions.flatMap((partition, index) => extentOf(partition, index));
  const touched = meeting(extents);
  const one = extents.find((extent) => touched.has(extent.index));
  const other = one && extents.find((extent) => extent.index !== one.index && meet(one, extent));
  if (!other) return;
  check.error(
    "PARTITION_OVERLAP",
    ["partitions", other.index],
    `the partition takes MiB ${other.start} to ${other.end} and partitions[${one.index}] MiB ${one.start} to ${one.end}`,
    "change startMiB or sizeMiB so that they do not meet",
  );
}

function extentOf(partition: Partition | undefined, index: number): Extent[] {
  const { startMiB: start, sizeMiB: size } = partition ?? {};
  if (!start || size === undefined) return [];
  return [{ index, start, end: size === 0 ? start : start + size - 1 }];
}

function meet(a: Extent, b: Extent): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Indexes of the extents that meet another one, found in one sweep from the left. */
function meeting(extents: readonly Extent[]): Set<number> {
  const found = new Set<number>();
  let furthest: Extent | undefined;
  for (const extent of extents.toSorted((a, b) => a.start - b.start)) {
    if (furthest && extent.start <= furthest.end) found.add(extent.index).add(furthest.index);
    if (!furthest || extent.end > furthest.end) furthest = extent;
  }
  return found;
}
