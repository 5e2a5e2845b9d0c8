import { at, type Path, Report } from "../report/index.js";
import { architectures } from "./architecture.js";
import { compare, type Gap, type MachineFacts, type Measure } from "./compare.js";
import { type HardwareProfile, standardProfile } from "./profile.js";

/** How to look at the facts. */
export interface HardwareOptions {
  /** Defaults to the floor. */
  readonly profile?: HardwareProfile;
  /** Why this machine may be smaller; turns HARDWARE_TOO_SMALL into a warning. */
  readonly waiver?: string;
  /** Where the waiver stands. Defaults to `hardwareWaiver`. */
  readonly waiverPath?: Path;
  /** Facts that do not count here, as the disk of a machine that runs from memory. */
  readonly ignore?: readonly (Measure["fact"] | "architecture")[];
}

/**
 * Compares what is known of a machine with a profile.
 * Raises HARDWARE_TOO_SMALL, HARDWARE_UNKNOWN, HARDWARE_INVALID, HARDWARE_ARCHITECTURE,
 * HARDWARE_GPU_MISSING, HARDWARE_BURSTABLE and HARDWARE_WAIVER_EMPTY.
 */
export function checkHardware(
  facts: MachineFacts,
  path: Path,
  options: HardwareOptions = {},
): Report {
  const profile = options.profile ?? standardProfile;
  const report = checkWaiver(options);
  for (const gap of compare(facts, profile, options.ignore)) raise(report, gap, path, options);
  if (!options.ignore?.includes("architecture")) {
    if (facts.architecture === undefined) {
      const place = at(path, "architecture");
      raiseUnknown(report, place, "architecture", architectures.join(" or "));
    } else {
      report.add(checkArchitecture(facts, at(path, "architecture"), profile, "this machine"));
    }
  }
  if (profile.gpu && facts.gpu === undefined)
    raiseUnknown(report, at(path, "gpu"), "graphics processor", "one");
  return report.add(checkKind(facts, path, profile, "this machine"));
}

/** HARDWARE_WAIVER_EMPTY: a waiver is for its next reader, so it has to say something. */
export function checkWaiver({ waiver, waiverPath }: HardwareOptions): Report {
  const report = new Report();
  if (waiver !== undefined && waiver.trim() === "") {
    report.error(
      "HARDWARE_WAIVER_EMPTY",
      waiverPath ?? ["hardwareWaiver"],
      "the waiver gives no reason",
      "say why this machine may be smaller, or leave the waiver out",
    );
  }
  return report;
}

/** HARDWARE_ARCHITECTURE: a known architecture that the profile does not take. */
export function checkArchitecture(
  { architecture }: MachineFacts,
  path: Path,
  profile: HardwareProfile,
  subject: string,
): Report {
  const report = new Report();
  if (architecture !== undefined && !profile.architectures.includes(architecture)) {
    report.error(
      "HARDWARE_ARCHITECTURE",
      path,
      `${subject} is ${architecture}, and profile "${profile.name}" takes ${profile.architectures.join(" or ")}`,
      `use ${profile.architectures.map((name) => `"${name}"`).join(" or ")}`,
    );
  }
  return report;
}

/** HARDWARE_GPU_MISSING and HARDWARE_BURSTABLE: what kind of machine the profile takes. */
export function checkKind(
  { gpu, burstable }: MachineFacts,
  path: Path,
  profile: HardwareProfile,
  subject: string,
): Report {
  const report = new Report();
  if (profile.gpu && gpu === false) {
    report.error(
      "HARDWARE_GPU_MISSING",
      path,
      `${subject} has no graphics processor, and profile "${profile.name}" needs one`,
      "use a machine with a graphics processor",
    );
  }
  if (profile.burstableAllowed === false && burstable) {
    report.error(
      "HARDWARE_BURSTABLE",
      path,
      `${subject} is burstable or shares its cores, which profile "${profile.name}" does not take`,
      "use a machine with processors of its own, or allow burstable ones in the profile",
    );
  }
  return report;
}

/** HARDWARE_TOO_SMALL, as a warning when there is a waiver that says why. */
export function raiseTooSmall(
  report: Report,
  path: Path,
  message: string,
  instead: string,
  { waiver }: HardwareOptions,
): void {
  if (waiver?.trim()) {
    const hint = "remove hardwareWaiver once the machine has grown";
    report.warning("HARDWARE_TOO_SMALL", path, `${message}; waived: ${waiver}`, hint);
  } else {
    const hint = `${instead}, or say in hardwareWaiver why this one may be smaller`;
    report.error("HARDWARE_TOO_SMALL", path, message, hint);
  }
}

function raise(report: Report, gap: Gap, path: Path, options: HardwareOptions): void {
  const { fact, noun, format } = gap.measure;
  const place = at(path, fact);
  const name = (options.profile ?? standardProfile).name;
  if (gap.kind === "unknown") {
    raiseUnknown(report, place, noun, format(gap.needed));
  } else if (gap.kind === "invalid") {
    const hint = `give ${fact} as a number above 0`;
    report.error("HARDWARE_INVALID", place, `${fact} is ${gap.amount}`, hint);
  } else {
    const message = `${format(gap.amount)} is less than the ${format(gap.needed)} that profile "${name}" needs`;
    raiseTooSmall(report, place, message, "use a larger machine", options);
  }
}

function raiseUnknown(report: Report, path: Path, noun: string, needed: string): void {
  const key = String(path[path.length - 1]);
  report.error(
    "HARDWARE_UNKNOWN",
    path,
    `the ${noun} of this machine is not known; it needs ${needed}`,
    `declare ${key} in hardware`,
    { missing: true },
  );
}
