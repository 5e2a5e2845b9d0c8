import type { IssueCode } from "./codes/index.js";
import type { Issue, IssueExtras } from "./issue.js";
import { comparePaths, type Path } from "./path.js";

/** All that was found wrong with one object. Collected in full, raised once. */
export class Report {
  readonly issues: Issue[] = [];

  /** Adds an error: what it is, where, the rule with the value, and what to do. */
  error(code: IssueCode, path: Path, message: string, hint: string, extras?: IssueExtras): void {
    this.issues.push({ code, severity: "error", path, message, hint, ...extras });
  }

  /** Adds a warning, which is shown and never stops anything. */
  warning(code: IssueCode, path: Path, message: string, hint: string, extras?: IssueExtras): void {
    this.issues.push({ code, severity: "warning", path, message, hint, ...extras });
  }

  /** Takes over the issues of another report, as they are or each one changed by `map`. */
  add(other: Report, map?: (issue: Issue) => Issue | undefined): this {
    for (const issue of other.issues) {
      const mapped = map ? map(issue) : issue;
      if (mapped) this.issues.push(mapped);
    }
    return this;
  }

  get errors(): Issue[] {
    return this.issues.filter((issue) => issue.severity === "error");
  }

  get warnings(): Issue[] {
    return this.issues.filter((issue) => issue.severity === "warning");
  }

  get hasErrors(): boolean {
    return this.issues.some((issue) => issue.severity === "error");
  }

  /** The same issues by path, then code, each one once. */
  sorted(): Report {
    const report = new Report();
    const seen = new Set<string>();
    const ordered = [...this.issues].sort(
      (a, b) => comparePaths(a.path, b.path) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
    );
    for (const issue of ordered) {
      const key = JSON.stringify([issue.code, issue.path, issue.message, issue.position]);
      if (!seen.has(key)) report.issues.push(issue);
      seen.add(key);
    }
    return report;
  }
}
