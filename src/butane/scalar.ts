import type { YamlScalar } from "./yaml-tree.js";

/** What a YAML scalar is, before any member says what it wants. */
export type Resolved =
  | { readonly kind: "null" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "binary"; readonly bytes: Uint8Array }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "boolean"; readonly boolean: boolean }
  /** An explicit tag that the text does not fit. */
  | { readonly kind: "misfit" };

const nulls = new Set(["", "~", "null", "Null", "NULL"]);
const booleans = new Map([
  ...["true", "True", "TRUE"].map((text) => [text, true] as const),
  ...["false", "False", "FALSE"].map((text) => [text, false] as const),
]);
const oldBooleans = new Map([
  ...["y", "Y", "yes", "Yes", "YES", "on", "On", "ON"].map((text) => [text, true] as const),
  ...["n", "N", "no", "No", "NO", "off", "Off", "OFF"].map((text) => [text, false] as const),
]);

const float = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/;
const integer = /^([-+]?)(?:0[xX]([\da-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9]\d*))$/;
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const core = "tag:yaml.org,2002:";
/** The tags that a text must fit; any other leaves it a text. */
const checkedTags = new Set(["int", "float", "bool", "null"]);

/**
 * Reads a scalar as Butane's YAML decoder (gopkg.in/yaml.v3) does: `0644` and `0o644` are octal,
 * `_` may separate digits, only `true` and `false` are booleans of their own accord.
 */
export function resolve(scalar: YamlScalar): Resolved {
  const { text, plain } = scalar;
  const tag = scalar.tag?.startsWith(core) ? scalar.tag.slice(core.length) : scalar.tag;
  if (tag === "str") return { kind: "text", text };
  if (tag === "binary") return readBinary(text);
  if (tag === undefined || tag === "!") return plain ? resolvePlain(text) : { kind: "text", text };
  if (!checkedTags.has(tag)) return { kind: "text", text };
  const resolved = resolvePlain(text);
  return fits(resolved, tag, text) ? resolved : { kind: "misfit" };
}

function fits(resolved: Resolved, tag: string, text: string): boolean {
  if (resolved.kind === "number")
    return tag === "float" || (tag === "int" && integer.test(bare(text)));
  return (resolved.kind === "boolean" && tag === "bool") || resolved.kind === tag;
}

function resolvePlain(text: string): Resolved {
  if (nulls.has(text)) return { kind: "null" };
  const boolean = booleans.get(text);
  if (boolean !== undefined) return { kind: "boolean", boolean };
  const number = readNumber(text);
  return number === undefined ? { kind: "text", text } : { kind: "number", number };
}

function readNumber(text: string): number | undefined {
  if (!/^[-+.\d]/.test(text)) return undefined;
  const digits = bare(text);
  const found = integer.exec(digits);
  if (!found) return float.test(digits) ? Number(digits) : undefined;
  const [, sign, hex, binary, octal, decimal] = found;
  const size = hex
    ? Number.parseInt(hex, 16)
    : binary
      ? Number.parseInt(binary, 2)
      : octal
        ? Number.parseInt(octal, 8)
        : Number(decimal);
  return sign === "-" && size !== 0 ? -size : size;
}

/** A number without the separators between its digits. */
function bare(text: string): string {
  return text.replaceAll("_", "");
}

function readBinary(text: string): Resolved {
  const digits = text.replace(/[\r\n]/g, "");
  return base64.test(digits)
    ? { kind: "binary", bytes: Buffer.from(digits, "base64") }
    : { kind: "misfit" };
}

/** A scalar as a member of type text; undefined when its tag does not fit. Numbers and the like stay as written. */
export function asText(scalar: YamlScalar, resolved: Resolved): string | undefined {
  if (resolved.kind === "misfit") return undefined;
  return resolved.kind === "binary" ? new TextDecoder().decode(resolved.bytes) : scalar.text;
}

/** A scalar as a member of type boolean, where the words of YAML 1.1 count too. */
export function asBoolean(resolved: Resolved): boolean | undefined {
  if (resolved.kind === "boolean") return resolved.boolean;
  return resolved.kind === "text" ? oldBooleans.get(resolved.text) : undefined;
}
