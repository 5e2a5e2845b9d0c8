import type { Fragment } from "../../compose/index.js";

/** Filesystems that a data disk may have. */
export const DiskFormat = {
  /** The usual one; grows while it is mounted. */
  Ext4: "ext4",
  /** For large files and many writers; grows while it is mounted, and never shrinks. */
  Xfs: "xfs",
  /** With snapshots and checksums. */
  Btrfs: "btrfs",
} as const;

/** Filesystems that a data disk may have. */
export type DiskFormat = (typeof DiskFormat)[keyof typeof DiskFormat];

/** What a config says of a data disk. */
export interface DataDisk {
  /** Name that messages use. */
  readonly name?: string;
  /** Defaults to ext4. */
  readonly format?: DiskFormat;
  /** Where it is mounted; a disk that is mounted nowhere is left as it is. */
  readonly mountPath?: string;
}

/**
 * One filesystem over a whole disk, made in the first boot and mounted in every one. A filesystem of
 * that format which is there already is kept with what is on it; on any other the boot stops, and
 * nothing is wiped. Ignition waits until there is a `device`, a name below /dev/disk that stays with it.
 */
export function dataDisk(
  device: string | undefined,
  { name, format = DiskFormat.Ext4, mountPath }: DataDisk,
): Fragment {
  if (mountPath === undefined) return {};
  return {
    name: `data disk ${name ?? mountPath}`,
    filesystems: [{ device, format, path: mountPath, wipeFilesystem: false, withMountUnit: true }],
  };
}
