import type { Path, Position } from "../report/index.js";
import type { JsonTokens } from "./json.js";
import { stringOf } from "./json-text.js";

/** Finds things in a JSON text: members and items of tokens, lines and columns of bytes. */
export class JsonPlaces {
  readonly tokens: JsonTokens;
  private readonly members = new Map<number, ReadonlyMap<string, number>>();
  private readonly items = new Map<number, readonly number[]>();
  private lines: readonly number[] | undefined;

  constructor(tokens: JsonTokens) {
    this.tokens = tokens;
  }

  /** The value tokens of an object by key, the last one of each; undefined for anything else. */
  membersOf(token: number): ReadonlyMap<string, number> | undefined {
    const { bytes, start, next } = this.tokens;
    if (bytes[start[token] ?? 0] !== 0x7b) return undefined;
    const known = this.members.get(token);
    if (known) return known;
    const found = new Map<string, number>();
    const stop = next[token] ?? 0;
    for (let key = token + 1; key < stop; key = next[key + 1] ?? stop) {
      found.set(stringOf(this.tokens, key), key + 1);
    }
    this.members.set(token, found);
    return found;
  }

  /** The tokens of a list's items; undefined for anything else. */
  itemsOf(token: number): readonly number[] | undefined {
    const { bytes, start, next } = this.tokens;
    if (bytes[start[token] ?? 0] !== 0x5b) return undefined;
    const known = this.items.get(token);
    if (known) return known;
    const found: number[] = [];
    const stop = next[token] ?? 0;
    for (let item = token + 1; item < stop; item = next[item] ?? stop) found.push(item);
    this.items.set(token, found);
    return found;
  }

  /** Where the key of a member stands. */
  keyPosition(valueToken: number): Position | undefined {
    return this.positionAt(this.tokens.start[valueToken - 1] ?? 0);
  }

  /** Where the value at a path stands, or the deepest value above it that exists. */
  positionOf(path: Path): Position | undefined {
    let token = 0;
    for (const key of path) {
      const child =
        typeof key === "number" ? this.itemsOf(token)?.[key] : this.membersOf(token)?.get(key);
      if (child === undefined) break;
      token = child;
    }
    return this.valuePosition(token);
  }

  /** Where a value stands; for an object or list that is inside of its bracket, as Ignition says. */
  valuePosition(token: number): Position | undefined {
    const { bytes, start } = this.tokens;
    const at = start[token] ?? 0;
    return this.positionAt(bytes[at] === 0x7b || bytes[at] === 0x5b ? at + 1 : at);
  }

  /** Line and column of a byte, both from 1, the column in bytes; undefined past the end. */
  positionAt(offset: number): Position | undefined {
    return positionAt(this.tokens.bytes, offset, this.lineStarts());
  }

  private lineStarts(): readonly number[] {
    this.lines ??= lineStarts(this.tokens.bytes);
    return this.lines;
  }
}

/** Line and column of a byte, both from 1, the column in bytes; undefined past the end. */
export function positionAt(
  bytes: Buffer,
  offset: number,
  lines: readonly number[] = lineStarts(bytes),
): Position | undefined {
  if (offset >= bytes.length) return undefined;
  let low = 0;
  let high = lines.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
}

function lineStarts(bytes: Buffer): number[] {
  const starts = [0];
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) starts.push(at + 1);
  return starts;
}
