/** What the catalogue says about one issue code. */
export interface IssueDoc {
  /** The rule in one line. */
  readonly title: string;
  /** Why the rule exists, what happens without it, and where that is written. */
  readonly explanation: string;
}

/** A frozen part of the catalogue; the keys are the codes. */
export function defineCodes<const T extends Record<string, IssueDoc>>(table: T): Readonly<T> {
  return Object.freeze(table);
}
