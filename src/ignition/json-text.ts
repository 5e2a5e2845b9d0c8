import type { JsonTokens } from "./json.js";

/** The text of a string token, with escapes resolved as Go resolves them. */
export function stringOf({ bytes, start, end }: JsonTokens, token: number): string {
  const raw = utf8(bytes, (start[token] ?? 0) + 1, (end[token] ?? 0) - 1);
  return raw.includes("\\") ? raw.replace(escapes, resolve) : raw;
}

// Two escaped surrogates that belong together come as one match, anything else one by one.
const escapes = /\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u[\da-fA-F]{4}|\\./g;
const letters: Record<string, string> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

function resolve(match: string): string {
  if (match[1] !== "u") return letters[match[1] ?? ""] ?? match.slice(1);
  const unit = (at: number) => Number.parseInt(match.slice(at, at + 4), 16);
  if (match.length > 6) return String.fromCharCode(unit(2), unit(8));
  return String.fromCharCode(unit(2)).toWellFormed();
}

/**
 * Bytes as text. Go puts one replacement character for each byte that is not UTF-8, Node one for
 * each broken sequence, so a text with a replacement character is read again byte by byte.
 */
function utf8(bytes: Buffer, start: number, end: number): string {
  const text = bytes.toString("utf8", start, end);
  return text.includes("\ufffd") ? byteByByte(bytes.subarray(start, end)) : text;
}

function byteByByte(bytes: Buffer): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    parts.push(length > 0 ? bytes.toString("utf8", at, at + length) : "\ufffd");
    at += Math.max(length, 1);
  }
  return parts.join("");
}

/** Length of the valid UTF-8 sequence at `at`, 0 when there is none. */
function sequenceLength(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  // The second byte is narrower after these four, which keeps out overlong forms and surrogates.
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  const second = bytes[at + 1] ?? 0;
  if (second < low || second > high) return 0;
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  for (let i = 2; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
