import { at, type Path, Report } from "../report/index.js";
import { checkRootDisk } from "./inventory.js";

/** Which disk a machine is installed on: one by its path, or by what is true of it. */
interface DiskRule {
  readonly path?: string;
  readonly model?: string;
  readonly serial?: string;
  readonly minSizeGb?: number;
  readonly maxSizeGb?: number;
}

/** Raises INSTALL_DISK and PXE_DISK_PATH for what no disk can meet; `profileGb` is the least that a disk has to have. */
export function checkInstallDisk(
  disk: DiskRule | undefined,
  profileGb: number,
  path: Path,
): Report {
  const report = new Report();
  if (!disk) return report;
  const { path: device, minSizeGb, maxSizeGb } = disk;
  report.add(checkRootDisk(device, at(path, "path")));
  const refuse = (member: string, message: string, hint: string): void => {
    report.error("INSTALL_DISK", at(path, member), message, hint);
  };
  for (const member of ["model", "serial"] as const) {
    const text = disk[member];
    if (text === undefined || /^[ -~]*[!-~][ -~]*$/.test(text)) continue;
    refuse(member, "no disk has this: it is empty or holds unprintable characters", "leave it out");
  }
  for (const member of ["minSizeGb", "maxSizeGb"] as const) {
    const gb = disk[member];
    if (gb === undefined || (Number.isSafeInteger(gb) && gb > 0)) continue;
    refuse(
      member,
      `${gb} is no size in whole GB`,
      "give it as 480 for a disk that is sold as 480 GB",
    );
  }
  const least = Math.max(profileGb, minSizeGb ?? 0);
  if (maxSizeGb !== undefined && maxSizeGb < least) {
    refuse(
      "maxSizeGb",
      `no disk will do: at most ${maxSizeGb} GB are wanted, and at least ${least} GB`,
      "raise it, or leave it out",
    );
  }
  const { path: _, ...rule } = disk;
  const [member] = Object.entries(rule).flatMap(([name, value]) =>
    value === undefined ? [] : name,
  );
  if (device !== undefined && member !== undefined) {
    refuse(
      member,
      `path names the disk already, and ${member} would choose among all`,
      "leave one of the two out",
    );
  }
  return report;
}
