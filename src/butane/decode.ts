import type { Path, PathKey } from "../report/index.js";
import { AliasBudget } from "./alias-budget.js";
import type { ButaneVersion } from "./config.js";
import { type Journal, quote } from "./journal.js";
import { isMerge, readMembers } from "./mapping-members.js";
import type { Origins } from "./origins.js";
import { asBoolean, asText, type Resolved, resolve } from "./scalar.js";
import type { ListShape, ObjectShape, ScalarShape, Shape } from "./schema.js";
import { reportUnknownKey } from "./unknown-keys.js";
import type { YamlMapping, YamlNode, YamlScalar, YamlValue } from "./yaml-tree.js";

/**
 * Decodes a YAML tree into plain values with Ignition's member names. Mismatched types and
 * duplicate keys are errors, unknown keys warnings, all of them collected; null is absence.
 */
export class Decoder {
  private readonly path: PathKey[] = [];
  /** The path in the decoded document; differs from `path` in names and after items of lists that are null. */
  private readonly target: PathKey[] = [];
  private aliasDepth = 0;

  private readonly version: ButaneVersion;
  private readonly journal: Journal;
  private readonly origins: Origins;
  private readonly budget: AliasBudget;

  constructor(version: ButaneVersion, journal: Journal, origins: Origins) {
    this.version = version;
    this.journal = journal;
    this.origins = origins;
    this.budget = new AliasBudget(journal);
  }

  decode(node: YamlNode, shape: Shape): unknown {
    if (node.kind !== "alias") return this.value(node, shape);
    this.aliasDepth++;
    const value = this.value(node.target, shape);
    this.aliasDepth--;
    return value;
  }

  private value(node: YamlValue, shape: Shape): unknown {
    if (this.aliasDepth > 0 && !this.budget.spend(sizeOf(node), this.path, node.offset)) {
      return undefined;
    }
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

  private object(mapping: YamlMapping, shape: ObjectShape): object {
    const members = readMembers(mapping, this.path, this.journal, this.budget);
    // What a merge brings in is written elsewhere, like the value of an alias.
    const merged = mapping.pairs.some(isMerge) ? 1 : 0;
    this.aliasDepth += merged;
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
    this.aliasDepth -= merged;
    return result;
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
    if (kind === "bool") return asBoolean(resolved);
    if (kind === "int") {
      const whole = resolved.kind === "number" && Number.isSafeInteger(resolved.number);
      return whole ? resolved.number : undefined;
    }
    return kind === "bytes" && resolved.kind === "binary" ? resolved.bytes : asText(node, resolved);
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

/** What a value counts when it is repeated. */
function sizeOf(node: YamlValue): number {
  return node.kind === "scalar" ? 1 + (node.text.length >> 6) : 1;
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
