import { type Path, Report } from "../report/index.js";
import type { Catalogue, TypeFacts } from "./catalogue.js";

/** What is known of the image that a machine starts from. */
export interface BootImage {
  /** How messages call it, as in `image stable-gen2`. */
  readonly what: string;
  /** Whether the user made it; then it counts for any architecture. Defaults to false. */
  readonly own?: boolean;
  /** Azure: the generation that the image is registered for, 1 (BIOS) or 2 (UEFI). */
  readonly generation?: number;
  /** Azure: the disk controllers that the image is registered for, `scsi` and `nvme`. */
  readonly diskControllers?: readonly string[];
}

/**
 * Whether Flatcar starts on a type, with the image if one is given. Raises HARDWARE_CANNOT_BOOT for
 * types on which no image starts and for an image that the type does not take, and HARDWARE_NO_IMAGE
 * for architectures without an image.
 */
export function checkBoot(
  { unbootable, imageless }: Catalogue,
  facts: TypeFacts,
  path: Path,
  image?: BootImage,
): Report {
  const report = new Report();
  const { type, traits, architecture, generations, diskControllers } = facts;
  for (const trait of traits) {
    const obstacle = unbootable[trait];
    if (obstacle) {
      const message = `${type} ${obstacle.reason}`;
      report.error("HARDWARE_CANNOT_BOOT", path, message, obstacle.hint);
    }
  }
  const missing = architecture && !image?.own ? imageless[architecture] : undefined;
  if (missing) {
    const message = `${type} is ${architecture}: ${missing.reason}`;
    report.error("HARDWARE_NO_IMAGE", path, message, missing.hint);
  }
  if (image?.generation !== undefined && generations && !generations.includes(image.generation)) {
    const takes = generations.join(" and ");
    report.error(
      "HARDWARE_CANNOT_BOOT",
      path,
      `${type} starts images of generation ${takes}, and ${image.what} is of generation ${image.generation}`,
      `use an image of generation ${takes}, or a size that starts generation ${image.generation}`,
    );
  }
  const offered = image?.diskControllers;
  if (offered && diskControllers && !diskControllers.some((name) => offered.includes(name))) {
    const takes = diskControllers.map(formatController).join(" or ");
    report.error(
      "HARDWARE_CANNOT_BOOT",
      path,
      `${type} has ${takes} disks, and ${image.what} is registered for ${offered.map(formatController).join(" and ")}`,
      `register the image for ${takes} (feature DiskControllerTypes), or use another size`,
    );
  }
  return report;
}

function formatController(name: string): string {
  return name === "nvme" ? "NVMe" : name.toUpperCase();
}
