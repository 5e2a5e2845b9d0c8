import type { Path, PathKey, Position } from "../report/index.js";
import type { Journal } from "./journal.js";
import { snakeCase } from "./schema.js";

/** Where a value of the produced config comes from. */
export interface Origin {
  /** The path in the Butane document, with the keys as written there. */
  readonly path: Path;
  /** The start of that value in the text, or of the nearest one around it. */
  readonly position: Position;
}

interface Step {
  readonly below: Map<PathKey, Step>;
  /** What this path comes from; with `whole`, everything below comes from the same value. */
  origin?: { readonly path: Path; readonly whole: boolean };
}

/**
 * Leads from paths of the produced config back to the document. Most paths differ by their
 * spelling only; what the translation moved or made is recorded here.
 */
export class Origins {
  private readonly top: Step = { below: new Map() };

  private readonly journal: Journal;

  constructor(journal: Journal) {
    this.journal = journal;
    this.make(["ignition", "version"], ["version"]);
  }

  /** The origin of the value at a path of the config, or of the nearest one around it. */
  originOf(path: Path): Origin {
    const source = this.pathOf(path);
    return { path: source, position: this.journal.positionOf(source) };
  }

  /** The path in the document for a path of the config. */
  pathOf(path: Path): Path {
    let step: Step | undefined = this.top;
    let found: Path = [];
    let rest = 0;
    for (let depth = 1; depth <= path.length; depth++) {
      step = step.below.get(path[depth - 1] ?? 0);
      if (!step) break;
      if (step.origin) {
        found = step.origin.path;
        rest = step.origin.whole ? path.length : depth;
      }
    }
    const spelled = path.slice(rest).map((key) => (typeof key === "string" ? snakeCase(key) : key));
    return [...found, ...spelled];
  }

  /** The value at `path` and all below it stand at `source` in the document. */
  move(path: Path, source: Path): void {
    this.stepTo(path).origin = { path: source, whole: false };
  }

  /** The value at `path` and all below it were made from the one value at `source`. */
  make(path: Path, source: Path): void {
    this.stepTo(path).origin = { path: source, whole: true };
  }

  /** Drops what is recorded below a path. */
  forget(path: Path): void {
    this.stepTo(path).below.clear();
  }

  private stepTo(path: Path): Step {
    let step = this.top;
    for (const key of path) {
      const next = step.below.get(key) ?? { below: new Map() };
      step.below.set(key, next);
      step = next;
    }
    return step;
  }
}
