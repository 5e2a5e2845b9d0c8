import type { IgnitionDocument } from "../ignition/index.js";
import type { Path, Position } from "../report/index.js";

/** A place that a user knows: in the object they passed, and in the text when there was one. */
export interface Written {
  readonly path: Path;
  readonly position?: Position;
}

/** One config on its way into a merge, and the way back from its paths to what was written. */
export interface Part {
  readonly config: IgnitionDocument;
  /** Follows from an arg, so that what the user wrote may differ from it. */
  readonly implied?: boolean;
  writtenAt(path: Path): Written;
}
