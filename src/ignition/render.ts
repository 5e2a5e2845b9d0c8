import { getOrAdd } from "./maps.js";
import { asBag, type Bag, type Member, type ObjectSchema, schema } from "./schema.js";
import type { IgnitionDocument } from "./spec.js";

/**
 * A document as one line of JSON without a newline at the end: the bytes Butane writes. Members come
 * in the order of the spec; what is unset or empty is left out, and "", 0 and false that are set are
 * written. The same document gives the same bytes, which keeps user data stable.
 */
export function renderIgnition(config: IgnitionDocument): string {
  return renderObject(asBag(config), schema, true) ?? "{}";
}

/** Prefixes of members, so that no key is quoted twice. */
const prefixes = new Map<string, string>();
const prefixOf = (name: string) => `${JSON.stringify(name)}:`;

function renderObject(bag: Bag, schema: ObjectSchema, written: boolean): string | undefined {
  let text = "";
  for (const member of schema.members) {
    const value = renderMember(bag[member.name], member);
    if (value !== undefined)
      text += `${text === "" ? "" : ","}${getOrAdd(prefixes, member.name, prefixOf)}${value}`;
  }
  return text === "" && !written ? undefined : `{${text}}`;
}

function renderMember(value: unknown, member: Member): string | undefined {
  switch (member.kind) {
    case "object":
      if (!member.object || (value === undefined && !member.written)) return undefined;
      return renderObject(asBag(value ?? {}), member.object, member.written === true);
    case "objects":
    case "scalars":
      return renderList(value as readonly unknown[] | undefined, member);
    case "string":
      if (value === undefined) return member.written ? '""' : undefined;
      return value === "" && member.plain && !member.written
        ? undefined
        : renderString(value as string);
    default:
      return value === undefined || (member.plain && value === 0) ? undefined : String(value);
  }
}

function renderList(list: readonly unknown[] | undefined, member: Member): string | undefined {
  let text = "";
  for (const item of list ?? []) {
    if (item === undefined) continue;
    const value = member.object
      ? renderObject(asBag(item as Bag), member.object, true)
      : renderString(item as string);
    text += `${text === "" ? "" : ","}${value}`;
  }
  return text === "" ? undefined : `[${text}]`;
}

/** What has to be escaped, with the characters that end a script or a line somewhere. */
const special = /[^ !#-%'-;=?-[\]-\u2027\u202a-\ud7ff\ue000-\uffff]/;
/** The same, where two surrogates that belong together come as one match. */
const specials =
  /[\ud800-\udbff][\udc00-\udfff]|[^ !#-%'-;=?-[\]-\u2027\u202a-\ud7ff\ue000-\uffff]/g;
const short = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

function renderString(text: string): string {
  return special.test(text) ? `"${text.replace(specials, escapeChar)}"` : `"${text}"`;
}

function escapeChar(char: string): string {
  if (char.length === 2) return char;
  const known = short.get(char);
  if (known !== undefined) return known;
  const code = char.charCodeAt(0);
  return code >= 0xd800 && code < 0xe000 ? "\\ufffd" : `\\u${code.toString(16).padStart(4, "0")}`;
}
