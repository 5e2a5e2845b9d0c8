import { didYouMean } from "../report/index.js";
import { type Checker, missingIf, quoted } from "./checker.js";
import { checkPath } from "./paths.js";
import type { Raid } from "./spec.js";

/** Levels of an array, and whether an array of the level can have spares. */
const levels = new Map([
  ...["linear", "raid0", "0", "stripe"].map((level) => [level, false] as const),
  ...["raid1", "1", "mirror", "raid4", "4", "raid5", "5", "raid6", "6", "raid10", "10"].map(
    (level) => [level, true] as const,
  ),
]);

/** A software RAID array: level, spares and devices. */
export function checkRaid(raid: Raid, check: Checker): void {
  checkLevel(raid, check);
  if (!raid.devices?.length) {
    check.error(
      "RAID_DEVICES_REQUIRED",
      ["devices"],
      "an array needs devices",
      "list the devices, such as /dev/disk/by-partlabel/NAME",
      missingIf(raid.devices),
    );
  }
  raid.devices?.forEach((device, index) => {
    if (device !== undefined) checkPath(device, ["devices", index], check);
  });
}

function checkLevel({ level, spares }: Raid, check: Checker): void {
  // Before 3.3 the level was a plain string, and an empty one no more than an unknown one.
  if (!level && check.atLeast("3.3.0")) {
    check.error(
      "RAID_LEVEL_REQUIRED",
      ["level"],
      "an array needs a level",
      "set level, such as raid1",
      missingIf(level),
    );
    return;
  }
  const takesSpares = levels.get(level ?? "");
  if (takesSpares === undefined) {
    const near = level && didYouMean(level, levels.keys());
    check.error(
      "RAID_LEVEL_UNKNOWN",
      ["level"],
      `${quoted(level ?? "")} is no RAID level`,
      near ? `did you mean ${near}?` : `use one of ${[...levels.keys()].join(", ")}`,
      missingIf(level),
    );
  } else if (!takesSpares && spares) {
    check.error(
      "RAID_SPARES_UNSUPPORTED",
      ["level"],
      `an array of level ${level} has no redundancy, so it takes no spares, and spares is ${spares}`,
      "remove spares or use a level with redundancy, such as raid1",
    );
  }
}
