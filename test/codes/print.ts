const width = 80;

/** Long values, and what is shown for them. */
const expressions = new Map<string, string>();

/** Has a text shown as an expression, because nobody would write it out. */
export function shownAs(expression: string, value: string): string {
  expressions.set(value, expression);
  return value;
}

/** `new Name("name", { … });`, with `spread` before the args. */
export function printConstructor(type: string, name: string, args: object, spread = ""): string {
  const start = `new ${type}(${JSON.stringify(name)}, `;
  const members = [...(spread ? [spread] : []), ...printMembers(args, "  ")];
  return `${start}${enclose("{", members, "}", "", start.length + 2)});`;
}

/** A value as TypeScript, broken into lines where it is long; `taken` is how much stands in its line. */
export function print(value: unknown, indent = "", taken = 0): string {
  if (typeof value === "string") return printText(value, indent, taken);
  if (Array.isArray(value)) {
    const items = value.map((item) => print(item, `${indent}  `));
    return enclose("[", items, "]", indent, taken);
  }
  if (typeof value === "object" && value !== null) {
    return enclose("{", printMembers(value, `${indent}  `), "}", indent, taken);
  }
  return String(value);
}

function printMembers(value: object, indent: string): string[] {
  return Object.entries(value).map(([key, member]) => {
    const mode = key === "mode" && typeof member === "number" && member <= 0o7777;
    return `${key}: ${mode ? `0o${member.toString(8)}` : print(member, indent, key.length + 2)}`;
  });
}

function printText(text: string, indent: string, taken: number): string {
  const expression = expressions.get(text);
  if (expression !== undefined) return expression;
  const lines = text.split("\n").map(quote);
  const [only = ""] = lines;
  return lines.length === 1 ? only : `${enclose("[", lines, "]", indent, taken)}.join("\\n")`;
}

function quote(text: string): string {
  return /"/.test(text) && !/['\\]/.test(text) ? `'${text}'` : JSON.stringify(text);
}

/** In one line when it fits with the comma behind it. */
function enclose(
  open: string,
  items: readonly string[],
  close: string,
  indent: string,
  taken: number,
): string {
  if (items.length === 0) return open + close;
  const space = open === "{" ? " " : "";
  const flat = `${open}${space}${items.join(", ")}${space}${close}`;
  if (!flat.includes("\n") && indent.length + taken + flat.length < width) return flat;
  return `${open}\n${items.map((item) => `${indent}  ${item},\n`).join("")}${indent}${close}`;
}
