import type {
  Directory,
  Disk,
  Dropin,
  File,
  Filesystem,
  IgnitionDocument,
  Link,
  Luks,
  Partition,
  Raid,
  Resource,
  Storage,
  Unit,
} from "../../src/ignition/index.js";
import { formatPath, type Report } from "../../src/report/index.js";

/** A document of spec 3.4.0 with these sections. */
export function document(sections: Omit<IgnitionDocument, "ignition"> = {}): IgnitionDocument {
  return { ignition: { version: "3.4.0" }, ...sections };
}

export const withStorage = (storage: Storage) => document({ storage });
export const withFile = (file: Partial<File>) => withStorage({ files: [{ path: "/a", ...file }] });
export const withContents = (contents: Resource) => withFile({ contents });
export const withDirectory = (directory: Partial<Directory>) =>
  withStorage({ directories: [{ path: "/d", ...directory }] });
export const withLinks = (...links: Link[]) => withStorage({ links });
export const withDisk = (disk: Partial<Disk>) =>
  withStorage({ disks: [{ device: "/dev/a", ...disk }] });
export const withPartitions = (...partitions: Partition[]) => withDisk({ partitions });
export const withFilesystem = (filesystem: Partial<Filesystem>) =>
  withStorage({ filesystems: [{ device: "/dev/a", ...filesystem }] });
export const withRaid = (raid: Partial<Raid>) =>
  withStorage({ raid: [{ name: "md", level: "raid1", devices: ["/dev/a"], ...raid }] });
export const withLuks = (luks: Partial<Luks>) =>
  withStorage({ luks: [{ name: "data", device: "/dev/a", ...luks }] });
export const withUnits = (...units: Unit[]) => document({ systemd: { units } });
export const withDropin = (dropin: Partial<Dropin>) =>
  withUnits({ name: "a.service", dropins: [{ name: "10-a.conf", ...dropin }] });

/** Code and path of every issue, in order: `PATH_MISSING $.storage.files[0].path`. */
export function found(report: Report): string[] {
  return report.issues.map(({ code, path }) => `${code} ${formatPath(path)}`);
}

/** The same with `?` behind issues that something absent caused. */
export function foundMissing(report: Report): string[] {
  return report.issues.map(
    ({ code, path, missing }) => `${code} ${formatPath(path)}${missing ? " ?" : ""}`,
  );
}
