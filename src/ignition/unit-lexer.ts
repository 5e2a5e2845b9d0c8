/** One option of a systemd unit, trimmed. */
interface UnitOption {
  readonly section: string;
  readonly name: string;
  readonly value: string;
}

/** What go-systemd's lexer, which Ignition uses, finds in the text of a unit. */
export interface UnitText {
  /** Section headers in order; one without options is here all the same. */
  readonly sections: readonly string[];
  readonly options: readonly UnitOption[];
  /** Why the text is no unit, with the line; undefined when it is one. Never quotes the text. */
  readonly problem?: string;
}

/** Longest line systemd reads, in bytes. */
const lineMax = 2048;
/** Size of the window through which the lexer reads. */
const windowSize = 4096;

/** Reads a systemd unit as Ignition does, its limit on long lines included. */
export function lexUnit(text: string): UnitText {
  return new UnitLexer(text).lex();
}

/** What the lexer does next. */
type Step = "seek" | "header" | "rest of header" | "body" | "name" | "value" | "comment";

/**
 * The lexer of go-systemd v22, step by step. It works on bytes; a text outside of ASCII is turned
 * into one character for each byte first. Whether a long line is refused depends on how much of the
 * window is left when a step begins, so the window is followed too.
 */
class UnitLexer {
  private readonly text: string;
  private readonly wide: boolean;
  /** The next byte to read, and the end of what the window holds. */
  private at = 0;
  private filled = 0;
  private stepStart = 0;
  /** The next line break, kept between steps. */
  private lineBreak = -1;
  private readonly sections: string[] = [];
  private readonly options: UnitOption[] = [];
  private problem: string | undefined;
  private sectionName = "";
  private optionName = "";
  private partial = "";
  private afterComment: Step = "seek";

  constructor(text: string) {
    this.wide = /[\u0080-\uffff]/.test(text);
    this.text = this.wide ? Buffer.from(text, "utf8").toString("latin1") : text;
  }

  lex(): UnitText {
    let step: Step | undefined = "seek";
    while (step && this.problem === undefined) {
      this.stepStart = this.at;
      if (this.lineTooLong()) step = this.fail(`it is longer than ${lineMax} bytes`);
      else step = this[step]();
    }
    const { sections, options, problem } = this;
    return problem === undefined ? { sections, options } : { sections, options, problem };
  }

  seek(): Step | undefined {
    const rune = this.rune();
    if (rune === "[") return "header";
    if (isComment(rune)) return this.commentBefore("seek");
    return rune === "" ? undefined : "seek";
  }

  header(): Step | undefined {
    const { text, found } = this.through("]");
    if (!found) return this.fail('the section header has no "]"');
    this.sectionName = this.decode(text.slice(0, -1));
    return "rest of header";
  }

  "rest of header"(): Step | undefined {
    if (trimSpace(this.decode(this.line().text)) !== "") {
      return this.fail("there is text after the section header");
    }
    this.sections.push(this.sectionName);
    return "body";
  }

  body(): Step | undefined {
    const start = this.at;
    const rune = this.rune();
    if (rune === "") return undefined;
    if (isSpace(rune)) return "body";
    if (rune === "[") return "header";
    if (isComment(rune)) return this.commentBefore("body");
    this.at = start;
    return "name";
  }

  name(): Step | undefined {
    const start = this.at;
    for (let rune = this.rune(); rune !== "="; rune = this.rune()) {
      if (rune === "") return this.fail('the text ends before the "=" of an option');
      if (rune === "\n" || rune === "\r") return this.fail('it has no "="');
    }
    this.optionName = trimSpace(this.decode(this.text.slice(start, this.at - 1)));
    this.partial = "";
    return "value";
  }

  value(): Step | undefined {
    const { text, ended } = this.line();
    if (trimSpace(this.decode(text)) !== "") {
      this.partial += text;
      if (text.endsWith("\\")) {
        if (!ended) this.partial += "\n";
        return "value";
      }
    }
    // A newline here was put after a backslash that no further text followed.
    const value = trimSpace(this.decode(this.partial)) + (this.partial.endsWith("\n") ? "\n" : "");
    this.options.push({ section: this.sectionName, name: this.optionName, value });
    return "body";
  }

  comment(): Step | undefined {
    for (;;) {
      const { text } = this.line();
      if (!(text.endsWith(" ") ? text.slice(0, -1) : text).endsWith("\\")) return this.afterComment;
    }
  }

  private commentBefore(next: Step): Step {
    this.afterComment = next;
    return "comment";
  }

  private fail(problem: string): undefined {
    const line = this.text.slice(0, this.stepStart).split("\n").length;
    this.problem = `line ${line}: ${problem}`;
    return undefined;
  }

  /** Reads one character; empty at the end. */
  private rune(): string {
    const lead = this.text.charCodeAt(this.at);
    const length = !this.wide || !(lead >= 0xc0) ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (this.at + length > this.filled) this.fill();
    const rune = this.text.slice(this.at, this.at + length);
    this.at += rune.length;
    return length === 1 ? rune : this.decode(rune);
  }

  /** Reads a line without its end. A CRLF line keeps its CR, as upstream. */
  private line(): { text: string; ended: boolean } {
    const { text, found } = this.through("\n");
    const line = text.endsWith("\r") ? text.slice(0, -1) : text;
    return { text: line.endsWith("\n") ? line.slice(0, -1) : line, ended: !found };
  }

  /** Reads up to and including a mark, or to the end. */
  private through(mark: string): { text: string; found: boolean } {
    const start = this.at;
    const index = this.text.indexOf(mark, start);
    const stop = index < 0 ? this.text.length : index + 1;
    while (this.filled < stop) {
      if (this.filled - this.at >= windowSize) this.at = this.filled;
      this.fill();
    }
    this.at = stop;
    return { text: this.text.slice(start, stop), found: index >= 0 };
  }

  private fill(): void {
    this.filled = Math.min(this.text.length, this.at + windowSize);
  }

  private lineTooLong(): boolean {
    if (this.filled - this.at < lineMax) return false;
    if (this.lineBreak < this.at) this.lineBreak = this.nextLineBreak();
    return this.lineBreak >= this.at + lineMax;
  }

  private nextLineBreak(): number {
    lineBreaks.lastIndex = this.at;
    return lineBreaks.exec(this.text)?.index ?? Number.POSITIVE_INFINITY;
  }

  private decode(text: string): string {
    return this.wide ? Buffer.from(text, "latin1").toString("utf8") : text;
  }
}

const lineBreaks = /[\r\n]/g;
const isComment = (rune: string) => rune === "#" || rune === ";";

/** What Go takes for white space; JavaScript's `trim` differs in two characters. */
const spaces = new Set(
  "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
);
const isSpace = (char: string | undefined) => char !== undefined && spaces.has(char);

function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text[start])) start++;
  while (end > start && isSpace(text[end - 1])) end--;
  return text.slice(start, end);
}
