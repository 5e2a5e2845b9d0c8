import { Composer, type CST, type Document, Lexer, Parser } from "yaml";
import { type IssueCode, root } from "../report/index.js";
import type { Journal } from "./journal.js";
import { syntaxErrors, unexpected } from "./syntax-errors.js";
import { TreeBuilder } from "./tree-builder.js";
import type { YamlNode } from "./yaml-tree.js";

/** Collections inside each other; a Butane document needs nine. */
const maxDepth = 100;
/** Words and marks of YAML, about eight to a line; a block of text counts as one. */
const maxLexemes = 200_000;
/** After this many syntax errors the rest is an echo of the first ones. */
const maxErrors = 5;

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
  const composer = new Composer(composerOptions);
  let documents = 0;
  try {
    for (const token of tokensOf(text, parser, journal)) {
      if (token.type === "document") documents++;
      if (documents > 1) {
        const message = "only the first YAML document is read; what follows it is dropped";
        const hint = "give each document on its own, or remove the line that separates them";
        journal.warning("YAML_MORE_DOCUMENTS", root, message, hint, token.offset);
        break;
      }
      // A document comes out when the next one begins, which is not handed in, or at the end.
      for (const _ of composer.next(token));
    }
    for (const document of composer.end(true, text.length)) return document;
  } catch {
    journal.error("YAML_SYNTAX", root, ...unexpected, parser.offset);
  }
  return undefined;
}

/** The syntax of a text, up to the first limit that it goes beyond. */
function* tokensOf(text: string, parser: Parser, journal: Journal): Generator<CST.Token> {
  let lexemes = 0;
  let oddities = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const known = withKnownEscapes(lexeme);
    for (const token of parser.next(known)) {
      if (token.type === "error" || token.type === "directive") oddities++;
      yield token;
    }
    parser.offset += lexeme.length - known.length;
    lexemes++;
    const limit = exceeded(parser.stack.length, lexemes, oddities);
    if (limit) {
      journal.error(limit.code, root, limit.message, limit.hint, parser.offset);
      return;
    }
  }
  yield* parser.end();
}

/** Butane's parser is of YAML 1.1, where double quotes know \' and not \/; this one is of YAML 1.2, where it is the other way round. */
function withKnownEscapes(lexeme: string): string {
  if (!lexeme.startsWith('"') || !lexeme.includes("\\")) return lexeme;
  return lexeme.replace(/\\./gs, (pair) => otherEscapes.get(pair) ?? pair);
}

const otherEscapes = new Map([
  ["\\'", "\\x27"],
  ["\\/", "\\'"],
]);

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
