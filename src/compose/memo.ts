import type { EngineRules } from "../ignition/index.js";

/** Characters of all texts together that one memo keeps results for. */
const capacity = 1_000_000;

/**
 * What documents were read as, for the texts asked for last: a thousand machines share five
 * fragments, and reading those takes longer than all the rest. A result must depend on the text and
 * the engine alone.
 */
export class Memo<R> {
  private readonly kept = new Map<string, { engine: EngineRules | undefined; result: R }>();
  private size = 0;

  /** The result for a text, made when it is not known. It is shared, so it must not be changed. */
  get(text: string, engine: EngineRules | undefined, make: () => R): R {
    const known = this.kept.get(text);
    const entry = known && known.engine === engine ? known : { engine, result: make() };
    if (this.kept.delete(text)) this.size -= text.length;
    this.kept.set(text, entry);
    this.size += text.length;
    this.shrink();
    return entry.result;
  }

  /** Drops what was not asked for longest. */
  private shrink(): void {
    for (const text of this.kept.keys()) {
      if (this.size <= capacity) return;
      this.kept.delete(text);
      this.size -= text.length;
    }
  }
}
