import { type Path, Report } from "../report/index.js";
import type { Architecture } from "./architecture.js";

/** One part of a machine that is made for one architecture. */
export interface ArchitecturePart {
  /** How messages call it, as in `instance type t4g.large`. */
  readonly what: string;
  /** Undefined when it is not known. */
  readonly architecture?: Architecture;
}

/**
 * HARDWARE_ARCHITECTURE_MISMATCH for every part whose architecture differs from that of the first part
 * that has one: instance type, image, system extensions and container platforms all have to agree.
 */
export function checkArchitectures(parts: readonly ArchitecturePart[], path: Path): Report {
  const report = new Report();
  const first = parts.find(({ architecture }) => architecture !== undefined);
  for (const { what, architecture } of parts) {
    if (first === undefined || architecture === undefined || architecture === first.architecture)
      continue;
    report.error(
      "HARDWARE_ARCHITECTURE_MISMATCH",
      path,
      `${first.what} is ${first.architecture}, and ${what} is ${architecture}`,
      `make both ${first.architecture} or both ${architecture}`,
    );
  }
  return report;
}
