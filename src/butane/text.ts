import { root } from "../report/index.js";
import { Journal } from "./journal.js";

/** A document as text, with the journal of its problems. */
export interface SourceText {
  readonly text: string;
  readonly journal: Journal;
}

// What YAML allows; in a text without lone surrogates each match is one character.
const forbidden = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Reads a document's bytes as UTF-8 and refuses what cannot stand in a YAML text. */
export function readText(input: string | Uint8Array, source?: string): SourceText {
  const text =
    typeof input === "string" ? input.replace(/^\ufeff/, "") : new TextDecoder().decode(input);
  const journal = new Journal(text, source);
  if (typeof input !== "string" && !isUtf8(input)) {
    journal.error(
      "YAML_ENCODING",
      root,
      "the document is not UTF-8 text",
      "save the document as UTF-8",
      Math.max(0, text.indexOf("\ufffd")),
    );
    return { text, journal };
  }
  const found = forbidden.exec(text);
  if (found) {
    const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    journal.error(
      "YAML_CHARACTER",
      root,
      `character U+${code} is not allowed in YAML`,
      "remove the character; give binary contents as base64 with !!binary, or as a local file",
      found.index,
    );
  }
  return { text, journal };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
