import { type Path, Report } from "../report/index.js";
import { checkKind, type HardwareOptions, raiseTooSmall } from "./check.js";
import { compare, type MachineFacts } from "./compare.js";
import { standardProfile } from "./profile.js";
import { formatSizes, joinWords } from "./units.js";

/** How to look at such a type. */
export interface MeasuredOptions extends Omit<HardwareOptions, "ignore"> {
  /** What to do when it is too small. */
  readonly instead: string;
}

/**
 * Compares a type with a profile by what the cloud itself says of it, where no list can know: each
 * OpenStack has flavors of its own. Disk counts where such a type has one. All issues stand at the path
 * of the type. Raises HARDWARE_TOO_SMALL, HARDWARE_GPU_MISSING and HARDWARE_BURSTABLE.
 */
export function checkMeasuredType(
  type: string,
  facts: MachineFacts,
  path: Path,
  { instead, ...options }: MeasuredOptions,
): Report {
  const report = new Report();
  const profile = options.profile ?? standardProfile;
  const measured = facts.diskGb === undefined ? ["diskGb"] : [];
  if (compare(facts, profile, measured).some(({ kind }) => kind !== "unknown")) {
    const needed = { ...profile, diskGb: facts.diskGb === undefined ? undefined : profile.diskGb };
    const message = `${type} has ${sizesOf(facts)}; profile "${profile.name}" needs ${sizesOf(needed)}`;
    raiseTooSmall(report, path, message, instead, options);
  }
  return report.add(checkKind(facts, path, profile, type));
}

function sizesOf(facts: MachineFacts): string {
  const { diskGb } = facts;
  return joinWords([...formatSizes(facts), ...(diskGb === undefined ? [] : [`${diskGb} GB disk`])]);
}
