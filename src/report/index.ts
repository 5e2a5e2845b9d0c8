export { codes, type IssueCode, type IssueDoc } from "./codes/index.js";
export { countProblems, formatIssue, formatIssues } from "./format.js";
export type { Issue, IssueExtras, Position, Severity } from "./issue.js";
export {
  at,
  comparePaths,
  formatPath,
  isUnder,
  type Path,
  type PathKey,
  parsePath,
  root,
} from "./path.js";
export { Report } from "./report.js";
export { didYouMean } from "./suggest.js";
