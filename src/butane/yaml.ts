import {
  Composer,
  type Document,
  type ErrorCode,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type ParsedNode,
  Parser,
  type Scalar,
} from "yaml";
import { type IssueCode, root } from "../report/index.js";
import type { Journal } from "./journal.js";
import type { YamlNode, YamlScalar, YamlValue } from "./yaml-tree.js";

/** Collections inside each other; a Butane document needs nine. */
const maxDepth = 100;
/** Words and marks of YAML, about eight to a line; a block of text counts as one. */
const maxLexemes = 200_000;
/** After this many syntax errors the rest is an echo of the first ones. */
const maxErrors = 20;

const composerOptions = {
  // Every scalar stays a string: types are decided by the member that receives it.
  schema: "failsafe",
  resolveKnownTags: false,
  uniqueKeys: false,
  strict: false,
  prettyErrors: false,
  logLevel: "silent",
} as const;

/** Parses the first document of a YAML text. Undefined when it holds none, or errors (which are in the journal). */
export function parseYaml(text: string, journal: Journal): YamlNode | undefined {
  const document = composeFirst(text, journal);
  if (!document) return undefined;
  for (const { code, pos } of document.errors.slice(0, maxErrors)) {
    const [message, hint] = syntaxErrors[code] ?? unexpected;
    journal.error("YAML_SYNTAX", root, message, hint, pos[0]);
  }
  if (journal.report.hasErrors || !document.contents) return undefined;
  const tree = new TreeBuilder(text, journal).build(document.contents);
  return journal.report.hasErrors ? undefined : tree;
}

function composeFirst(text: string, journal: Journal): Document.Parsed | undefined {
  const parser = new Parser();
  let ended = false;
  let lexemes = 0;
  let oddities = 0;
  function* tokens() {
    for (const lexeme of new Lexer().lex(text)) {
      for (const token of parser.next(lexeme)) {
        yield token;
        if (token.type === "error" || token.type === "directive") oddities++;
      }
      lexemes++;
      const limit = exceeded(parser.stack.length, lexemes, oddities);
      if (limit) {
        journal.error(limit.code, root, limit.message, limit.hint, parser.offset);
        return;
      }
    }
    ended = true;
    yield* parser.end();
  }
  try {
    for (const document of new Composer(composerOptions).compose(tokens(), true, text.length)) {
      if (!ended && !journal.report.hasErrors) {
        const message = "only the first YAML document is read; what follows it is dropped";
        const hint = "give each document on its own, or remove the line that separates them";
        journal.warning("YAML_MORE_DOCUMENTS", root, message, hint, document.range[2]);
      }
      return document;
    }
  } catch {
    journal.error("YAML_SYNTAX", root, ...unexpected, parser.offset);
  }
  return undefined;
}

interface Limit {
  readonly code: IssueCode;
  readonly message: string;
  readonly hint: string;
}

/** The limit that a document has gone beyond; each keeps the time of parsing within bounds. */
function exceeded(depth: number, lexemes: number, oddities: number): Limit | undefined {
  if (depth > maxDepth) {
    const message = `collections are nested more than ${maxDepth} deep`;
    return { code: "YAML_TOO_DEEP", message, hint: "flatten the document" };
  }
  if (lexemes > maxLexemes) {
    const message = `the document has more than ${maxLexemes} words and marks`;
    const hint = "split it into several documents, or give bulk data as block text or local files";
    return { code: "YAML_TOO_LARGE", message, hint };
  }
  if (oddities <= maxErrors) return undefined;
  const [message, hint] = unexpected;
  return { code: "YAML_SYNTAX", message, hint };
}

/** Turns the parser's nodes into ours and resolves aliases, which may only name what came before them. */
class TreeBuilder {
  private readonly anchors = new Map<string, YamlValue | "open">();

  private readonly text: string;
  private readonly journal: Journal;
  /** A text that ends without a line break; neither does a block text at its end, whatever YAML 1.2 says. */
  private readonly unfinished: boolean;

  constructor(text: string, journal: Journal) {
    this.text = text;
    this.journal = journal;
    this.unfinished = text.slice(text.lastIndexOf("\n") + 1).trim() !== "";
  }

  build(node: ParsedNode | null): YamlNode {
    if (isAlias(node)) return this.alias(node.source, node.range?.[0] ?? 0);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.anchors.set(anchor, "open");
    const value = this.value(node);
    if (anchor !== undefined) this.anchors.set(anchor, value);
    return value;
  }

