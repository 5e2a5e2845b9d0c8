import { azureCatalogue } from "../hardware/azure.js";
import { lookUpType } from "../hardware/index.js";
import { Report } from "../report/index.js";
import { type Decisive, hasMounts } from "./decisive.js";

/** DATA_DISK_DEVICE: whether the disks that the config names have names on a machine of this size. */
export function checkDevices(args: Decisive): Report {
  const { instanceType } = args;
  const report = new Report();
  if (instanceType === undefined || !hasMounts(args)) return report;
  const controllers = lookUpType(azureCatalogue, instanceType)?.diskControllers;
  if (!controllers || controllers.includes("scsi")) return report;
  report.error(
    "DATA_DISK_DEVICE",
    ["instanceType"],
    `${instanceType} has NVMe disks only, for which Flatcar's first boot has no names that stay with them`,
    "use a size with SCSI disks, as those of version 5 and the arm64 ones are, or leave mountPath out",
  );
  return report;
}
