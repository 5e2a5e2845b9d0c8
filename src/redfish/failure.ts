import { formatIssue, type Report } from "../report/index.js";

/** Why something that was tried did not work, as a report that its reader can act on. */
export class Failure extends Error {
  readonly report: Report;

  constructor(report: Report) {
    super(report.issues.map(formatIssue).join("\n\n"));
    this.report = report;
  }
}
