import type { Path } from "../report/index.js";

/** A YAML document as written: scalars keep their source text, nothing is resolved but aliases. */
export type YamlNode = YamlValue | YamlAlias;
export type YamlValue = YamlScalar | YamlMapping | YamlList;

interface Placed {
  /** Where it starts in the text. */
  readonly offset: number;
}

export interface YamlScalar extends Placed {
  readonly kind: "scalar";
  readonly text: string;
  /** Neither quoted nor a block; only such a text can be a number, a boolean or null. */
  readonly plain: boolean;
  /** `!!int` and the like, when given. */
  readonly tag?: string;
}

export interface YamlMapping extends Placed {
  readonly kind: "mapping";
  readonly pairs: YamlPair[];
  /** The pairs by key, those of merged mappings included; set when the mapping is decoded. */
  members?: ReadonlyMap<string, YamlPair>;
}

export interface YamlPair {
  readonly key: YamlNode;
  readonly value: YamlNode;
}

interface YamlList extends Placed {
  readonly kind: "list";
  readonly items: YamlNode[];
}

/** `*name`; the target never contains the alias. */
interface YamlAlias extends Placed {
  readonly kind: "alias";
  readonly target: YamlValue;
}

/** What an alias stands for; anything else stands for itself. */
export function dereference(node: YamlNode): YamlValue {
  return node.kind === "alias" ? node.target : node;
}

/** The start of the node at `path`, or of the deepest one above it that exists. */
export function offsetAt(root: YamlNode, path: Path): number {
  let node = root;
  for (const key of path) {
    const next = child(dereference(node), key);
    if (!next) break;
    node = next;
  }
  return node.offset;
}

function child(node: YamlValue, key: string | number): YamlNode | undefined {
  if (node.kind === "list" && typeof key === "number") return node.items[key];
  if (node.kind !== "mapping" || typeof key !== "string") return undefined;
  return (node.members ? node.members.get(key) : findPair(node, key))?.value;
}

/** The first pair of a mapping with this key, leaving merged mappings aside. */
export function findPair({ pairs }: YamlMapping, name: string): YamlPair | undefined {
  return pairs.find(({ key }) => {
    const target = dereference(key);
    return target.kind === "scalar" && target.text === name;
  });
}
