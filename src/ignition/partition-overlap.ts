import type { Checker } from "./checker.js";
import type { Partition } from "./spec.js";

interface Extent {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** No disk has more partitions than this: a partition table holds 128. */
const maxPartitions = 1000;

/**
 * Raises PARTITION_OVERLAP once for a disk, at the partition Ignition names: of the first partition
 * in the list that meets another one, that other one. Partitions without a start or size are placed
 * at boot and left out; a size of 0 counts as its first MiB.
 */
export function checkOverlap(partitions: readonly Partition[], check: Checker): void {
  const extents = partitions.slice(0, maxPartitions).flatMap(extentOf);
  for (const one of extents) {
    const other = extents.find((extent) => extent !== one && meets(one, extent));
    if (!other) continue;
    check.error(
      "PARTITION_OVERLAP",
      ["partitions", other.index],
      `the partition takes MiB ${other.start} to ${other.end} and partitions[${one.index}] MiB ${one.start} to ${one.end}`,
      "change startMiB or sizeMiB so that they do not meet",
    );
    return;
  }
}

function extentOf(partition: Partition | undefined, index: number): Extent[] {
  const { startMiB: start, sizeMiB: size } = partition ?? {};
  if (!start || size === undefined) return [];
  return [{ index, start, end: size === 0 ? start : start + size - 1 }];
}

/** As Ignition puts it, which decides about negative sizes too. */
function meets(one: Extent, other: Extent): boolean {
  const isWithin = (place: number) => place >= other.start && place <= other.end;
  return (
    isWithin(one.start) || isWithin(one.end) || (one.start < other.start && one.end > other.end)
  );
}
