import type * as pulumi from "@pulumi/pulumi";
import { Channel, checkRelease } from "../flatcar/index.js";
import { at, type Path, Report } from "../report/index.js";
import type { GcpInstanceArgs } from "./args.js";
import { diskFacts } from "./families.js";

type Args = pulumi.Unwrap<GcpInstanceArgs>;

/** The first release whose udev rules name NVMe disks as well (flatcar/scripts#3606). */
const namesNvme = 4722;

/** Least GiB by the first letters of a kind of disk, as Compute Engine's list of disk types has it. */
const leastGb: readonly (readonly [kind: string, gb: number])[] = [
  ["pd-", 10],
  ["hyperdisk-balanced", 4],
];

/**
 * What Compute Engine asks of the disks of a machine of that type, which is empty for one that is
 * picked. Raises CLOUD_DISK_TYPE, DATA_DISK_SIZE and DATA_DISK_DEVICE.
 */
export function checkDisks(args: Args, type: string | undefined): Report {
  const report = new Report();
  const { diskType, dataDisks = [] } = args;
  const usualDisk = type === undefined ? undefined : diskFacts(type).usualDisk;
  checkKind(type, diskType, ["diskType"], report);
  dataDisks.forEach((disk, index) => {
    const place = at(["dataDisks"], index);
    checkKind(type, disk.diskType, at(place, "diskType"), report);
    const kind = disk.diskType ?? diskType ?? usualDisk;
    checkSize(kind, disk.sizeGb, at(place, "sizeGb"), report);
  });
  if (type !== undefined && dataDisks.some(({ mountPath }) => mountPath !== undefined)) {
    checkDevice(type, args, report);
  }
  return report;
}

function checkKind(
  type: string | undefined,
  kind: string | undefined,
  path: Path,
  report: Report,
): void {
  if (type === undefined || !kind?.startsWith("pd-") || !diskFacts(type).hyperdiskOnly) return;
  report.error(
    "CLOUD_DISK_TYPE",
    path,
    `${type} takes no Persistent Disk, and ${kind} is one`,
    "use hyperdisk-balanced, which is what it gets when nothing is said",
  );
}

function checkSize(
  kind: string | undefined,
  sizeGb: number | undefined,
  path: Path,
  report: Report,
): void {
  const least = leastGb.find(([letters]) => kind?.startsWith(letters))?.[1] ?? 1;
  if (sizeGb === undefined || sizeGb < 1 || sizeGb >= least) return;
  report.error(
    "DATA_DISK_SIZE",
    path,
    `${sizeGb} GiB is less than the ${least} GiB that a disk of kind ${kind} has at least`,
    `give ${least} or more`,
  );
}

function checkDevice(type: string, args: Args, report: Report): void {
  const { channel, version } = checkRelease(args, []).release ?? {};
  if (!diskFacts(type).nvme) return;
  const tell = (flatcar: string) =>
    [
      "DATA_DISK_DEVICE",
      ["dataDisks"],
      `${type} has NVMe disks, to which ${flatcar} gives no names that stay with them`,
      `use a release from ${namesNvme} on, or a type with SCSI disks as those of e2, n2 and n2d`,
    ] as const;
  if (version !== undefined && Number(version.split(".")[0]) < namesNvme) {
    report.error(...tell(`Flatcar ${version}`));
  } else if (version === undefined && channel === Channel.Lts) {
    report.warning(...tell("the long-term release 4081"));
  }
}
