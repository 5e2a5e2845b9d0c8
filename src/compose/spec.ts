import {
  checkDowngrade,
  type IgnitionDocument,
  type SpecVersion,
  upgradeIgnition,
} from "../ignition/index.js";
import type { Path, Report } from "../report/index.js";
import type { Part, Written } from "./part.js";

/** A document as a part at the spec version of the result; what would be lost on the way down is an error. */
export function partAt(
  spec: SpecVersion,
  config: IgnitionDocument,
  writtenAt: (place: Path) => Written,
  report: Report,
): Part {
  const version = config.ignition.version ?? spec;
  if (version <= spec) return { config: upgradeIgnition(config, spec), writtenAt };
  report.add(checkDowngrade(config, spec), (issue) => ({ ...issue, ...writtenAt(issue.path) }));
  return { config: { ...config, ignition: { ...config.ignition, version: spec } }, writtenAt };
}
