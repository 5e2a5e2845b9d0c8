import { type Issue, isUnder, type Path, Report } from "../report/index.js";

/**
 * Leaves out what may still come right: issues at or below a value that is promised, and issues
 * that something absent caused in a list item (or an object) of which a part is promised.
 */
export function withhold(report: Report, promised: readonly Path[]): Report {
  if (promised.length === 0) return report;
  const mayComeRight = (issue: Issue) =>
    promised.some(
      (path) =>
        isUnder(issue.path, path) || (issue.missing && isUnder(path, surroundings(issue.path))),
    );
  return new Report().add(report, (issue) => (mayComeRight(issue) ? undefined : issue));
}

/** The innermost list item around a path, or the object that holds it. */
function surroundings(path: Path): Path {
  const index = path.findLastIndex((key) => typeof key === "number");
  return index < 0 ? path.slice(0, -1) : path.slice(0, index + 1);
}
