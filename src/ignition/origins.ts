import type { Path, PathKey } from "../report/index.js";
import type { Bag, Member, ObjectSchema } from "./schema.js";

/** One of the two documents of a merge. */
export type Side = "parent" | "child";

/** A place in one of the two documents of a merge. */
export interface Origin {
  readonly side: Side;
  readonly path: Path;
}

/** How a value of the result came about: taken whole from one side, or put together. */
export type Graft = Side | ObjectGraft | ListGraft;

/** An object merged member by member. */
export interface ObjectGraft {
  readonly kind: "object";
  readonly members: { readonly [name: string]: Graft };
}

/** A list put together from items of both sides. */
export interface ListGraft {
  readonly kind: "list";
  readonly fromParent: boolean;
  readonly fromChild: boolean;
  /** One for each item of the result; undefined when all come from one side in order. */
  readonly items?: readonly ItemGraft[];
}

/** An item of a list: its index on the side or sides it comes from. */
export interface ItemGraft {
  readonly parent?: number;
  readonly child?: number;
  readonly graft: Graft;
}

/** Grafts of lists that only one side has. */
export const wholeList: Readonly<Record<Side, ListGraft>> = {
  parent: { kind: "list", fromParent: true, fromChild: false },
  child: { kind: "list", fromParent: false, fromChild: true },
};

/** Where the values of a merged document come from. */
export class Origins {
  private readonly graft: Graft;
  private readonly value: object;
  private readonly schema: ObjectSchema;

  constructor(graft: Graft, value: object, schema: ObjectSchema) {
    this.graft = graft;
    this.value = value;
    this.schema = schema;
  }

  /**
   * The place a path of the result was taken from. Where both documents gave to it, or neither has
   * it, the answer is the child's place, because the child wins.
   */
  originOf(path: Path): Origin {
    const places: Record<Side, PathKey[]> = { parent: [], child: [] };
    let graft: Graft = this.graft;
    let side: Side = "child";
    for (const [depth, key] of path.entries()) {
      const inner = innerGraft(graft, key);
      side = winner(inner?.graft ?? graft, side);
      if (!inner || typeof inner.graft === "string") {
        places[side].push(inner?.[side] ?? key, ...path.slice(depth + 1));
        return { side, path: places[side] };
      }
      places.parent.push(inner.parent ?? key);
      places.child.push(inner.child ?? key);
      graft = inner.graft;
    }
    return { side, path: places[side] };
  }

  /** Every mapping in the form and order of Ignition's own transcript of a merge. */
  transcript(): string[] {
    const writer = new Transcript();
    writer.object(this.graft, this.value as Bag, this.schema, { parent: "$", child: "$" }, "$");
    return writer.lines;
  }
}

/** The graft below a key, with the key's counterpart on each side. */
function innerGraft(
  graft: Graft,
  key: PathKey,
): (Partial<Record<Side, PathKey>> & { graft: Graft }) | undefined {
  if (typeof graft === "string") return { graft };
  if (graft.kind === "object") {
    const inner = Object.hasOwn(graft.members, key) ? graft.members[key] : undefined;
    return inner === undefined ? undefined : { graft: inner };
  }
  if (!graft.items) return { graft: graft.fromChild ? "child" : "parent" };
  return typeof key === "number" ? graft.items[key] : undefined;
}

function winner(graft: Graft, before: Side): Side {
  if (typeof graft === "string") return graft;
  if (graft.kind === "list") return graft.fromChild ? "child" : "parent";
  return before;
}

type Places = Readonly<Record<Side, string>>;

class Transcript {
  readonly lines: string[] = [];

  object(graft: Graft, value: Bag, schema: ObjectSchema, from: Places, to: string): void {
    if (typeof graft === "string") {
      this.whole(value, schema, graft, from[graft], to);
      return;
    }
    if (graft.kind !== "object") return;
    for (const member of schema.members) {
      const inner = graft.members[member.name];
      if (inner === undefined) continue;
      const below = inside(from, member.name);
      this.member(inner, value[member.name], member, below, `${to}.${member.name}`);
    }
  }

  private member(graft: Graft, value: unknown, member: Member, from: Places, to: string): void {
    if (typeof graft === "string") {
      this.value(value, member, graft, from[graft], to);
    } else if (graft.kind === "object" && member.object) {
      this.object(graft, value as Bag, member.object, from, to);
      this.both(from, to);
    } else if (graft.kind === "list") {
      this.list(graft, (value ?? []) as readonly unknown[], member, from, to);
    }
  }

  private list(
    graft: ListGraft,
    values: readonly unknown[],
    member: Member,
    from: Places,
    to: string,
  ): void {
    values.forEach((value, index) => {
      const only: Side = graft.fromChild ? "child" : "parent";
      const item = graft.items?.[index] ?? { [only]: index, graft: only };
      const below = {
        parent: `${from.parent}.${item.parent}`,
        child: `${from.child}.${item.child}`,
      };
      const place = `${to}.${index}`;
      if (typeof item.graft === "string") {
        this.item(value, member, item.graft, below[item.graft], place);
      } else if (member.object) {
        this.object(item.graft, value as Bag, member.object, below, place);
        this.both(below, place);
      }
    });
    if (graft.fromParent) this.line("parent", from.parent, to);
    if (graft.fromChild) this.line("child", from.child, to);
  }

  /** Writes down what a value taken whole holds; says whether that is anything. */
  private value(value: unknown, member: Member, side: Side, from: string, to: string): boolean {
    if (value === undefined || (member.plain && !value)) return false;
    if (member.kind === "object" && member.object) {
      if (!this.whole(value as Bag, member.object, side, from, to)) return false;
    } else if (member.kind === "objects" || member.kind === "scalars") {
      const items = value as readonly unknown[];
      const written = items.map((item, i) =>
        this.item(item, member, side, `${from}.${i}`, `${to}.${i}`),
      );
      if (!written.includes(true)) return false;
      this.line(side, from, to);
      return true;
    } else {
      this.line(side, from, to);
    }
    return true;
  }

  private item(value: unknown, member: Member, side: Side, from: string, to: string): boolean {
    if (member.object) return this.whole((value ?? {}) as Bag, member.object, side, from, to);
    if (value === undefined || value === "") return false;
    this.line(side, from, to);
    return true;
  }

  private whole(value: Bag, schema: ObjectSchema, side: Side, from: string, to: string): boolean {
    let any = false;
    for (const member of schema.members) {
      const { name } = member;
      any = this.value(value[name], member, side, `${from}.${name}`, `${to}.${name}`) || any;
    }
    if (any && to !== "$") this.line(side, from, to);
    return any;
  }

  private both(from: Places, to: string): void {
    this.line("parent", from.parent, to);
    this.line("child", from.child, to);
  }

  private line(side: Side, from: string, to: string): void {
    this.lines.push(`${side}:${from} → ${to}`);
  }
}

function inside(from: Places, key: PathKey): Places {
  return { parent: `${from.parent}.${key}`, child: `${from.child}.${key}` };
}
