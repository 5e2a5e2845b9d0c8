import { keyOf } from "./duplicates.js";
import { getOrAdd } from "./maps.js";
import { type Graft, type ItemGraft, type ObjectGraft, Origins, wholeList } from "./origins.js";
import { asBag, type Bag, type Member, type ObjectSchema, schema } from "./schema.js";
import type { IgnitionDocument } from "./spec.js";

/** Two documents made one. */
export interface Merged {
  /** Shares unchanged parts with the two documents, so treat all three as read-only. */
  readonly config: IgnitionDocument;
  /** Where the values of `config` come from. */
  readonly origins: Origins;
}

/**
 * Merges two documents of one spec as Ignition does: the child's scalars win, objects merge member
 * by member, list items with the same key merge at the parent's place, and the child's other items
 * follow. An item whose key is undefined matches nothing. Neither the documents nor the result are
 * checked.
 */
export function mergeIgnition(parent: IgnitionDocument, child: IgnitionDocument): Merged {
  const { value, graft } = mergeObjects(asBag(parent), asBag(child), schema);
  const config: object = value;
  return { config: config as IgnitionDocument, origins: new Origins(graft, config, schema) };
}

function mergeObjects(
  parent: Bag,
  child: Bag,
  schema: ObjectSchema,
): { value: Bag; graft: ObjectGraft } {
  const value: Bag = {};
  const members: { [name: string]: Graft } = {};
  const keys = new ChildKeys(child, schema);
  for (const member of schema.members) {
    const merged = mergeMember(parent[member.name], child[member.name], member, keys);
    if (!merged) continue;
    value[member.name] = merged.value;
    members[member.name] = merged.graft;
  }
  return { value, graft: { kind: "object", members } };
}

interface MergedValue {
  readonly value: unknown;
  readonly graft: Graft;
}

function mergeMember(
  parent: unknown,
  child: unknown,
  member: Member,
  keys: ChildKeys,
): MergedValue | undefined {
  if (parent === undefined && child === undefined) return undefined;
  if (member.kind === "objects" || member.kind === "scalars") {
    return mergeLists((parent ?? []) as unknown[], (child ?? []) as unknown[], member, keys);
  }
  if (member.kind === "object" && member.object) {
    if (isZero(child, member.object))
      return { value: parent ?? child, graft: parent === undefined ? "child" : "parent" };
    if (isZero(parent, member.object)) return { value: child, graft: "child" };
    return mergeObjects(parent as Bag, child as Bag, member.object);
  }
  return child === undefined
    ? { value: parent, graft: "parent" }
    : { value: child, graft: "child" };
}

/** Whether Ignition's own type would be at its zero value; an empty list is not. */
function isZero(value: unknown, schema: ObjectSchema): boolean {
  if (value === undefined) return true;
  const bag = value as Bag;
  return schema.members.every((member) => {
    const inner = bag[member.name];
    if (inner === undefined || (member.plain && !inner)) return true;
    return member.kind === "object" && member.object ? isZero(inner, member.object) : false;
  });
}

function mergeLists(
  parent: readonly unknown[],
  child: readonly unknown[],
  member: Member,
  keys: ChildKeys,
): MergedValue | undefined {
  if (parent.length + child.length === 0) return undefined;
  if (parent.length === 0) return { value: child, graft: wholeList.child };
  if (child.length === 0 && (member.repeats || !keys.has(member.space))) {
    return { value: parent, graft: wholeList.parent };
  }
  const builder = new ListBuilder();
  if (member.repeats) {
    for (const [index, item] of parent.entries())
      builder.take(item, { parent: index, graft: "parent" });
    for (const [index, item] of child.entries())
      builder.take(item, { child: index, graft: "child" });
    return builder.list();
  }
  const parentKeys = new Set<string>();
  parent.forEach((item, index) => {
    const key = keyOf(item, member);
    if (key !== undefined) parentKeys.add(key);
    const match = key === undefined ? undefined : keys.get(member.space, key);
    if (!match) builder.take(item, { parent: index, graft: "parent" });
    else if (match.list === member.name) builder.match(item, index, match, member);
  });
  child.forEach((item, index) => {
    const key = keyOf(item, member);
    if (key === undefined || !parentKeys.has(key))
      builder.take(item, { child: index, graft: "child" });
  });
  return builder.list();
}

/** An item of the child: the list it is in, its index there, and itself. */
interface ChildItem {
  readonly list: string;
  readonly index: number;
  readonly item: unknown;
}

/** The items of a child's lists by key space and key; of two with one key, the last. */
class ChildKeys {
  private readonly child: Bag;
  private readonly schema: ObjectSchema;
  private spaces: Map<string, Map<string, ChildItem>> | undefined;

  constructor(child: Bag, schema: ObjectSchema) {
    this.child = child;
    this.schema = schema;
  }

  has(space: string): boolean {
    return this.index().has(space);
  }

  get(space: string, key: string): ChildItem | undefined {
    return this.index().get(space)?.get(key);
  }

  private index(): Map<string, Map<string, ChildItem>> {
    if (this.spaces) return this.spaces;
    const spaces = new Map<string, Map<string, ChildItem>>();
    for (const member of this.schema.members) {
      const list = this.child[member.name];
      if (!Array.isArray(list) || member.repeats) continue;
      for (const [index, item] of list.entries()) {
        const key = keyOf(item, member);
        if (key === undefined) continue;
        const keys = getOrAdd(spaces, member.space, () => new Map<string, ChildItem>());
        keys.set(key, { list: member.name, index, item });
      }
    }
    this.spaces = spaces;
    return spaces;
  }
}

class ListBuilder {
  private readonly values: unknown[] = [];
  private readonly items: ItemGraft[] = [];
  private fromParent = false;
  private fromChild = false;

  take(value: unknown, item: ItemGraft): void {
    this.values.push(value);
    this.items.push(item);
    if (item.graft === "parent") this.fromParent = true;
    else this.fromChild = true;
  }

  /** Puts an item both sides have in the parent's place. */
  match(parent: unknown, index: number, child: ChildItem, member: Member): void {
    this.fromParent = true;
    this.fromChild = true;
    if (!member.object) {
      this.take(child.item, { child: child.index, graft: "child" });
      return;
    }
    // A header of the child without a value takes the parent's header away.
    if (member.object.name === "header" && (child.item as Bag).value === undefined) return;
    const { value, graft } = mergeObjects(parent as Bag, child.item as Bag, member.object);
    this.values.push(value);
    this.items.push({ parent: index, child: child.index, graft });
  }

  list(): MergedValue {
    const { values, items, fromParent, fromChild } = this;
    return { value: values, graft: { kind: "list", fromParent, fromChild, items } };
  }
}
