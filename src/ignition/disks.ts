import { byteLength, type Checker, missing, missingIf, quoted } from "./checker.js";
import { checkOverlap } from "./partition-overlap.js";
import { checkPath } from "./paths.js";
import type { Disk, Partition } from "./spec.js";

/** A disk and what its partitions do to each other. */
export function checkDisk(disk: Disk, check: Checker): void {
  if (!disk.device) {
    check.error(
      "DEVICE_REQUIRED",
      ["device"],
      "a disk needs a device",
      "set device to its absolute path, such as /dev/disk/by-id/NAME",
      missingIf(disk.device),
    );
    return;
  }
  checkPath(disk.device, ["device"], check);
  const partitions = disk.partitions ?? [];
  if (partitions.length === 0) return;
  checkNumbers(partitions, check);
  checkOverlap(partitions, check);
  checkRemoval(partitions, check);
  checkLabels(partitions, check);
  checkZeroNumbers(disk, partitions, check);
}

function checkNumbers(partitions: readonly Partition[], check: Checker): void {
  const repeat = firstRepeat(partitions, (partition) => partition.number || undefined);
  if (!repeat) return;
  check.error(
    "PARTITION_NUMBER_TAKEN",
    ["partitions", repeat.index],
    `partition number ${repeat.key} is taken by partitions[${repeat.first}]`,
    "give each partition of a disk its own number",
  );
}

function checkLabels(partitions: readonly Partition[], check: Checker): void {
  const repeat = firstRepeat(partitions, (partition) => partition.label);
  if (!repeat) return;
  check.error(
    "PARTITION_LABEL_TAKEN",
    ["partitions", repeat.index],
    `partition label ${quoted(repeat.key)} is taken by partitions[${repeat.first}]`,
    "give each partition of a disk its own label",
  );
}

/** The first item whose key an earlier item has; items without a key are passed over. */
function firstRepeat<K extends string | number>(
  partitions: readonly Partition[],
  keyOf: (partition: Partition) => K | undefined,
): { key: K; first: number; index: number } | undefined {
  const seen = new Map<K, number>();
  for (const [index, partition] of partitions.entries()) {
    const key = partition && keyOf(partition);
    if (key === undefined) continue;
    const first = seen.get(key);
    if (first !== undefined) return { key, first, index };
    seen.set(key, index);
  }
  return undefined;
}

function checkRemoval(partitions: readonly Partition[], check: Checker): void {
  if (!check.engine.refusesRemovalBesideZero) return;
  const given = partitions.filter((partition) => partition !== undefined);
  const zeros = given.filter((partition) => !partition.number);
  if (zeros.length === 0 || !given.some((partition) => partition.shouldExist === false)) return;
  check.error(
    "PARTITION_REMOVAL_BESIDE_ZERO",
    ["partitions"],
    "one partition of the disk is to be removed while another has no number",
    "give every partition of the disk a number of 1 or more",
    zeros.every((partition) => partition.number === undefined) ? missing : undefined,
  );
}

function checkZeroNumbers(disk: Disk, partitions: readonly Partition[], check: Checker): void {
  if (!check.engine.failsOnNumberZero || disk.wipeTable === true) return;
  partitions.forEach((partition, index) => {
    if (!partition || partition.number) return;
    check.warning(
      "PARTITION_NUMBER_ZERO",
      ["partitions", index],
      "Ignition 2.20 to 2.26 fails on a partition without a number when the disk is in use",
      "give the partition a number of 1 or more",
      missingIf(partition.number),
    );
  });
}

const guidPattern = /^[\da-fA-F]{8}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{4}-[\da-fA-F]{12}$/;

/** One partition by itself. */
export function checkPartition(partition: Partition, check: Checker): void {
  const { label, guid, typeGuid, startMiB, sizeMiB } = partition;
  if (
    partition.shouldExist === false &&
    (label !== undefined || typeGuid || guid || startMiB !== undefined || sizeMiB !== undefined)
  ) {
    check.error(
      "PARTITION_REMOVAL_WITH_DETAILS",
      [],
      "a partition to be removed has a label, a GUID, a start or a size",
      "keep only number and shouldExist, or set shouldExist to true",
    );
  }
  if (!partition.number && label === undefined) {
    check.error(
      "PARTITION_UNNAMED",
      [],
      "a partition needs a number of 1 or more or a label, to be found again",
      "set number or label",
      missing,
    );
  }
  if (label !== undefined) checkLabel(label, check);
  checkGuid(guid, "guid", check);
  checkGuid(typeGuid, "typeGuid", check);
}

function checkLabel(label: string, check: Checker): void {
  const length = byteLength(label);
  if (length > 36) {
    check.error(
      "PARTITION_LABEL_LENGTH",
      ["label"],
      `a partition label has at most 36 bytes, and ${quoted(label)} has ${length}`,
      "shorten the label",
    );
  } else if (label.includes(":")) {
    check.error(
      "PARTITION_LABEL_COLON",
      ["label"],
      `sgdisk would cut the label ${quoted(label)} at its colon`,
      `write ${quoted(label.replaceAll(":", "-"))}`,
    );
  }
}

function checkGuid(guid: string | undefined, name: string, check: Checker): void {
  if (!guid || guidPattern.test(guid)) return;
  check.error(
    "GUID_INVALID",
    [name],
    `${quoted(guid)} is no GUID`,
    "write 8-4-4-4-12 hexadecimal digits, such as 4f68bce3-e8cd-4db1-96e7-fbcaf984b709",
  );
}
