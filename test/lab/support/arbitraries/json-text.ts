import fc from "fast-check";
import { isList, Members, Raw, type Tree } from "./tree.js";

/** How a JSON document is laid out. */
export interface JsonLayout {
  /** What stands before each member and item, repeated by depth; empty for all on one line. */
  readonly indent: string;
  readonly newline: string;
  readonly escape: "least" | "slashes" | "all";
}

export const jsonLayouts: fc.Arbitrary<JsonLayout> = fc.record({
  indent: fc.constantFrom("", "  ", "\t"),
  newline: fc.constantFrom("\n", "\r\n", "\r", "\n\n "),
  escape: fc.constantFrom("least", "least", "least", "slashes", "all"),
});

/** A document as JSON text. */
export function writeJson(tree: Tree, layout: JsonLayout, depth = 0): string {
  if (tree instanceof Raw) return tree.text;
  if (typeof tree === "string") return quote(tree, layout);
  const down = (value: Tree) => writeJson(value, layout, depth + 1);
  if (tree instanceof Members) {
    const colon = layout.indent ? ": " : ":";
    const lines = tree.pairs.map(([key, value]) => quote(key, layout) + colon + down(value));
    return enclose("{", lines, "}", layout, depth);
  }
  if (isList(tree)) return enclose("[", tree.map(down), "]", layout, depth);
  return JSON.stringify(tree);
}

function enclose(
  open: string,
  lines: readonly string[],
  close: string,
  { indent, newline }: JsonLayout,
  depth: number,
): string {
  const start = indent && newline + indent.repeat(depth + 1);
  const end = indent && newline + indent.repeat(depth);
  return lines.length === 0 ? open + close : open + start + lines.join(`,${start}`) + end + close;
}

function quote(text: string, layout: JsonLayout): string {
  const plain = JSON.stringify(text);
  if (layout.escape === "slashes") return plain.replaceAll("/", "\\/");
  if (layout.escape === "least") return plain;
  const units = [...Array(text.length).keys()].map((index) =>
    text.charCodeAt(index).toString(16).padStart(4, "0"),
  );
  return `"${units.map((unit) => `\\u${unit}`).join("")}"`;
}
