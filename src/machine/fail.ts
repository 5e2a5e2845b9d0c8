import * as pulumi from "@pulumi/pulumi";
import { countProblems, formatIssues, formatPath, type Report } from "../report/index.js";

/**
 * All that is wrong with one resource. The program host prints it without a stack trace; hosted as a
 * provider, Pulumi also takes the property errors from it.
 */
export class InvalidMachineError extends pulumi.ResourceError {
  /** Marks the error for `pulumi.InputPropertiesError.isInstance`. */
  readonly __pulumiInputPropertiesError = true;
  readonly errors: pulumi.InputPropertyErrorDetails[];

  constructor(resource: pulumi.Resource, name: string, report: Report) {
    const { errors } = report.sorted();
    const type = resource.constructor.name;
    super(
      formatIssues(`${type} "${name}" cannot be built: ${countProblems(errors.length)}`, errors),
      resource,
      true,
    );
    // Pulumi's host inspects the error with all that it holds, and a whole resource takes it seconds.
    Object.defineProperty(this, "resource", { enumerable: false });
    this.stack = inspectable(this.stack);
    this.errors = errors.map((issue) => ({
      propertyPath: formatPath(issue.path).replace(/^\$\.?/, ""),
      reason: `${issue.code}: ${issue.message}; fix: ${issue.hint}`,
    }));
  }
}

/**
 * A stack without the frames that Node's `util.inspect` never comes to an end with: files directly below
 * a scope, as in node_modules/@pulumi/output.ts, which is what Pulumi's source maps call its files. It
 * gives up after half a minute, with memory full.
 */
function inspectable(stack = ""): string {
  const frames = stack.split("\n");
  return frames.filter((frame) => !/node_modules[\\/]@[^\\/]+[\\/][^\\/]+$/.test(frame)).join("\n");
}

/** Raises the errors of a report, all in one. */
export function raise(resource: pulumi.Resource, name: string, report: Report): void {
  if (report.hasErrors) throw new InvalidMachineError(resource, name, report);
}

/** Shows the warnings of a report beside the resource. */
export function warn(resource: pulumi.Resource, name: string, report: Report): void {
  const { warnings } = report.sorted();
  if (warnings.length === 0) return;
  const heading = `${resource.constructor.name} "${name}": ${warnings.length === 1 ? "1 warning" : `${warnings.length} warnings`}`;
  void pulumi.log.warn(formatIssues(heading, warnings), resource).catch(() => undefined);
}
