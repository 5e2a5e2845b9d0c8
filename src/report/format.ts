import type { Issue } from "./issue.js";
import { formatPath } from "./path.js";

/** One issue as lines of text: code and path, message, fix. */
export function formatIssue(issue: Issue): string {
  const { position } = issue;
  const place = position
    ? `  (${position.source ? `${position.source}:` : "line "}${position.line}:${position.column})`
    : "";
  return [
    `  ${issue.code}  ${formatPath(issue.path)}${place}`,
    `    ${issue.message}`,
    `    fix: ${issue.hint}`,
  ].join("\n");
}

/** A heading and the issues below it, separated by blank lines. */
export function formatIssues(heading: string, issues: readonly Issue[]): string {
  return [heading, ...issues.map(formatIssue)].join("\n\n");
}

/** "1 problem", "2 problems". */
export function countProblems(count: number): string {
  return count === 1 ? "1 problem" : `${count} problems`;
}
