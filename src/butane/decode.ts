import type { Path, PathKey } from "../report/index.js";
import type { ButaneVersion } from "./config.js";
import { type Journal, quote } from "./journal.js";
import type { Origins } from "./origins.js";
import { asBoolean, type Resolved, resolve } from "./scalar.js";
import type { ListShape, ObjectShape, ScalarShape, Shape } from "./schema.js";
import { reportUnknownKey } from "./unknown-keys.js";
import {
  dereference,
  type YamlMapping,
  type YamlNode,
  type YamlPair,
  type YamlScalar,
  type YamlValue,
} from "./yaml-tree.js";

/** Values that aliases may add to a document; each 64 characters of a text count as one more. */
const maxAliasWork = 100_000;
/** Merge keys inside merged mappings. */
const maxMergeDepth = 100;

/**
 * Decodes a YAML tree into plain values with Ignition's member names. Mismatched types and
 * duplicate keys are errors, unknown keys warnings, all of them collected; null is absence.
 */
export class Decoder {
  private readonly path: PathKey[] = [];
  /** The path in the decoded document; differs from `path` in names and after items of lists that are null. */
  private readonly target: PathKey[] = [];
  private aliasDepth = 0;
  private aliasWork = 0;

  private readonly version: ButaneVersion;
  private readonly journal: Journal;
  private readonly origins: Origins;

  constructor(version: ButaneVersion, journal: Journal, origins: Origins) {
    this.version = version;
    this.journal = journal;
    this.origins = origins;
  }

  decode(node: YamlNode, shape: Shape): unknown {
    if (this.aliasWork > maxAliasWork) return undefined;
    if (node.kind === "alias") {
      this.aliasDepth++;
      const value = this.value(node.target, shape);
      this.aliasDepth--;
      return value;
    }
    return this.value(node, shape);
  }

  private value(node: YamlValue, shape: Shape): unknown {
    if (this.aliasDepth > 0) this.spend(node, 1);
    if (node.kind === "scalar") return this.scalar(node, shape);
    if (node.kind === "list" && shape.kind === "list") return this.list(node.items, shape);
    if (node.kind === "mapping" && shape.kind === "object") return this.object(node, shape);
    this.mismatch(node, node.kind === "list" ? "a list" : "a mapping", shape);
    return undefined;
  }

  private list(items: readonly YamlNode[], { item }: ListShape): unknown[] {
    const values: unknown[] = [];
    for (const [index, node] of items.entries()) {
      this.path.push(index);
      this.target.push(values.length);
      if (index !== values.length) this.origins.move([...this.target], [...this.path]);
      const value = this.decode(node, item);
      if (value !== undefined) values.push(value);
      this.path.pop();
      this.target.pop();
    }
    return values;
  }

  private object(mapping: YamlMapping, shape: ObjectShape): object | undefined {
    const members = this.membersOf(mapping);
    if (!members) return undefined;
    const result: Record<string, unknown> = { ...shape.zeros };
    for (const [key, pair] of members) {
      const member = shape.members.get(key);
      if (!member || member.since > this.version) {
        reportUnknownKey(this.journal, this.path, key, pair.key.offset, shape, this.version);
        continue;
      }
      this.path.push(key);
      this.target.push(member.name);
      const value = this.decode(pair.value, member.shape);
      // Names come from the table alone, so no key of a document can reach a prototype.
      if (value !== undefined) result[member.name] = value;
      this.path.pop();
      this.target.pop();
    }
    return result;
  }

  /** The pairs of a mapping by key, its own before merged ones. Undefined when a key is given twice. */
  private membersOf(mapping: YamlMapping, depth = 0): ReadonlyMap<string, YamlPair> | undefined {
    if (mapping.members) return mapping.members;
    const members = new Map<string, YamlPair>();
    const merges = new Map<string, YamlPair>();
    let duplicate = false;
    for (const pair of mapping.pairs) {
      const key = this.keyOf(pair.key);
      if (key === undefined) continue;
      const own = isMerge(pair) ? merges : members;
      const first = own.get(key);
      if (first) {
        this.duplicateKey(key, first, pair);
        duplicate = true;
      } else {
        own.set(key, pair);
      }
    }
    for (const { value } of merges.values()) this.merge(members, value, depth);
    mapping.members = members;
    return duplicate ? undefined : members;
  }