  private value(node: ParsedNode | null): YamlValue {
    const offset = this.startOf(node);
    if (isMap(node)) {
      const pairs = node.items.map((pair) => ({
        key: this.build(pair.key),
        value: this.build(pair.value),
      }));
      // A flow mapping starts at its bracket, a block mapping at its first key.
      const first = node.flow || node.anchor || node.tag ? undefined : pairs[0]?.key.offset;
      return { kind: "mapping", offset: first ?? offset, pairs };
    }
    if (isSeq(node)) {
      return {
        kind: "list",
        offset,
        items: node.items.map((item) => this.build(item as ParsedNode)),
      };
    }
    if (isScalar(node)) {
      return this.scalar(node, offset);
    }
    return { kind: "scalar", offset, text: "", plain: true };
  }

  /** A node begins with its anchor and tag, which the parser counts apart. */
  private startOf(node: ParsedNode | null): number {
    const offset = node?.range[0] ?? 0;
    if (!node || isAlias(node) || (node.anchor === undefined && node.tag === undefined))
      return offset;
    const before = this.text.slice(Math.max(0, offset - maxProperties), offset);
    return offset - (properties.exec(before)?.[0].length ?? 0);
  }

  private scalar({ value, type, tag, range }: Scalar.Parsed, offset: number): YamlScalar {
    let text = String(value);
    if (type === "QUOTE_DOUBLE" && loneSurrogate.test(text)) {
      const message = "an escape sequence makes half a character, which no UTF-8 text can hold";
      this.journal.error("YAML_CHARACTER", root, message, "write the character itself", offset);
    }
    if (type?.startsWith("BLOCK") && range[1] === this.text.length && this.unfinished) {
      text = text.replace(/\n$/, "");
    }
    return { kind: "scalar", offset, text, plain: type === "PLAIN", tag };
  }

  private alias(name: string, offset: number): YamlNode {
    const target = this.anchors.get(name);
    if (target !== undefined && target !== "open") return { kind: "alias", offset, target };
    if (target === "open") {
      const message = "an anchor's value contains an alias to itself";
      this.journal.error("YAML_ALIAS_CYCLE", root, message, "write the value out", offset);
    } else {
      const message = "an alias names an anchor that is not defined before it";
      const hint = "define the anchor with & above the alias, or quote a text that begins with *";
      this.journal.error("YAML_ALIAS_UNKNOWN", root, message, hint, offset);
    }
    const nothing: YamlScalar = { kind: "scalar", offset, text: "", plain: true };
    return nothing;
  }
}

const properties = /(?:[&!]\S*\s*)+$/;
/** Characters before a value that are searched for its anchor and tag. */
const maxProperties = 200;

/** An escape like "\ud800" makes one. */
const loneSurrogate = /\p{Surrogate}/u;

const unexpected = [
  "the text is not YAML from here on",
  "check quotes, brackets and indentation of this line and the one before it",
] as const;

/** Message and hint for the parser's errors; its own texts quote the document, which may hold secrets. */
const syntaxErrors: { readonly [code in ErrorCode]?: readonly [string, string] } = {
  ALIAS_PROPS: ["an alias cannot have an anchor or a tag", "remove the & or ! before the alias"],
  BAD_ALIAS: ["an alias or anchor has no usable name", "give it a name, or quote the text"],
  BAD_DIRECTIVE: [
    "a line beginning with % is not a directive of YAML",
    "remove it, or quote the text",
  ],
  BAD_DQ_ESCAPE: [
    "a double-quoted text has an escape sequence that YAML does not know",
    'write \\\\ for a backslash, or use single quotes instead of "',
  ],
  BAD_INDENT: [
    "the indentation fits no mapping or list above it",
    "indent members of one mapping, and items of one list, by the same number of spaces",
  ],
  BAD_SCALAR_START: ["a plain text cannot begin with this character", "put the text in quotes"],
  BLOCK_AS_IMPLICIT_KEY: [
    "a mapping begins inside the value on the same line",
    "put the inner mapping on its own, indented lines, or quote a text that contains ': '",
  ],
  BLOCK_IN_FLOW: [
    "an indented block stands inside brackets",
    "inside [ ] and { } use brackets all the way down",
  ],
  MISSING_CHAR: [
    "a quote, bracket, colon or comma is missing",
    "close every quote and bracket, and end each key with ': '",
  ],
  MULTILINE_IMPLICIT_KEY: ["a key spans several lines", "keep a key and its colon on one line"],
  TAB_AS_INDENT: ["a tab is used as indentation", "indent with spaces"],
};
