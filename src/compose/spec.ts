import {
  checkDowngrade,
  type IgnitionDocument,
  type SpecVersion,
  upgradeIgnition,
} from "../ignition/index.js";
import { at, type Path, type Report } from "../report/index.js";

/** A document at the spec version of the result; what would be lost on the way down is an error. */
export function toSpec(
  config: IgnitionDocument,
  spec: SpecVersion,
  path: Path,
  report: Report,
): IgnitionDocument {
  const version = config.ignition.version ?? spec;
  if (version <= spec) return upgradeIgnition(config, spec);
  report.add(checkDowngrade(config, spec), (issue) => ({
    ...issue,
    path: at(path, ...issue.path),
  }));
  return { ...config, ignition: { ...config.ignition, version: spec } };
}
