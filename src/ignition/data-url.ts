const invalidOpaque = /[^\x21\x24-\x3b\x3d\x3f-\x5a\x5f\x61-\x7a\x7e]|%(?![\dA-Fa-f]{2})/;
const invalidBase64 = /[^A-Za-z0-9+/=\n]/;
const escaped = /[^A-Za-z0-9\-_.!~*'()]/;

/**
 * Bytes as a data URL in Butane's form: percent-escaped, or base64 when that is strictly shorter.
 * Never compressed; no bytes give `data:,`.
 */
export function encodeDataUrl(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const base64 = Math.ceil(buffer.length / 3) * 4 + ";base64,".length;
  let escapes = buffer.length;
  for (let index = 0; index < buffer.length; index++) escapes -= plain[buffer[index] ?? 0] ?? 0;
  const opaque = 1 + buffer.length + 2 * escapes;
  if (base64 < opaque) return `data:;base64,${buffer.toString("base64")}`;
  const text = buffer.toString("latin1");
  return `data:,${escapes === 0 ? text : text.replace(toEscape, percent)}`;
}

const plain = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 0x80 && !escaped.test(String.fromCharCode(byte)) ? 1 : 0,
);
const toEscape = new RegExp(escaped, "g");
const percents = Array.from(
  { length: 256 },
  (_, byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
);
const percent = (char: string) => percents[char.charCodeAt(0)] ?? char;

/** A data URL cut at its comma. */
interface DataUrl {
  readonly base64: boolean;
  readonly data: string;
}

/** The bytes of a data URL; undefined when it is not one by the rules of `checkDataUrl`. */
export function decodeDataUrl(url: string): Uint8Array | undefined {
  if (checkDataUrl(url) !== undefined) return undefined;
  const { base64, data } = parse(url) as DataUrl;
  if (base64) return Buffer.from(data.replaceAll("\n", ""), "base64");
  if (!data.includes("%")) return Buffer.from(data, "latin1");
  return Buffer.from(
    data.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
}

/**
 * Why a URL is not a data URL to Ignition, undefined when it is one. The grammar is that of the
 * library dataurl 1.0.0 and stricter than RFC 2397: the data must be percent-escaped ASCII or padded
 * base64, and `base64` must stand directly before the comma.
 */
export function checkDataUrl(url: string): string | undefined {
  const parsed = parse(url);
  if (typeof parsed === "string") return parsed;
  return parsed.base64 ? checkBase64(parsed.data) : checkOpaque(parsed.data);
}

function checkOpaque(data: string): string | undefined {
  const index = data.search(invalidOpaque);
  if (index < 0) return undefined;
  return data[index] === "%"
    ? `the data has a "%" without two hexadecimal digits at character ${index + 1}`
    : `the data has a character that must be percent-escaped at character ${index + 1}`;
}

function checkBase64(data: string): string | undefined {
  const index = data.search(invalidBase64);
  if (index >= 0) return `the data has a character outside of base64 at character ${index + 1}`;
  const joined = data.replaceAll("\n", "");
  const padding = joined.indexOf("=");
  const tail = padding < 0 ? "" : joined.slice(padding);
  return joined.length % 4 === 0 && (tail === "" || tail === "=" || tail === "==")
    ? undefined
    : "the data is not padded base64";
}

const token = /[!#-'*+\-.0-9A-Z^-~]*/y;
const mediaType = /^(?:text|image|audio|video|application|message|multipart|[xX]-)/;
/** The escapes of a Go string literal in double quotes. */
const goEscape =
  /\\(?:[abfnrtv\\"]|[0-3][0-7]{2}|x[\dA-Fa-f]{2}|u(?![dD][89a-fA-F])[\dA-Fa-f]{4}|U000(?!0[dD][89a-fA-F])[\dA-Fa-f]{5}|U0010[\dA-Fa-f]{4})/g;

function take(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function parse(url: string): DataUrl | string {
  if (!url.startsWith("data:")) return 'it does not start with "data:"';
  let at = "data:".length;
  if (url[at] !== "," && url[at] !== ";") {
    const type = take(token, url, at)?.[0] ?? "";
    const slash = at + type.length;
    if (type === "" || url[slash] !== "/") return "it has neither a media type nor a comma";
    if (!mediaType.test(type)) return "its media type is not a known one";
    at = slash + 1 + (take(token, url, slash + 1)?.[0].length ?? 0);
  }
  while (url[at] === ";") {
    const name = take(token, url, at + 1)?.[0] ?? "";
    at += 1 + name.length;
    if (name === "") return "it has a parameter without a name";
    if (url[at] === ",") {
      return name === "base64"
        ? { base64: true, data: url.slice(at + 1) }
        : 'only "base64" may stand without a value';
    }
    if (url[at] !== "=") return "it has a parameter without a value";
    const end = parameterEnd(url, at + 1);
    if (end === undefined) return "it has a parameter with a malformed value";
    at = end;
  }
  return url[at] === ","
    ? { base64: false, data: url.slice(at + 1) }
    : "it has no comma before the data";
}

function parameterEnd(url: string, at: number): number | undefined {
  if (url[at] === '"') {
    const end = quotedEnd(url, at);
    const rest = url.slice(at + 1, end).replace(goEscape, "");
    return end === undefined || /[\\\n]/.test(rest) ? undefined : end + 1;
  }
  const value = take(token, url, at)?.[0] ?? "";
  return value === "" || /%(?![\dA-Fa-f]{2})/.test(value) ? undefined : at + value.length;
}

/** Where the quoted text that starts at `at` has its closing quote; undefined when it is not ASCII. */
function quotedEnd(url: string, at: number): number | undefined {
  for (let end = at + 1; end < url.length && url.charCodeAt(end) < 0x80; end++) {
    if (url[end] === '"') return end;
    if (url[end] === "\\") end++;
  }
  return undefined;
}
