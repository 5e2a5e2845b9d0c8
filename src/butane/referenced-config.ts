import { readIgnition, type SpecVersion } from "../ignition/index.js";
import { at, formatPath, type Path } from "../report/index.js";
import { type Work, warning } from "./work.js";

/** A version that some Ignition may know and that is not checked here. */
const otherVersions = new Set<string>([
  "SPEC_VERSION_OLD",
  "SPEC_VERSION_EXPERIMENTAL",
  "SPEC_VERSION_UNKNOWN",
]);

/**
 * Checks an Ignition config that is written out inside `ignition.config`, as the machine will when
 * it boots. One of another spec than the document produces is left alone, with a warning.
 */
export function checkReferencedConfig(
  work: Work,
  inline: string | Uint8Array,
  path: Path,
  spec: SpecVersion,
): void {
  const { config, report } = readIgnition(inline, { engine: work.engine });
  const version = config?.ignition?.version;
  const other = version !== undefined && version !== spec;
  if (other || report.issues.some(({ code }) => otherVersions.has(code))) {
    const message = `the inline config is not of spec ${spec}, which this document produces; it is not checked`;
    const hint = `write "version": "${spec}" in it`;
    warning(work, "REFERENCED_CONFIG_VERSION", at(path, "version"), message, hint);
    return;
  }
  const source = work.origins.pathOf(at(path, "inline"));
  const position = work.journal.positionOf(source);
  work.journal.report.add(report, (issue) => ({
    ...issue,
    path: source,
    position,
    message: `in the inline config at ${formatPath(issue.path)}: ${issue.message}`,
  }));
}
