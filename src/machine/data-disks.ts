import type * as pulumi from "@pulumi/pulumi";
import type { Source } from "../compose/index.js";
import { type DataDisk, DiskFormat, dataDisk } from "../flatcar/index.js";
import { pathClean } from "../ignition/index.js";
import { at, type Path, Report } from "../report/index.js";
import { preset } from "./prepare.js";

/** A disk beside the one that a machine starts from; it outlives a replacement of the machine. */
export interface DataDiskArgs {
  /**
   * Name of the disk, unlike that of any other disk of the machine. A disk with another name is
   * another disk. DATA_DISK_NAME.
   */
  name: string;

  /** Size in GiB. It may grow; the filesystem is then grown on the machine. DATA_DISK_SIZE. */
  sizeGb: pulumi.Input<number>;

  /** Filesystem, made in the first boot unless the disk has it already. Defaults to Ext4. DATA_DISK_FORMAT. */
  format?: DiskFormat;

  /**
   * Absolute path that the disk is mounted at, as in /var/lib/data. Defaults to none, and then the
   * disk gets no filesystem either. DATA_DISK_MOUNT.
   */
  mountPath?: string;

  /** Kind of the disk, as the cloud names it. Defaults to that of the disk that the machine starts from. */
  diskType?: pulumi.Input<string>;
}

/** A data disk as the config needs it: with its device on the machine. */
export interface AttachedDisk {
  name: string;
  sizeGb: pulumi.Input<number>;
  format?: DiskFormat;
  mountPath?: string;
  /** Its name below /dev/disk, known now or once the disk is made. */
  device: pulumi.Input<string>;
}

/**
 * The data disks for `prepare`, each with its device. What only the cloud reads is left out, so that
 * it cannot make a config unknown.
 */
export function onDevices(
  disks: readonly DataDiskArgs[] | undefined,
  deviceOf: (disk: DataDiskArgs, index: number) => pulumi.Input<string>,
): AttachedDisk[] | undefined {
  return disks?.map((disk, index) => {
    const { name, sizeGb, format, mountPath } = disk;
    return { name, sizeGb, format, mountPath, device: deviceOf(disk, index) };
  });
}

/**
 * The config of data disks, under the arg dataDisks. Disks in which something is wrong have none.
 * `standIn` is like the name of a device that is not known yet, so that the config has its size by then.
 */
export function dataDiskPresets(
  disks: readonly (DataDisk & { readonly device?: string })[] = [],
  standIn?: string,
): Source[] {
  return disks.flatMap((disk, index) => {
    const report = new Report();
    checkMount(disk, [], [], report);
    checkFormat(disk, [], report);
    return report.hasErrors
      ? []
      : [preset(dataDisk(disk.device ?? standIn, disk), "dataDisks", index)];
  });
}

type Disk = Partial<pulumi.Unwrap<DataDiskArgs>>;

/**
 * Raises DATA_DISK_NAME, DATA_DISK_SIZE, DATA_DISK_FORMAT and DATA_DISK_MOUNT; warns with
 * MOUNT_DROPS_EXTENSIONS of mounts below /opt where the config's own rule is silent, because no
 * `release` is named and the newest one may be the one with the defect.
 */
export function checkDataDisks(disks: readonly Disk[], path: Path, release?: string): Report {
  const report = new Report();
  disks.forEach((disk, index) => {
    const before = disks.slice(0, index);
    const place = at(path, index);
    checkName(disk.name, before, at(place, "name"), report);
    checkSize(disk.sizeGb, at(place, "sizeGb"), report);
    checkFormat(disk, place, report);
    checkMount(disk, before, at(place, "mountPath"), report);
    if (release === undefined) checkExtensions(disk.mountPath, at(place, "mountPath"), report);
  });
  return report;
}

function checkName(
  name: string | undefined,
  before: readonly Disk[],
  path: Path,
  report: Report,
): void {
  if (name === undefined) return;
  if (!/^[a-z][a-z0-9-]*$/.test(name)) {
    report.error(
      "DATA_DISK_NAME",
      path,
      `"${name}" cannot name a disk: it may hold lower-case letters, digits and hyphens, a letter first`,
      "name the disk after what is on it, as in data",
    );
  } else if (before.some((other) => other.name === name)) {
    report.error(
      "DATA_DISK_NAME",
      path,
      `"${name}" names another disk of this machine already`,
      "give one of the two disks another name",
    );
  }
}

function checkSize(sizeGb: number | undefined, path: Path, report: Report): void {
  if (sizeGb === undefined || (Number.isInteger(sizeGb) && sizeGb >= 1)) return;
  report.error(
    "DATA_DISK_SIZE",
    path,
    `${sizeGb} GiB is not a size that a disk can have`,
    "give a whole number of GiB, 1 or more",
  );
}

const formats: readonly string[] = Object.values(DiskFormat);

function checkFormat({ format, mountPath }: Disk, place: Path, report: Report): void {
  if (format === undefined) return;
  const path = at(place, "format");
  if (!formats.includes(format)) {
    report.error(
      "DATA_DISK_FORMAT",
      path,
      `a data disk cannot have a filesystem of format "${format}"`,
      `use ${formats.join(", ")}; for others leave mountPath out and write filesystems of your own`,
    );
  } else if (mountPath === undefined) {
    report.error(
      "DATA_DISK_FORMAT",
      path,
      `format is ${format}, and without mountPath no filesystem is made`,
      "say in mountPath where it is mounted, or leave format out",
      { missing: at(place, "mountPath") },
    );
  }
}

/** Folders of the system, in which no disk can be mounted. */
const reserved = ["usr", "bin", "sbin", "lib", "lib64", "etc", "boot", "dev", "proc", "sys", "run"];

function checkMount(
  { mountPath }: Disk,
  before: readonly Disk[],
  path: Path,
  report: Report,
): void {
  if (mountPath === undefined) return;
  const problem = (message: string, hint: string) =>
    report.error("DATA_DISK_MOUNT", path, message, hint);
  const [, top = ""] = mountPath.split("/");
  if (!mountPath.startsWith("/") || pathClean(mountPath) !== mountPath) {
    problem(
      `"${mountPath}" is not an absolute path in its shortest form`,
      `write "${pathClean(`/${mountPath}`)}"`,
    );
  } else if (mountPath === "/" || reserved.includes(top)) {
    problem(
      `a disk cannot be mounted at ${mountPath}, which is the system's own`,
      "mount it below /var or /mnt, as in /var/lib/data",
    );
  } else if (before.some((other) => other.mountPath === mountPath)) {
    problem(
      `another disk of this machine is mounted at ${mountPath} already`,
      "give each disk a path of its own",
    );
  }
}

function checkExtensions(mountPath: string | undefined, path: Path, report: Report): void {
  if (mountPath !== "/opt" && !mountPath?.startsWith("/opt/")) return;
  report.warning(
    "MOUNT_DROPS_EXTENSIONS",
    path,
    `on Flatcar 4593, a mount at ${mountPath} can make docker and containerd vanish after an update`,
    "mount below /var or /mnt, or name a version that is 4757 or newer",
  );
}

/** DATA_DISK_ZONE: whether a disk that there is stands in the zone of the machine that is meant now. */
export function checkDiskZone(name: string, zone: string, wanted: string): Report {
  const report = new Report();
  if (zone !== wanted) {
    report.error(
      "DATA_DISK_ZONE",
      ["dataDisks"],
      `disk "${name}" is in zone ${zone}, and the machine is to be in ${wanted}`,
      "keep the machine in the zone of its disk, or give the disk another name for a new and empty one",
    );
  }
  return report;
}
