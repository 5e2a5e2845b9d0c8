import type { Path, Position, Report } from "../report/index.js";
import type { InventoryMachine } from "./machine.js";

/** What a file turned out to hold. Paths begin with the index of a machine. */
export interface Inventory {
  /** As far as they could be read: what is missing or wrong in one is in the report. */
  readonly machines: readonly InventoryMachine[];
  /** Whether these are all of the file's machines. */
  readonly complete: boolean;
  /** Places of which nothing else can be said, because they could not be read. */
  readonly unread: readonly Path[];
  readonly report: Report;
  /** Where in the file a value stands, or the nearest one above it. */
  readonly positionOf: (path: Path) => Position | undefined;
}

/** An inventory of which nothing could be read, and why. */
export function unreadable(report: Report): Inventory {
  return { machines: [], complete: false, unread: [], report, positionOf: () => undefined };
}
