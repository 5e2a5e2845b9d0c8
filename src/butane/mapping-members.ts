import { at, type Path } from "../report/index.js";
import type { AliasBudget } from "./alias-budget.js";
import { type Journal, quote } from "./journal.js";
import { dereference, type YamlMapping, type YamlNode, type YamlPair } from "./yaml-tree.js";

/** Merged mappings that merge others. */
const maxMergeDepth = 100;

/** Whether a pair is `<<: …`, which adds the members of other mappings. */
export function isMerge({ key }: YamlPair): boolean {
  return key.kind === "scalar" && key.plain && key.text === "<<";
}

/**
 * The pairs of a mapping by key: its own, then those of merged mappings that it does not have. Keys
 * given twice and keys that are no texts are errors.
 */
export function readMembers(
  mapping: YamlMapping,
  path: Path,
  journal: Journal,
  budget: AliasBudget,
  depth = 0,
): ReadonlyMap<string, YamlPair> {
  if (mapping.members) return mapping.members;
  const members = new Map<string, YamlPair>();
  const merges = new Map<string, YamlPair>();
  for (const pair of mapping.pairs) {
    const key = readKey(pair.key, path, journal);
    if (key === undefined) continue;
    const own = isMerge(pair) ? merges : members;
    const first = own.get(key);
    if (first) reportDuplicate(key, first, pair, path, journal);
    else own.set(key, pair);
  }
  for (const { value } of merges.values()) {
    for (const source of mergeSources(value, path, journal)) {
      // Beyond the depth no merge is honest: the budget ends it with an error.
      const cost = depth < maxMergeDepth ? 1 : Number.POSITIVE_INFINITY;
      if (!budget.spend(cost, path, source.offset)) break;
      for (const [key, pair] of readMembers(source, path, journal, budget, depth + 1)) {
        if (!budget.spend(1, path, source.offset)) break;
        if (!members.has(key)) members.set(key, pair);
      }
    }
  }
  mapping.members = members;
  return members;
}

function mergeSources(merge: YamlNode, path: Path, journal: Journal): YamlMapping[] {
  // A list must stand here itself; an alias of one does not count.
  const sources = merge.kind === "list" ? merge.items.map(dereference) : [dereference(merge)];
  return sources.flatMap((source) => {
    if (source.kind === "mapping") return [source];
    const message = "<< takes a mapping or a list of mappings";
    journal.error("YAML_TYPE", [...path], message, "name an anchored mapping", source.offset);
    return [];
  });
}

function readKey(node: YamlNode, path: Path, journal: Journal): string | undefined {
  const key = dereference(node);
  if (key.kind === "scalar") return key.text;
  const message = `a key is ${key.kind === "list" ? "a list" : "a mapping"}, must be a text`;
  const hint = "write the key as a word; quote a text that begins with [ or {";
  journal.error("YAML_TYPE", [...path], message, hint, node.offset);
  return undefined;
}

function reportDuplicate(
  key: string,
  first: YamlPair,
  second: YamlPair,
  path: Path,
  journal: Journal,
): void {
  const { line } = journal.positionAt(first.key.offset);
  const message = `key ${quote(key)} is given twice in one mapping, first on line ${line}`;
  const hint = "keep one of the two, with the members of both below it";
  journal.error("YAML_DUPLICATE_KEY", at(path, key), message, hint, second.key.offset);
}
