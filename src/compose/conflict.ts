import {
  asBag,
  type Bag,
  type IgnitionDocument,
  type Member,
  type ObjectSchema,
  schema,
} from "../ignition/index.js";
import type { Path } from "../report/index.js";

/** What happens when one fragment sets another value than a fragment before it. */
export const OnConflict = {
  /** The later one wins, as in Ignition. */
  Override: "override",
  /** It is an error that names both places. */
  Error: "error",
} as const;

/** What happens when one fragment sets another value than a fragment before it. */
export type OnConflict = (typeof OnConflict)[keyof typeof OnConflict];

/** One value given twice: its place in the parent and in the child. */
export interface Conflict {
  readonly parent: Path;
  readonly child: Path;
}

/** Where a merge would put a value of the child in place of another one of the parent. */
export function findConflicts(parent: IgnitionDocument, child: IgnitionDocument): Conflict[] {
  return inObjects(asBag(parent), asBag(child), schema, { parent: [], child: [] });
}

function inObjects(parent: Bag, child: Bag, object: ObjectSchema, at: Conflict): Conflict[] {
  const items = itemsByKey(parent, object);
  const found: Conflict[] = [];
  for (const member of object.members) {
    const [ours, theirs] = [parent[member.name], child[member.name]];
    const place = { parent: [...at.parent, member.name], child: [...at.child, member.name] };
    if (Array.isArray(theirs)) found.push(...inLists(items, theirs, member, at, place.child));
    else if (ours === undefined || theirs === undefined || member.name === "version") continue;
    else if (member.object && isObject(ours) && isObject(theirs))
      found.push(...inObjects(asBag(ours), asBag(theirs), member.object, place));
    else if (ours !== theirs) found.push(place);
    // Bytes that differ are one conflict, however many members describe them.
    if (found.length > 0 && object.name === "resource") break;
  }
  return found;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

interface Item {
  readonly value: object;
  readonly list: string;
  readonly path: Path;
}

function inLists(
  items: Map<string, Item>,
  list: readonly unknown[],
  member: Member,
  at: Conflict,
  path: Path,
): Conflict[] {
  return list.flatMap((item, index) => {
    const match = items.get(keyIn(member, item));
    if (!match) return [];
    const place = { parent: [...at.parent, ...match.path], child: [...path, index] };
    if (match.list !== member.name) return [place];
    return member.object
      ? inObjects(asBag(match.value), asBag(item as object), member.object, place)
      : [];
  });
}

/** The parent's list items by the key that a merge matches them by. */
function itemsByKey(parent: Bag, object: ObjectSchema): Map<string, Item> {
  const items = new Map<string, Item>();
  for (const member of object.members) {
    const list = parent[member.name];
    if (!Array.isArray(list) || member.repeats) continue;
    list.forEach((value: unknown, index) => {
      const key = keyIn(member, value);
      if (key)
        items.set(key, { value: value as object, list: member.name, path: [member.name, index] });
    });
  }
  return items;
}

/** The key within its space; empty where an item matches nothing. */
function keyIn(member: Member, item: unknown): string {
  if (member.repeats || item === undefined) return "";
  const key = member.object ? member.object.key?.(asBag(item as object)) : String(item);
  return key === undefined ? "" : `${member.space} ${key}`;
}
