import type { IssueCode } from "./codes/index.js";
import type { Path } from "./path.js";

/** An error stops the machine from being made; a warning is shown and passes. */
export type Severity = "error" | "warning";

/** A place in a text that a user wrote; line and column count from 1. */
export interface Position {
  /** Name of the file or document, when there is one. */
  readonly source?: string;
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong, said so that its reader can mend it. */
export interface Issue {
  /** Stable name of the rule; its explanation is in the catalogue of codes. */
  readonly code: IssueCode;
  readonly severity: Severity;
  /** Where, in the object the user passed. */
  readonly path: Path;
  /** The rule with the value and the limit. Never contents of files or units, keys or passwords. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** Where in a text, when the value came from one. */
  readonly position?: Position;
  /**
   * Set when something absent caused the issue: the path of what is absent, or true for something in
   * the same list item. While that is still promised the issue is withheld, because the promise may
   * be exactly what is missing.
   */
  readonly missing?: true | Path;
}

/** The parts of an issue that its rule decides beyond code, path and text. */
export type IssueExtras = Pick<Issue, "position" | "missing">;
