/**
 * A document before it is written as text. Members are pairs, not an object, because a text may give a
 * key twice or in any case; `Raw` is written as it is.
 */
export type Tree = string | number | boolean | null | Raw | Members | readonly Tree[];

export class Raw {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Pair = readonly [key: string, value: Tree];

export class Members {
  readonly pairs: readonly Pair[];

  constructor(pairs: readonly Pair[]) {
    this.pairs = pairs;
  }

  /** The first value of a key. */
  get(key: string): Tree | undefined {
    return this.pairs.find(([name]) => name === key)?.[1];
  }
}

/** A place of a value in a document: a member of an object or an item of a list. */
export interface Place {
  readonly parent: Members | readonly Tree[];
  readonly index: number;
  readonly value: Tree;
}

/** Every place below the top, in the order of the text. */
export function placesOf(tree: Tree): Place[] {
  return childrenOf(tree).flatMap((place) => [place, ...placesOf(place.value)]);
}

function childrenOf(tree: Tree): Place[] {
  if (tree instanceof Members) {
    return tree.pairs.map(([, value], index) => ({ parent: tree, index, value }));
  }
  return isList(tree) ? tree.map((value, index) => ({ parent: tree, index, value })) : [];
}

export function isList(tree: Tree): tree is readonly Tree[] {
  return Array.isArray(tree);
}

/** The tree with one of its containers exchanged. */
export function exchange(tree: Tree, from: Tree, to: Tree): Tree {
  if (tree === from) return to;
  if (tree instanceof Members) {
    return new Members(tree.pairs.map(([key, value]) => [key, exchange(value, from, to)]));
  }
  return isList(tree) ? tree.map((item) => exchange(item, from, to)) : tree;
}

/** The tree with all keys renamed. */
export function renameKeys(tree: Tree, rename: (key: string) => string): Tree {
  if (tree instanceof Members) {
    return new Members(tree.pairs.map(([key, value]) => [rename(key), renameKeys(value, rename)]));
  }
  return isList(tree) ? tree.map((item) => renameKeys(item, rename)) : tree;
}
