import { type IgnitionDocument, pathClean } from "../../ignition/index.js";
import type { Path } from "../../report/index.js";
import { unitPathOf } from "./unit-mount-names.js";
import { lastValueOf, unitsOf } from "./units.js";

/** A place where something is mounted. */
export interface MountPoint {
  /** Absolute path on the machine. */
  readonly where: string;
  /** What is mounted there, when it is known. */
  readonly what?: string;
  /** File system type, when it is known. */
  readonly type?: string;
  /** Where the config says so. */
  readonly path: Path;
}

/** The filesystems that Ignition mounts while it writes files. */
export function mountedByIgnition({ storage }: IgnitionDocument): MountPoint[] {
  const found: MountPoint[] = [];
  storage?.filesystems?.forEach((filesystem, index) => {
    const { path, device, format } = filesystem ?? {};
    if (!path?.startsWith("/") || format === undefined || format === "swap") return;
    found.push({
      where: path,
      ...(device !== undefined && { what: device }),
      type: format,
      path: ["storage", "filesystems", index, "path"],
    });
  });
  return found;
}

/** What mount and automount units mount on the running machine. */
export function mountedByUnits(config: IgnitionDocument): MountPoint[] {
  return unitsOf(config, ["mount", "automount"]).flatMap((unit) => {
    const where = unitPathOf(unit);
    if (!where) return [];
    const what = lastValueOf(unit, "Mount", "What")?.value;
    const type = lastValueOf(unit, "Mount", "Type")?.value;
    return [
      {
        where: pathClean(where.value),
        ...(what !== undefined && { what }),
        ...(type !== undefined && { type }),
        path: where.path,
      },
    ];
  });
}
