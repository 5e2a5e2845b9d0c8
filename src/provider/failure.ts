import { countProblems, formatIssues, type Report } from "../report/index.js";

/** What ends an operation on a resource: all that is wrong, as it is printed. */
export class Failure extends Error {
  readonly report: Report;

  constructor(heading: string, report: Report) {
    const { errors } = report.sorted();
    super(formatIssues(`${heading}: ${countProblems(errors.length)}`, errors));
    this.report = report;
    // Pulumi's host of dynamic providers prints the stack, which is no help here.
    this.stack = "";
  }
}
