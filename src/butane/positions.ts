import type { Position } from "../report/index.js";

/** Turns offsets of one text into lines and columns, both from 1; columns count characters, not code units. */
export class Positions {
  private readonly lineStarts: number[] = [0];
  private readonly pairs: number[] = [];

  private readonly source: string | undefined;

  constructor(text: string, source?: string) {
    this.source = source;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
      this.lineStarts.push(at + 1);
    }
    for (const pair of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) this.pairs.push(pair.index);
  }

  at(offset: number): Position {
    const line = countUpTo(this.lineStarts, offset);
    const start = this.lineStarts[line - 1] ?? 0;
    const pairs = countUpTo(this.pairs, offset - 1) - countUpTo(this.pairs, start - 1);
    const position = { line, column: offset - start - pairs + 1 };
    return this.source === undefined ? position : { source: this.source, ...position };
  }
}

/** How many of the ascending numbers are not above `limit`. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
