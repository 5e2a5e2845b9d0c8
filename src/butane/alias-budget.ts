import type { Path } from "../report/index.js";
import type { Journal } from "./journal.js";

/** Values that aliases may add to a document; each 64 characters of a text count as one more. */
const maxWork = 100_000;

/** Keeps aliases of aliases from growing a small document without bound. */
export class AliasBudget {
  private work = 0;
  private readonly journal: Journal;

  constructor(journal: Journal) {
    this.journal = journal;
  }

  /** Counts values added by an alias. False once there are too many, which is reported one time. */
  spend(work: number, path: Path, offset: number): boolean {
    if (this.work > maxWork) return false;
    this.work += work;
    if (this.work <= maxWork) return true;
    const message = `aliases and merge keys add more than ${maxWork} values to the document`;
    const hint = "write the values out, or split the document";
    this.journal.error("YAML_ALIASES_EXCESSIVE", [...path], message, hint, offset);
    return false;
  }
}
