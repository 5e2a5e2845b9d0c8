import {
  type IgnitionDocument,
  mergeIgnition,
  type Origins,
  type SpecVersion,
} from "../ignition/index.js";
import { formatPath, type Path, type Report } from "../report/index.js";
import { findConflicts } from "./conflict.js";
import type { Part, Written } from "./part.js";

/** Parts merged one after the other, with the way back to where each value was written. */
export class MergeChain {
  config: IgnitionDocument;
  private readonly merges: { part: Part; origins: Origins }[] = [];

  constructor(spec: SpecVersion) {
    this.config = { ignition: { version: spec } };
  }

  /** Puts a part over all before it. */
  merge(part: Part): void {
    const { config, origins } = mergeIgnition(this.config, part.config);
    this.config = config;
    this.merges.push({ part, origins });
  }

  /** Where the value at a path of `config` was written: from the last merge back to the one that brought it. */
  originOf(path: Path): { written: Written; implied?: boolean } {
    let place = path;
    for (const { part, origins } of this.merges.toReversed()) {
      const origin = origins.originOf(place);
      if (origin.side === "child")
        return { written: part.writtenAt(origin.path), implied: part.implied };
      place = origin.path;
    }
    return { written: { path: [] } };
  }

  /** Raises FRAGMENT_CONFLICT where a part sets another value than the user wrote before it. */
  checkConflicts(part: Part, report: Report): void {
    if (part.implied) return;
    for (const conflict of findConflicts(this.config, part.config)) {
      const before = this.originOf(conflict.parent);
      if (before.implied) continue;
      const { path, position } = part.writtenAt(conflict.child);
      report.error(
        "FRAGMENT_CONFLICT",
        path,
        `another value than at ${describe(before.written)}, which this would override`,
        'keep one of the two, or let the later one win with onConflict: "override"',
        { position },
      );
    }
  }
}

function describe({ path, position }: Written): string {
  const place = position
    ? ` (${position.source ?? "line"}:${position.line}:${position.column})`
    : "";
  return `${formatPath(path)}${place}`;
}
