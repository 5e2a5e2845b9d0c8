import { checkHardware } from "../../hardware/index.js";
import { formatPath, Report } from "../../report/index.js";
import type { Machine } from "../machine.js";
import { definePolicy } from "../policy.js";
import { schemaOf } from "../schema.js";
import type { PolicySettings } from "../settings.js";
import { type Finding, profileOf } from "../sizing.js";

/**
 * HARDWARE_TOO_SMALL, HARDWARE_INVALID and HARDWARE_UNKNOWN of the root disk. A size that is not given
 * is the image's, and images are small. Level `remediate` writes the least size, as a root disk that
 * grows loses nothing.
 */
export const diskSize = definePolicy({
  name: "flatcar-disk-size",
  description: "The root disk of a Flatcar machine has at least 32 GB.",
  level: "mandatory",
  severity: "high",
  configSchema: schemaOf("minDiskGb", "types", "rootDevice", "waivers"),
  waivable: true,
  check: checkDisk,
  mend: (machine, settings) =>
    checkDisk(machine, settings).report.issues.some(({ code }) => code === "HARDWARE_TOO_SMALL")
      ? machine.disk?.grow?.(settings.minDiskGb)
      : undefined,
});

function checkDisk({ disk, unseenDisk, sizes, image }: Machine, settings: PolicySettings): Finding {
  const report = new Report();
  if (!disk) {
    const unseen =
      unseenDisk && `the size of the disk at ${formatPath(unseenDisk)}, made elsewhere`;
    return { report, pending: [], ...(unseen && { unseen }) };
  }
  const { size, otherwise } = disk;
  if (size.unknown) return { report, pending: [size.path] };
  const least = settings.minDiskGb;
  if (size.value !== undefined) {
    return judge(size.value, `${size.value} GB`, `set it to at least ${least}`);
  }
  if (otherwise?.ofImage && image?.flatcar === false) {
    return { report, pending: [], unseen: `the size of the disk that ${image.what} brings` };
  }
  if (otherwise) {
    const { gb, because } = otherwise;
    return judge(gb, `no size is given, so it has ${gb} GB, ${because}`, `give at least ${least}`);
  }
  const type = sizes[0]?.type;
  if (type?.unknown) return { report, pending: [type.path] };
  const own = settings.types[type?.value ?? ""]?.diskGb;
  if (own !== undefined) {
    const what = `no volume is given, so it has the ${own} GB of ${type?.value}`;
    return judge(own, what, `boot from a volume of at least ${least} GB, or use a larger flavor`);
  }
  report.error(
    "HARDWARE_UNKNOWN",
    size.path,
    "no boot volume is given, and the disk of the flavor is not known",
    `boot from a volume of at least ${least} GB, or say the flavor's diskGb under "types" in the config of this policy`,
  );
  return { report, pending: [] };

  function judge(gb: number, what: string, instead: string): Finding {
    const found = checkHardware({ diskGb: gb }, size.path, {
      profile: profileOf(settings),
      ignore: ["vcpus", "memoryMib", "architecture"],
    });
    report.add(found, (issue) => ({
      ...issue,
      path: size.path,
      message: `the root disk is too small: ${what}, and ${least} GB are the least`,
      hint: `${instead}, or exempt this one with a reason`,
    }));
    return { report, pending: [] };
  }
}
