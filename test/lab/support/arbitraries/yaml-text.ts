import { isList, Members, Raw, type Tree } from "./tree.js";

/** Writes a document as YAML; `choices` decide the style of one value after the other, 0 is the plainest. */
export function writeYaml(tree: Tree, choices: readonly number[]): string {
  const writer = new YamlWriter(choices);
  const text = writer.block(tree, "");
  return text.startsWith("\n") ? text.slice(1) : text;
}

type Style<T> = (value: T) => string;

/** Texts that mean themselves when they stand without quotes. */
const harmless = /^[A-Za-z/][A-Za-z0-9/_.+-]*$/;
const resolved = /^(?:[yn]|yes|no|on|off|true|false|null)$/i;

/** Characters that must be escaped, and those at which only old YAML breaks a line. */
const special = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff\p{Surrogate}]/gu;
const hasSpecial = (text: string) => text.search(special) >= 0;
const double: Style<string> = (text) => JSON.stringify(text).replace(special, escaped);
const single: Style<string> = (text) =>
  /[\n\r]/.test(text) || hasSpecial(text) ? double(text) : `'${text.replaceAll("'", "''")}'`;
const plain: Style<string> = (text) =>
  harmless.test(text) && !resolved.test(text) ? text : double(text);

const textStyles: readonly Style<string>[] = [
  plain,
  single,
  double,
  (text) => (hasSpecial(text) ? double(text) : text),
  (text) => `!!str ${plain(text)}`,
  (text) => `!!binary ${Buffer.from(text).toString("base64") || '""'}`,
  (text) => double(text).replaceAll("/", "\\/"),
  (text) => `"${[...text].map((char) => escaped(char)).join("")}"`,
  (text) => `! ${plain(text)}`,
  (text) => `!!int ${plain(text)}`,
  (text) => `!local ${plain(text)}`,
];