  private merge(members: Map<string, YamlPair>, merge: YamlNode, depth: number): void {
    const target = dereference(merge);
    const sources = target.kind === "list" ? target.items.map(dereference) : [target];
    for (const source of sources) {
      if (source.kind !== "mapping") {
        const message = "<< takes a mapping or a list of mappings";
        this.journal.error(
          "YAML_TYPE",
          this.here(),
          message,
          "name an anchored mapping",
          source.offset,
        );
        continue;
      }
      if (depth >= maxMergeDepth) {
        this.spend(source, maxAliasWork);
        continue;
      }
      const merged = this.membersOf(source, depth + 1) ?? [];
      for (const [key, pair] of merged) {
        if (!this.spend(source, 1)) return;
        if (!members.has(key)) members.set(key, pair);
      }
    }
  }

  private keyOf(node: YamlNode): string | undefined {
    const key = dereference(node);
    if (key.kind !== "scalar") {
      const message = `a key is ${key.kind === "list" ? "a list" : "a mapping"}, must be a text`;
      const hint = "write the key as a word; quote a text that begins with [ or {";
      this.journal.error("YAML_TYPE", this.here(), message, hint, node.offset);
      return undefined;
    }
    return key.text;
  }

  private duplicateKey(key: string, first: YamlPair, second: YamlPair): void {
    const line = this.journal.positionAt(first.key.offset).line;
    const message = `key ${quote(key)} is given twice in one mapping, first on line ${line}`;
    const hint = "keep one of the two; put the members of both below it";
    this.journal.error("YAML_DUPLICATE_KEY", [...this.path, key], message, hint, second.key.offset);
  }

  private scalar(node: YamlScalar, shape: Shape): unknown {
    const resolved = resolve(node);
    if (resolved.kind === "null") {
      if (shape.kind === "object") this.emptySection(node);
      return undefined;
    }
    if (shape.kind === "list" || shape.kind === "object") {
      this.mismatch(node, described[resolved.kind], shape);
      return undefined;
    }
    const value = this.accept(node, resolved, shape);
    if (value === undefined) this.mismatch(node, described[resolved.kind], shape);
    return value;
  }

  private accept(node: YamlScalar, resolved: Resolved, { kind }: ScalarShape): unknown {
    if (resolved.kind === "misfit") return undefined;
    if (kind === "bool") return asBoolean(resolved);
    if (kind === "int") {
      const whole = resolved.kind === "number" && Number.isSafeInteger(resolved.number);
      return whole ? resolved.number : undefined;
    }
    if (this.aliasDepth > 0) this.spend(node, node.text.length >> 6);
    if (resolved.kind !== "binary") return node.text;
    return kind === "bytes" ? resolved.bytes : new TextDecoder().decode(resolved.bytes);
  }

  /** Counts what aliases add. Undefined values from here on once there is too much. */
  private spend(node: YamlNode, work: number): boolean {
    if (this.aliasWork > maxAliasWork) return false;
    this.aliasWork += work;
    if (this.aliasWork <= maxAliasWork) return true;
    const message = `aliases and merge keys add more than ${maxAliasWork} values to the document`;
    const hint = "write the values out, or split the document";
    this.journal.error("YAML_ALIASES_EXCESSIVE", this.here(), message, hint, node.offset);
    return false;
  }

  private emptySection(node: YamlScalar): void {
    const message = "nothing is given here, where a mapping belongs";
    const hint = "indent the members below the key, or remove the key";
    this.journal.warning("BUTANE_SECTION_EMPTY", this.here(), message, hint, node.offset);
  }

  private mismatch(node: YamlValue, given: string, shape: Shape): void {
    const [wanted, hint] = expectations[shape.kind];
    const message = `${this.name()} is ${given}, must be ${wanted}`;
    this.journal.error("YAML_TYPE", this.here(), message, hint, node.offset);
  }

  private name(): string {
    const last = this.path.at(-1);
    if (last === undefined) return "the document";
    return typeof last === "number" ? `item ${last + 1} of the list` : quote(last);
  }

  private here(): Path {
    return [...this.path];
  }
}

/** Whether a pair is `<<: …`, which adds the members of other mappings. */
function isMerge({ key }: YamlPair): boolean {
  return key.kind === "scalar" && key.plain && key.text === "<<";
}

const described: Readonly<Record<Resolved["kind"], string>> = {
  null: "nothing",
  text: "a text",
  binary: "binary data",
  number: "a number",
  boolean: "true or false",
  misfit: "a value that its tag does not fit",
};

const expectations: Readonly<Record<Shape["kind"], readonly [string, string]>> = {
  string: ["a text", "write one text, in quotes if it has special characters"],
  bytes: ["a text", "write the contents as a text, or as base64 after !!binary"],
  int: [
    "a whole number",
    "write the number without quotes, fraction or unit; 0644 and 0o644 are octal",
  ],
  bool: ["true or false", "write true or false, without quotes"],
  list: ["a list", "begin each item with '- ', even when there is only one"],
  object: ["a mapping", "indent the members, one 'key: value' on each line"],
};
