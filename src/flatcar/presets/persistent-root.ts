import type { Fragment } from "../../compose/index.js";

/** Where Flatcar looks for its root filesystem when the kernel line says `root=LABEL=ROOT`. */
export const rootLabel = "ROOT";

/**
 * The root filesystem on a disk of its own: one partition over the whole disk, ext4, label `ROOT`.
 * Nothing is wiped: a disk that is laid out like this already keeps its data; one that holds other
 * partitions in the way makes Ignition stop.
 */
export function persistentRoot(disk: string): Fragment {
  return {
    name: "persistent root",
    disks: [
      { device: disk, partitions: [{ number: 1, label: rootLabel, sizeMiB: 0, startMiB: 0 }] },
    ],
    filesystems: [
      {
        device: `/dev/disk/by-partlabel/${rootLabel}`,
        format: "ext4",
        label: rootLabel,
        wipeFilesystem: false,
      },
    ],
  };
}
