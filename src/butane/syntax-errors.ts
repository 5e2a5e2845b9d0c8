import type { ErrorCode } from "yaml";

/** Message and hint when nothing more can be said. */
export const unexpected = [
  "the text is not YAML from here on",
  "check quotes, brackets and indentation of this line and the one before it",
] as const;

/** Message and hint for the parser's errors; its own texts quote the document, which may hold secrets. */
export const syntaxErrors: { readonly [code in ErrorCode]?: readonly [string, string] } = {
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
    "close every quote and bracket, end each key with ': ', and indent members of one mapping alike",
  ],
  MULTILINE_IMPLICIT_KEY: ["a key spans several lines", "keep a key and its colon on one line"],
  TAB_AS_INDENT: ["a tab is used as indentation", "indent with spaces"],
};
