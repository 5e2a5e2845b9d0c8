const width = 80;

/** Long values, and what is shown for them. */
const expressions = new Map<string, string>();

/** Has a text shown as an expression, because nobody would write it out. */
export function shownAs(expression: string, value: string): string {
  expressions.set(value, expression);
  return value;
}

/** `new Name("name", { … });` */
export function printConstructor(component: string, name: string, args: object, base = ""): string {
  const members = [...(base ? [base] : []), ...memberTexts(args, "  ")];
  return `new ${component}(${JSON.stringify(name)}, ${enclose("{", members, "}", "", 40)});`;
}

/** A value as TypeScript, broken into lines where it is long. */
export function print(value: unknown, indent = ""): string {
  if (typeof value === "string") return printText(value, indent);
  if (Array.isArray(value)) {
    const items = value.map((item) => print(item, `${indent}  `));
    return enclose("[", items, "]", indent);
  }
  if (typeof value === "object" && value !== null) {
    return enclose("{", memberTexts(value, `${indent}  `), "}", indent);
  }
  return String(value);
}

function memberTexts(value: object, indent: string): string[] {
  return Object.entries(value).map(([key, member]) => {
    const mode = key === "mode" && typeof member === "number" && member <= 0o7777;
    return `${key}: ${mode ? `0o${member.toString(8)}` : print(member, indent)}`;
  });
}

function printText(text: string, indent: string): string {
  const expression = expressions.get(text);
  if (expression !== undefined) return expression;
  const lines = text.split("\n");
  if (lines.length === 1) return JSON.stringify(text);
  const quoted = lines.map((line) => JSON.stringify(line));
  return `${enclose("[", quoted, "]", indent)}.join("\\n")`;
}

/** In one line when it fits; `taken` is what already stands in that line. */
function enclose(
  open: string,
  items: readonly string[],
  close: string,
  indent: string,
  taken = 20,
): string {
  if (items.length === 0) return open + close;
  const space = open === "{" ? " " : "";
  const flat = `${open}${space}${items.join(", ")}${space}${close}`;
  if (!flat.includes("\n") && indent.length + taken + flat.length <= width) return flat;
  return `${open}\n${items.map((item) => `${indent}  ${item},\n`).join("")}${indent}${close}`;
}
