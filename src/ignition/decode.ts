import type { PathKey } from "../report/index.js";
import { maxIssues } from "./checker.js";
import type { JsonTokens } from "./json.js";
import { stringOf } from "./json-text.js";
import type { Bag, Member, ObjectSchema, ScalarKind } from "./schema.js";
import { atLeast, type SpecVersion } from "./versions.js";

/** A value that does not fit the type of its member. */
export interface Misfit {
  readonly path: readonly PathKey[];
  /** How many bytes Go's decoder had read when it said so. */
  readonly offset: number;
  readonly kind: "type" | "inexact";
  readonly message: string;
  readonly hint: string;
}

/**
 * Decodes the tokens of a JSON text by the schema, as Go's encoding/json fills Ignition's types:
 * keys match without regard to case, a key given twice is decoded into the same value, null leaves
 * what is there, plain members that are absent become zero. Members of newer specs are left out.
 */
export function decode(
  tokens: JsonTokens,
  schema: ObjectSchema,
  spec: SpecVersion,
): { value: Bag; misfits: Misfit[] } {
  const decoder = new Decoder(tokens, spec);
  return { value: decoder.object(0, schema, undefined), misfits: decoder.misfits };
}

/** The member a key of the text fills: the exact name, or one that differs in case only. */
function memberFor(schema: ObjectSchema, key: string, spec: SpecVersion): Member | undefined {
  const exact = schema.byName.get(key);
  if (exact && atLeast(spec, exact.since)) return exact;
  const similar = schema.byFold.get(fold(key));
  return similar && atLeast(spec, similar.since) ? similar : undefined;
}

/** Go folds two letters outside ASCII to ASCII ones: the long s and the Kelvin sign. */
function fold(text: string): string {
  return text.toLowerCase().replaceAll("\u017f", "s");
}

const names: Record<Member["kind"] | ScalarKind, string> = {
  string: "a string",
  int: "a whole number",
  bool: "true or false",
  object: "an object",
  objects: "a list of objects",
  scalars: "a list",
};

/** What a member's type is called in messages. */
export function typeName(kind: Member["kind"] | ScalarKind): string {
  return names[kind];
}

class Decoder {
  readonly misfits: Misfit[] = [];
  private readonly path: PathKey[] = [];
  private readonly tokens: JsonTokens;
  private readonly spec: SpecVersion;
  /** Lists keep their dropped items, because Go decodes a list given again into the old memory. */
  private readonly memory = new Map<unknown, unknown[]>();

  constructor(tokens: JsonTokens, spec: SpecVersion) {
    this.tokens = tokens;
    this.spec = spec;
  }

  object(token: number, schema: ObjectSchema, old: Bag | undefined): Bag {
    const value = old ?? zero(schema);
    if (this.isNull(token)) return value;
    if (this.first(token) !== 0x7b) {
      this.misfit(token, "object");
      return value;
    }
    const { next } = this.tokens;
    const stop = next[token] ?? 0;
    for (let key = token + 1; key < stop; key = next[key + 1] ?? stop) {
      const member = memberFor(schema, stringOf(this.tokens, key), this.spec);
      if (!member) continue;
      this.path.push(member.name);
      const decoded = this.member(key + 1, member, value[member.name]);
      if (decoded !== value[member.name]) value[member.name] = decoded;
      this.path.pop();
    }
    return value;
  }

  private member(token: number, member: Member, old: unknown): unknown {
    if (member.object && member.kind === "object") {
      if (this.isNull(token)) return old;
      return this.object(token, member.object, old as Bag | undefined);
    }
    if (this.isNull(token)) return member.plain ? old : undefined;
    if (member.kind === "objects" || member.kind === "scalars")
      return this.list(token, member, old);
    return this.scalar(token, member.kind as ScalarKind) ?? old;
  }

  private list(token: number, member: Member, old: unknown): unknown {
    if (this.first(token) !== 0x5b) {
      this.misfit(token, member.kind);
      return old;
    }
    const { next } = this.tokens;
    const stop = next[token] ?? 0;
    const memory = this.memory.get(old) ?? [];
    let length = 0;
    for (let item = token + 1; item < stop; item = next[item] ?? stop) {
      this.path.push(length);
      memory[length] = this.item(item, member, memory[length]);
      this.path.pop();
      length++;
    }
    if (length === 0) return [];
    const list = memory.slice(0, length);
    this.memory.set(list, memory);
    return list;
  }

  private item(token: number, member: Member, old: unknown): unknown {
    if (member.object) return this.object(token, member.object, old as Bag | undefined);
    if (this.isNull(token)) return old ?? "";
    return this.scalar(token, member.item ?? "string") ?? old ?? "";
  }

  private scalar(token: number, kind: ScalarKind): string | number | boolean | undefined {
    const first = this.first(token);
    if (kind === "string" && first === 0x22) return stringOf(this.tokens, token);
    if (kind === "bool" && (first === 0x74 || first === 0x66)) return first === 0x74;
    if (kind === "int" && (first === 0x2d || (first >= 0x30 && first <= 0x39)))
      return this.int(token);
    this.misfit(token, kind);
    return undefined;
  }

  private int(token: number): number | undefined {
    const { bytes, start, end } = this.tokens;
    const digits = bytes.toString("latin1", start[token], end[token]);
    const value = Number(digits);
    if (/^-?\d+$/.test(digits) && Number.isSafeInteger(value)) return value + 0;
    const fits =
      /^-?\d{1,19}$/.test(digits) && BigInt.asIntN(64, BigInt(digits)) === BigInt(digits);
    if (!fits) this.misfit(token, "int");
    else {
      const message = "a number beyond 9007199254740991, which cannot be kept exactly";
      this.add(token, "inexact", message, "write a smaller number");
    }
    return undefined;
  }

  private misfit(token: number, kind: Member["kind"]): void {
    const bare = this.first(token) === 0x22 && (kind === "int" || kind === "bool");
    const hint = `write ${typeName(kind)}${bare ? ", without quotes" : ""}`;
    this.add(token, "type", `${this.found(token)} where ${typeName(kind)} belongs`, hint);
  }

  private add(token: number, kind: Misfit["kind"], message: string, hint: string): void {
    if (this.misfits.length >= maxIssues) return;
    const { start, end } = this.tokens;
    const container = this.first(token) === 0x7b || this.first(token) === 0x5b;
    const offset = container ? (start[token] ?? 0) + 1 : (end[token] ?? 0);
    this.misfits.push({ path: [...this.path], offset, kind, message, hint });
  }

  private found(token: number): string {
    const first = this.first(token);
    if (first === 0x7b) return "an object";
    if (first === 0x5b) return "a list";
    if (first === 0x22) return "a string";
    if (first === 0x74 || first === 0x66) return first === 0x74 ? "true" : "false";
    return "a number";
  }

  private isNull(token: number): boolean {
    return this.first(token) === 0x6e;
  }

  private first(token: number): number {
    return this.tokens.bytes[this.tokens.start[token] ?? 0] ?? 0;
  }
}

/** An object with its plain members at zero. */
function zero(schema: ObjectSchema): Bag {
  const value: Bag = {};
  for (const member of schema.members) {
    if (member.plain) value[member.name] = member.kind === "int" ? 0 : "";
  }
  return value;
}