const integerStyles: readonly Style<number>[] = [
  String,
  (value) => (value < 0 ? String(value) : `0o${value.toString(8)}`),
  (value) => (value < 0 ? String(value) : `0${value.toString(8)}`),
  (value) => (value < 0 ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`),
  (value) => String(value).replace(/(\d)(\d{2})$/, "$1_$2"),
  (value) => `${value}.0`,
  (value) => `"${value}"`,
  (value) => `+${Math.abs(value)}`,
  (value) => (value < 0 ? String(value) : `0b${value.toString(2)}`),
  (value) => `!!int ${value}`,
  (value) => `!!float ${value}`,
  (value) => `!!str ${value}`,
  (value) => value.toExponential(),
  (value) => `0${value}`,
  (value) => `${value}:00`,
];

const booleans: Readonly<Record<"true" | "false", readonly string[]>> = {
  true: ["true", "yes", "on", "True", "TRUE", "y", "Y", "Yes", '"true"', "!!bool yes", "1", "tRue"],
  false: [
    "false",
    "no",
    "off",
    "False",
    "FALSE",
    "n",
    "N",
    "No",
    "'no'",
    "!!bool false",
    "0",
    "oFF",
  ],
};

const nulls = ["null", "~", "", "Null", "NULL", "!!null ''", "!!null", '""'];

function escaped(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, "0")}`
    : `\\u${code.toString(16).padStart(4, "0")}`;
}

class YamlWriter {
  private readonly choices: readonly number[];
  private next = 0;
  private anchors = 0;

  constructor(choices: readonly number[]) {
    this.choices = choices;
  }

  /** What follows a colon or a dash in block style: with its leading space or line break. */
  block(tree: Tree, indent: string): string {
    const choice = this.choose();
    const isBlock = (tree instanceof Members && tree.pairs.length > 0) || nonEmptyList(tree);
    const { before, instead } = this.anchoring(choice);
    if (instead) return ` ${instead}`;
    if (isBlock && choice % 16 !== 3) {
      const comment = choice % 16 === 4 ? " # comment: x" : "";
      const tag = choice % 16 === 5 ? (isList(tree) ? " !!seq" : " !!map") : "";
      return `${tag}${before && ` ${before}`}${comment}\n${this.lines(tree, indent, choice).join("\n")}`;
    }
    if (typeof tree === "string" && choice % 16 >= 12 && canBeBlock(tree)) {
      return ` ${before && `${before} `}${blockText(tree, indent, choice)}`;
    }
    const text = this.flow(tree, choice);
    const comment = choice % 16 === 11 ? " # comment" : "";
    return `${before && ` ${before}`}${text && ` ${text}`}${comment}`;
  }

  private lines(tree: Tree, indent: string, choice: number): string[] {
    if (tree instanceof Members) {
      const merged =
        choice % 16 === 6 && this.anchors > 0 ? [`${indent}<<: ${this.alias(choice)}`] : [];
      return [...merged, ...tree.pairs.map(([key, value]) => this.member(key, value, indent))];
    }
    if (!isList(tree)) return [];
    return tree.map((item) => `${indent}-${this.item(item, indent)}`);
  }

  private member(key: string, value: Tree, indent: string): string {
    const choice = this.choose();
    const name = choice % 16 < 12 ? plain(key) : textStyles[choice % 4]?.(key);
    const deeper = isList(value) && choice % 16 === 1 ? indent : `${indent}  `;
    const blank = choice % 16 === 2 ? "\n" : choice % 16 === 3 ? `${indent}# comment\n` : "";
    if (choice % 16 === 4) return `${indent}? ${name}\n${indent}:${this.block(value, deeper)}`;
    return `${blank}${indent}${name}${choice % 16 === 5 ? " " : ""}:${this.block(value, deeper)}`;
  }

  /** The first line of a mapping or list stands on the line of its dash. */
  private item(tree: Tree, indent: string): string {
    const text = this.block(tree, `${indent}  `);
    return text.startsWith(`\n${indent}  `) ? ` ${text.slice(indent.length + 3)}` : text;
  }

  private flow(tree: Tree, choice: number): string {
    if (tree instanceof Raw) return tree.text;
    if (tree instanceof Members) {
      const pairs = tree.pairs.map(([key, value]) => `${plain(key)}: ${this.inner(value)}`);
      return `{${pairs.join(", ")}${choice % 32 > 16 && pairs.length > 0 ? "," : ""}}`;
    }
    if (isList(tree)) {
      const items = tree.map((item) => this.inner(item));
      return `[${items.join(choice % 32 > 16 ? ",\n    " : ", ")}]`;
    }
    if (tree === null) return pick(nulls, choice);
    if (typeof tree === "boolean") return pick(booleans[`${tree}`], choice);
    if (typeof tree === "number") return pick(integerStyles, choice)(tree);
    return pick(textStyles, choice)(tree);
  }

  private inner(tree: Tree): string {
    const choice = this.choose();
    const { before, instead } = this.anchoring(choice);
    return instead || `${before && `${before} `}${this.flow(tree, choice)}`;
  }

  private anchoring(choice: number): { before: string; instead: string } {
    if (choice >= 56) return { before: `&a${this.anchors++}`, instead: "" };
    if (choice >= 52 && this.anchors > 0) return { before: "", instead: this.alias(choice) };
    return { before: "", instead: "" };
  }

  private alias(choice: number): string {
    return `*a${choice % this.anchors}`;
  }

  private choose(): number {
    return this.choices[this.next++] ?? 0;
  }
}

function nonEmptyList(tree: Tree): boolean {
  return isList(tree) && tree.length > 0;
}

function pick<T>(styles: readonly T[], choice: number): T {
  return styles[choice % styles.length] as T;
}

/** A block of nothing but spaces is read in many ways. */
function canBeBlock(text: string): boolean {
  return /\S/.test(text) && !hasSpecial(text);
}

/** `|` or `>` with its lines below. */
function blockText(text: string, indent: string, choice: number): string {
  const mark = choice % 16 < 14 ? "|" : ">";
  const ends = /\n*$/.exec(text)?.[0].length ?? 0;
  const chomp = ends === 0 ? "-" : ends === 1 ? "" : "+";
  const hint = /^[ \n]/.test(text) ? "2" : "";
  const lines = text.split("\n").slice(0, chomp === "-" ? undefined : -1);
  const written = lines.map((line) => (line === "" ? "" : `${indent}${line}`));
  return [`${mark}${hint}${choice % 2 ? chomp : ""}`, ...written].join("\n");
}
