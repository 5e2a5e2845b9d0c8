import type { Catalogue, NameFacts, TypeFacts } from "./catalogue.js";
import { type RowFacts, readRow } from "./row.js";

/** A table, opened: lines by key, and what was read of them so far. */
interface Index {
  readonly lines: ReadonlyMap<string, string>;
  readonly facts: Map<string, TypeFacts>;
  /** Every type, once they were all asked for. */
  all?: readonly TypeFacts[];
}

const indexes = new WeakMap<Catalogue, Index>();

/**
 * What is known of a type: what the table says, else what its name says, each fact by itself.
 * Undefined when it is in no list and not named as the cloud names its types.
 */
export function lookUpType(catalogue: Catalogue, type: string): TypeFacts | undefined {
  const key = catalogue.keyOf(type);
  const { lines, facts } = indexOf(catalogue);
  const known = facts.get(key);
  if (known) return known;
  const line = lines.get(key);
  const name = catalogue.readName(key);
  if (line !== undefined) {
    const read = Object.freeze(merge(readRow(line), name));
    facts.set(key, read);
    return read;
  }
  if (!name) return undefined;
  return Object.freeze({ traits: [], ...name, type: lastSegment(type), from: "name" });
}

/** The names of all types in the table, in its order. */
export function namesOf(catalogue: Catalogue): string[] {
  return [...indexOf(catalogue).lines.values()].map((line) => line.slice(0, line.indexOf(" ")));
}

/** All types in the table, in its order. */
export function typesOf(catalogue: Catalogue): readonly TypeFacts[] {
  const index = indexOf(catalogue);
  index.all ??= Object.freeze(
    namesOf(catalogue).flatMap((name) => lookUpType(catalogue, name) ?? []),
  );
  return index.all;
}

/** GCP writes types as addresses as well. */
export function lastSegment(type: string): string {
  return type.slice(type.lastIndexOf("/") + 1);
}

function indexOf(catalogue: Catalogue): Index {
  const known = indexes.get(catalogue);
  if (known) return known;
  const lines = new Map<string, string>();
  for (const line of catalogue.table.rows.split("\n")) {
    if (line !== "") lines.set(catalogue.keyOf(line.slice(0, line.indexOf(" "))), line);
  }
  const index: Index = { lines, facts: new Map() };
  indexes.set(catalogue, index);
  return index;
}

/** Figures are the list's; what is special about a type may stand in the list or in the name. */
function merge(row: RowFacts, name: NameFacts = {}): TypeFacts {
  return {
    ...name,
    memoryAtLeast: false,
    ...row,
    gpu: row.gpu ?? name.gpu ?? false,
    burstable: row.burstable ?? name.burstable ?? false,
    traits: Object.freeze([...new Set([...(row.traits ?? []), ...(name.traits ?? [])])]),
  };
}
