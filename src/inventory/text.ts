import type { Position } from "../report/index.js";

/** A text that people wrote, as bytes, and its lines. */
export class Text {
  /** Without a byte order mark. */
  readonly bytes: Buffer;
  private readonly name: string;
  /** First byte of each line. */
  private readonly starts: readonly number[];

  constructor(bytes: Buffer, name: string) {
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    this.bytes = marked ? bytes.subarray(3) : bytes;
    this.name = name;
    this.starts = lineStarts(this.bytes);
  }

  /** Line and column of a byte, both from 1, the column in characters. */
  positionAt(offset: number): Position {
    const line = this.starts.findLastIndex((start) => start <= offset);
    const before = this.bytes.toString("utf8", this.starts[line], offset);
    return { source: this.name, line: line + 1, column: before.length + 1 };
  }

  /** A position with the name of the file. */
  named(position: Position | undefined): Position | undefined {
    return position && { ...position, source: this.name };
  }

  /** Where the first row after a byte begins: its line, or one below that is neither empty nor a comment. */
  rowAfter(offset: number): number {
    for (const [line, start] of this.starts.entries()) {
      if (start > offset && !/^\s*(#|$)/.test(this.line(line))) return start;
    }
    return this.bytes.length;
  }

  /** The text of the first row. */
  firstRow(): string {
    return this.line(this.starts.indexOf(this.rowAfter(-1)));
  }

  private line(index: number): string {
    return this.bytes.toString("utf8", this.starts[index], this.starts[index + 1]).trimEnd();
  }
}

/** Lines end with a line feed, a carriage return, or both. */
function lineStarts(bytes: Buffer): number[] {
  const starts = [0];
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) starts.push(at + 1);
  }
  return starts;
}
