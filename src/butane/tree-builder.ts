import { type Alias, isAlias, isMap, isSeq, type ParsedNode, type Scalar } from "yaml";
import { root } from "../report/index.js";
import type { Journal } from "./journal.js";
import type { YamlNode, YamlScalar, YamlValue } from "./yaml-tree.js";

const spaces = /[ \t]*$/;
/** The mark of a key that is written as `? key`. */
const keyMark = /\?[ \t]*$/;
const properties = /(?<![^\s[{,])(?:[&!]\S*\s+)*(?:[&!]\S*)?$/;
/** Characters before a value that are searched for its anchor, its tag or its mark. */
const maxBefore = 200;

/** An escape like "\ud800" makes one. */
const loneSurrogate = /\p{Surrogate}/u;

type ParsedValue = Exclude<ParsedNode, Alias.Parsed>;

const nothing = (offset: number): YamlScalar => ({ kind: "scalar", offset, text: "", plain: true });

/** Turns the parser's nodes into ours and resolves aliases, which may only name what came before them. */
export class TreeBuilder {
  private readonly anchors = new Map<string, YamlValue | "open">();

  private readonly text: string;
  private readonly journal: Journal;
  /** A text that ends without a line break; neither does a block text at its end, whatever YAML 1.2 says. */
  private readonly unfinished: boolean;

  constructor(text: string, journal: Journal) {
    this.text = text;
    this.journal = journal;
    this.unfinished = text.slice(text.lastIndexOf("\n") + 1).trim() !== "";
  }

  /** `place` is where a node stands that the text leaves out. */
  build(node: ParsedNode | null, place = 0): YamlNode {
    if (!node) return nothing(place);
    if (isAlias(node)) return this.alias(node.source, node.range[0]);
    const { anchor } = node;
    if (anchor !== undefined) this.anchors.set(anchor, "open");
    const value = this.value(node);
    if (anchor !== undefined) this.anchors.set(anchor, value);
    return value;
  }

  private value(node: ParsedValue): YamlValue {
    const offset = this.startOf(node);
    if (isMap(node)) {
      const pairs = node.items.map((pair) => ({
        key: this.build(pair.key),
        value: this.build(pair.value, pair.key?.range[1]),
      }));
      // A flow mapping starts at its bracket, a block mapping at its first key.
      const first = node.flow || node.anchor || node.tag ? undefined : pairs[0]?.key.offset;
      const start = first === undefined ? offset : first - this.before(first, keyMark);
      return { kind: "mapping", offset: start, pairs };
    }
    if (isSeq(node)) {
      return {
        kind: "list",
        offset,
        items: node.items.map((item) => this.build(item as ParsedNode)),
      };
    }
    return this.scalar(node, offset);
  }

  /** A node begins with its anchor and tag, which the parser counts apart. */
  private startOf(node: ParsedValue): number {
    const [offset] = node.range;
    if (node.anchor === undefined && node.tag === undefined) return offset;
    return offset - this.before(offset, properties);
  }

  /** The length of what a pattern finds directly before a place. */
  private before(offset: number, pattern: RegExp): number {
    const text = this.text.slice(Math.max(0, offset - maxBefore), offset);
    return pattern.exec(text)?.[0].length ?? 0;
  }

  private scalar({ value, type, tag, range }: Scalar.Parsed, offset: number): YamlScalar {
    let text = String(value);
    if (type === "QUOTE_DOUBLE" && loneSurrogate.test(text)) {
      const message = "an escape sequence makes half a character, which no UTF-8 text can hold";
      this.journal.error("YAML_CHARACTER", root, message, "write the character itself", offset);
    }
    if (type?.startsWith("BLOCK") && range[1] === this.text.length && this.unfinished) {
      text = text.replace(/\n$/, "");
    }
    const start = range[0] === range[1] && offset === range[0] ? this.emptyAt(offset) : offset;
    return { kind: "scalar", offset: start, text, plain: type === "PLAIN", tag };
  }

  /** Nothing stands directly after the mark before it, whatever space follows. */
  private emptyAt(offset: number): number {
    return offset - this.before(offset, spaces);
  }

  private alias(name: string, offset: number): YamlNode {
    const target = this.anchors.get(name);
    if (target !== undefined && target !== "open") return { kind: "alias", offset, target };
    if (target === "open") {
      const message = "an anchor's value contains an alias to itself";
      this.journal.error("YAML_ALIAS_CYCLE", root, message, "write the value out", offset);
    } else {
      const message = "an alias names an anchor that is not defined before it";
      const hint = "define the anchor with & above the alias, or quote a text that begins with *";
      this.journal.error("YAML_ALIAS_UNKNOWN", root, message, hint, offset);
    }
    return nothing(offset);
  }
}
