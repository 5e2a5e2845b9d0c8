import { at, type IssueCode, type Path, Report } from "../report/index.js";
import { type Architecture, architectures } from "./architecture.js";
import { type HardwareProfile, standardProfile } from "./profile.js";
import { formatMemory } from "./units.js";

/** What is known of a machine; a fact that is absent is not known. */
export interface MachineFacts {
  vcpus?: number;
  /** MiB */
  memoryMib?: number;
  /** Unit of the place: GiB in clouds, GB on bare metal. */
  diskGb?: number;
  architecture?: Architecture;
}

/** How a fact is compared and spoken of. */
interface Measure {
  readonly fact: "vcpus" | "memoryMib" | "diskGb";
  readonly noun: string;
  readonly format: (amount: number) => string;
}

const measures: readonly Measure[] = [
  { fact: "vcpus", noun: "processors", format: (n) => `${n} vCPU` },
  { fact: "memoryMib", noun: "memory", format: formatMemory },
  { fact: "diskGb", noun: "disk", format: (n) => `${n} GB` },
];

/** How to look at the facts. */
export interface HardwareOptions {
  /** Defaults to the floor. */
  readonly profile?: HardwareProfile;
  /** Why this machine may be smaller; turns HARDWARE_TOO_SMALL into a warning. */
  readonly waiver?: string;
  /** Facts that do not count here, as the disk of a machine that runs from memory. */
  readonly ignore?: readonly Measure["fact"][];
}

/**
 * Compares what is known of a machine with a profile.
 * Raises HARDWARE_TOO_SMALL, HARDWARE_UNKNOWN, HARDWARE_INVALID and HARDWARE_ARCHITECTURE.
 */
export function checkHardware(
  facts: MachineFacts,
  path: Path,
  options: HardwareOptions = {},
): Report {
  const report = new Report();
  const profile = options.profile ?? standardProfile;
  for (const measure of measures) {
    if (!options.ignore?.includes(measure.fact))
      checkMeasure(report, facts, measure, path, profile, options);
  }
  const { architecture } = facts;
  if (architecture === undefined) {
    unknown(report, at(path, "architecture"), "architecture", architectures.join(" or "));
  } else if (!profile.architectures.includes(architecture)) {
    report.error(
      "HARDWARE_ARCHITECTURE",
      at(path, "architecture"),
      `"${architecture}" is not one of ${profile.architectures.join(", ")}`,
      `use ${profile.architectures.map((name) => `"${name}"`).join(" or ")}`,
    );
  }
  return report;
}

function checkMeasure(
  report: Report,
  facts: MachineFacts,
  { fact, noun, format }: Measure,
  path: Path,
  profile: HardwareProfile,
  options: HardwareOptions,
): void {
  const amount = facts[fact];
  const place = at(path, fact);
  if (amount === undefined) {
    unknown(report, place, noun, format(profile[fact]));
    return;
  }
  if (!Number.isFinite(amount) || amount <= 0) {
    const hint = `give ${fact} as a number above 0`;
    report.error("HARDWARE_INVALID", place, `${fact} is ${amount}`, hint);
    return;
  }
  if (amount >= profile[fact]) return;
  const message = `${format(amount)} is less than the ${format(profile[fact])} that profile "${profile.name}" needs`;
  const code: IssueCode = "HARDWARE_TOO_SMALL";
  if (options.waiver) {
    report.warning(
      code,
      place,
      `${message}; waived: ${options.waiver}`,
      "remove hardwareWaiver once the machine has grown",
    );
  } else {
    report.error(
      code,
      place,
      message,
      "use a larger machine, or say in hardwareWaiver why this one may be smaller",
    );
  }
}

function unknown(report: Report, path: Path, noun: string, needed: string): void {
  const key = String(path[path.length - 1]);
  report.error(
    "HARDWARE_UNKNOWN",
    path,
    `the ${noun} of this machine is not known; it needs ${needed}`,
    `declare ${key} in hardware`,
    { missing: true },
  );
}
