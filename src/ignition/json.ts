/** What is wrong with a text as JSON, and how many bytes Go's decoder had read when it said so. */
interface JsonProblem {
  readonly offset: number;
  readonly message: string;
}

/**
 * A JSON text cut into tokens, one for each value and each key, in the order of the text. A
 * container is one token too and `next` leads past all it holds; an object's keys and values
 * alternate.
 */
export interface JsonTokens {
  readonly bytes: Buffer;
  readonly count: number;
  /** First byte of each token. */
  readonly start: Int32Array;
  /** The byte after each token. */
  readonly end: Int32Array;
  /** The token after each token and all it holds. */
  readonly next: Int32Array;
}

export type JsonScan =
  | { readonly tokens: JsonTokens; readonly problem?: undefined }
  | { readonly tokens?: undefined; readonly problem: JsonProblem };

/** Cuts a JSON text into tokens, refusing what Go's encoding/json refuses. */
export function scanJson(bytes: Buffer): JsonScan {
  const scanner = new Scanner(bytes);
  const problem = scanner.scan();
  return problem ? { problem } : { tokens: scanner.tokens() };
}

/** Nesting that Go's decoder refuses to pass. */
const maxDepth = 10_000;

const code = {
  quote: 0x22,
  comma: 0x2c,
  minus: 0x2d,
  dot: 0x2e,
  zero: 0x30,
  colon: 0x3a,
  openList: 0x5b,
  backslash: 0x5c,
  closeList: 0x5d,
  letterU: 0x75,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const;

const literals = new Map(
  ["true", "false", "null"].map((word) => [word.charCodeAt(0), Buffer.from(word)]),
);
const simpleEscapes = new Set(Buffer.from('bfnrt\\/"'));

const isSpace = (byte?: number) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
const isDigit = (byte?: number) => byte !== undefined && byte >= 0x30 && byte <= 0x39;
const isExponent = (byte?: number) => byte === 0x65 || byte === 0x45;
const isHex = (byte?: number) =>
  isDigit(byte) || (byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);

/** What may stand at the current byte. */
type Expected = "value" | "value or ]" | "key" | "key or }" | "colon" | "comma or end" | "nothing";

const expectations: Record<Expected, string> = {
  value: "where a value belongs",
  "value or ]": "where a value belongs",
  key: "where a key in double quotes belongs",
  "key or }": "where a key in double quotes belongs",
  colon: "where the colon after a key belongs",
  "comma or end": "where a comma or the end of the list or object belongs",
  nothing: "after the end of the document",
};

class Scanner {
  private at = 0;
  private count = 0;
  private capacity = 1024;
  private start = new Int32Array(this.capacity);
  private end = new Int32Array(this.capacity);
  private next = new Int32Array(this.capacity);
  /** Tokens of the containers the current byte is in. */
  private readonly open: number[] = [];
  private problem: JsonProblem | undefined;
  private readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  tokens(): JsonTokens {
    const { bytes, count, start, end, next } = this;
    return { bytes, count, start, end, next };
  }

  scan(): JsonProblem | undefined {
    let expected: Expected = "value";
    while (!this.problem) {
      while (isSpace(this.bytes[this.at])) this.at++;
      if (this.at >= this.bytes.length) {
        if (expected !== "nothing") this.fail("the text ends too early");
        break;
      }
      expected = this.step(expected);
    }
    return this.problem;
  }

  private step(expected: Expected): Expected {
    const byte = this.bytes[this.at];
    switch (expected) {
      case "value or ]":
        return byte === code.closeList ? this.close() : this.value(expected);
      case "value":
        return this.value(expected);
      case "key or }":
        return byte === code.closeObject ? this.close() : this.key(expected);
      case "key":
        return this.key(expected);
      case "colon":
        if (byte !== code.colon) return this.refuse(expected);
        this.at++;
        return "value";
      case "comma or end":
        return this.afterItem(expected);
      case "nothing":
        return this.refuse(expected);
    }
  }

  private value(expected: Expected): Expected {
    const byte = this.bytes[this.at];
    if (byte === code.openObject || byte === code.openList) {
      this.open.push(this.push());
      this.at++;
      if (this.open.length > maxDepth) this.fail(`nested deeper than ${maxDepth} levels`);
      return byte === code.openObject ? "key or }" : "value or ]";
    }
    const token = this.push();
    const literal = byte === undefined ? undefined : literals.get(byte);
    if (byte === code.quote) this.string();
    else if (byte === code.minus || isDigit(byte)) this.number();
    else if (literal) this.literal(literal);
    else return this.refuse(expected);
    this.finish(token);
    return this.afterValue();
  }

  private key(expected: Expected): Expected {
    if (this.bytes[this.at] !== code.quote) return this.refuse(expected);
    const token = this.push();
    this.string();
    this.finish(token);
    return "colon";
  }

  private afterItem(expected: Expected): Expected {
    const byte = this.bytes[this.at];
    const inObject = this.bytes[this.start[this.open.at(-1) ?? 0] ?? 0] === code.openObject;
    if (byte === code.comma) {
      this.at++;
      return inObject ? "key" : "value";
    }
    if (byte === (inObject ? code.closeObject : code.closeList)) return this.close();
    return this.refuse(expected);
  }

  private close(): Expected {
    this.at++;
    const token = this.open.pop();
    if (token !== undefined) this.finish(token);
    return this.afterValue();
  }

  private afterValue(): Expected {
    return this.open.length > 0 ? "comma or end" : "nothing";
  }

  private string(): void {
    const { bytes } = this;
    for (let at = this.at + 1; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      if (byte === code.quote) {
        this.at = at + 1;
        return;
      }
      if (byte < 0x20) {
        this.failAt(at, "a control character inside a string, where it must be escaped");
        return;
      }
      if (byte !== code.backslash) continue;
      at++;
      const letter = bytes[at];
      if (letter !== code.letterU) {
        if (letter === undefined || simpleEscapes.has(letter)) continue;
        this.failAt(at, "an unknown escape inside a string");
        return;
      }
      for (let digit = 0; digit < 4 && at + 1 < bytes.length; digit++) {
        at++;
        if (isHex(bytes[at])) continue;
        this.failAt(at, "a unicode escape without four hexadecimal digits");
        return;
      }
    }
    this.at = bytes.length;
    this.fail("the text ends inside a string");
  }

  private number(): void {
    const { bytes } = this;
    if (bytes[this.at] === code.minus) this.at++;
    if (bytes[this.at] === code.zero) this.at++;
    else this.digits();
    if (bytes[this.at] === code.dot) {
      this.at++;
      this.digits();
    }
    if (isExponent(bytes[this.at])) {
      this.at++;
      if (bytes[this.at] === 0x2b || bytes[this.at] === code.minus) this.at++;
      this.digits();
    }
  }

  private digits(): void {
    if (!isDigit(this.bytes[this.at])) this.fail("a number without a digit where one belongs");
    while (isDigit(this.bytes[this.at])) this.at++;
  }

  private literal(word: Buffer): void {
    for (const byte of word) {
      const found = this.bytes[this.at];
      if (found !== byte) this.fail(`${describe(found)} inside ${word}`);
      this.at++;
    }
  }

  /** Adds the token that starts at the current byte. */
  private push(): number {
    if (this.count === this.capacity) this.grow();
    this.start[this.count] = this.at;
    return this.count++;
  }

  /** Ends a token before the current byte. */
  private finish(token: number): void {
    this.end[token] = this.at;
    this.next[token] = this.count;
  }

  private grow(): void {
    this.capacity *= 2;
    const grown = (old: Int32Array) => {
      const larger = new Int32Array(this.capacity);
      larger.set(old);
      return larger;
    };
    this.start = grown(this.start);
    this.end = grown(this.end);
    this.next = grown(this.next);
  }

  private refuse(expected: Expected): Expected {
    this.fail(`${describe(this.bytes[this.at])} ${expectations[expected]}`);
    return expected;
  }

  private fail(message: string): void {
    this.failAt(this.at, message);
  }

  private failAt(at: number, message: string): void {
    this.problem ??= { offset: Math.min(at + 1, this.bytes.length), message };
  }
}

function describe(byte: number | undefined): string {
  if (byte === undefined) return "the end of the text";
  return byte > 0x20 && byte < 0x7f
    ? JSON.stringify(String.fromCharCode(byte))
    : `byte 0x${byte.toString(16).padStart(2, "0")}`;
}
