import { type Issue, isUnder, type Path, Report } from "../report/index.js";

/**
 * Leaves out what may still come right: issues at or below a value that is promised, and issues
 * that something absent caused which is promised.
 */
export function withhold(report: Report, promised: readonly Path[]): Report {
  if (promised.length === 0) return report;
  const mayComeRight = (issue: Issue) =>
    promised.some((path) => isUnder(issue.path, path) || mayBeMissing(issue, path));
  return new Report().add(report, (issue) => (mayComeRight(issue) ? undefined : issue));
}

/** Whether the promised value may be what the issue misses. */
function mayBeMissing({ missing, path }: Issue, promised: Path): boolean {
  if (!missing) return false;
  if (missing !== true) return isUnder(promised, missing) || isUnder(missing, promised);
  const index = path.findLastIndex((key) => typeof key === "number");
  return index >= 0 && isUnder(promised, path.slice(0, index + 1));
}
