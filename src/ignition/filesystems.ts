import { didYouMean, type IssueCode } from "../report/index.js";
import { byteLength, type Checker, missing, missingIf, quoted } from "./checker.js";
import { checkOptionalPath, checkPath } from "./paths.js";
import type { Disk, Filesystem } from "./spec.js";

interface LabelRule {
  readonly limit: number;
  readonly code: IssueCode;
}

/** Formats, and the longest label of each in bytes. */
const formats: ReadonlyMap<string, LabelRule> = new Map<string, LabelRule>([
  ["ext4", { limit: 16, code: "LABEL_LENGTH_EXT4" }],
  ["btrfs", { limit: 256, code: "LABEL_LENGTH_BTRFS" }],
  ["xfs", { limit: 12, code: "LABEL_LENGTH_XFS" }],
  ["swap", { limit: 15, code: "LABEL_LENGTH_SWAP" }],
  ["vfat", { limit: 11, code: "LABEL_LENGTH_VFAT" }],
]);

/** One filesystem by itself. */
export function checkFilesystem(filesystem: Filesystem, check: Checker): void {
  checkOptionalPath(filesystem.path, ["path"], check);
  checkPath(filesystem.device, ["device"], check);
  checkFormat(filesystem, check);
  checkLabel(filesystem, check);
}

function checkFormat(filesystem: Filesystem, check: Checker): void {
  const { format } = filesystem;
  if (!format) {
    checkWithoutFormat(filesystem, check);
    return;
  }
  const known = [...formats.keys(), ...(check.atLeast("3.3.0") ? ["none"] : [])];
  if (known.includes(format)) return;
  const near = didYouMean(format, known);
  check.error(
    "FILESYSTEM_FORMAT_UNKNOWN",
    ["format"],
    `Ignition does not make filesystems of format ${quoted(format)}`,
    near ? `did you mean ${near}?` : `use one of ${known.join(", ")}`,
  );
}

function checkWithoutFormat(filesystem: Filesystem, check: Checker): void {
  const { path, label, uuid, wipeFilesystem, mountOptions, options } = filesystem;
  const given = Object.entries({ path, label, uuid, wipeFilesystem })
    .filter(([, value]) => value)
    .map(([name]) => name);
  if (mountOptions?.length && check.atLeast("3.1.0")) given.push("mountOptions");
  if (options?.length) given.push("options");
  if (given.length === 0) return;
  check.error(
    "FILESYSTEM_FORMAT_REQUIRED",
    ["format"],
    `format is needed with ${given.join(", ")}`,
    'set format, such as ext4; "none" leaves the device as it is',
    missingIf(filesystem.format),
  );
}

function checkLabel({ label, format }: Filesystem, check: Checker): void {
  if (!label) return;
  if (!format) {
    check.error(
      "FILESYSTEM_LABEL_NEEDS_FORMAT",
      ["label"],
      "a label can only be set on a filesystem whose format is given",
      "set format, or remove label",
      missingIf(format),
    );
    return;
  }
  const rule = formats.get(format);
  const length = byteLength(label);
  if (!rule || length <= rule.limit) return;
  check.error(
    rule.code,
    ["label"],
    `a label of ${format} has at most ${rule.limit} bytes, and ${quoted(label)} has ${length}`,
    "shorten the label",
  );
}

/** Filesystems that take a whole disk which the config also partitions or wipes. */
export function checkFilesystemsOnDisks(
  filesystems: readonly Filesystem[],
  disks: readonly Disk[],
  check: Checker,
): void {
  if (disks.length === 0) return;
  const byDevice = new Map(disks.map((disk) => [disk?.device, disk]));
  filesystems.forEach((filesystem, index) => {
    const device = filesystem?.device;
    const disk = device === undefined ? undefined : byDevice.get(device);
    if (!disk) return;
    if (disk.partitions?.length) {
      check.warning(
        "FILESYSTEM_OVER_PARTITIONS",
        ["filesystems", index, "device"],
        `the filesystem takes all of ${device}, which is also partitioned`,
        "put the filesystem on one of the partitions",
      );
    } else if (disk.wipeTable === true && filesystem.wipeFilesystem !== true) {
      check.warning(
        "FILESYSTEM_WIPED_WITH_TABLE",
        ["filesystems", index, "device"],
        `wipeTable on ${device} also wipes the filesystem there`,
        "set wipeFilesystem to true if that is meant, or wipeTable to false",
        filesystem.wipeFilesystem === undefined ? missing : undefined,
      );
    }
  });
}
