/** One step into a value: a member name or a list index. */
export type PathKey = string | number;

/** Where a value stands inside the object a user passed; the empty path is the object itself. */
export type Path = readonly PathKey[];

/** The object itself. */
export const root: Path = Object.freeze([]);

/** The path of something below `path`. */
export function at(path: Path, ...keys: PathKey[]): Path {
  return [...path, ...keys];
}

const identifier = /^[A-Za-z_$][\w$]*$/;

/** `$.units[0].name`; keys that are not identifiers print as `["odd key"]`. */
export function formatPath(path: Path): string {
  let text = "$";
  for (const key of path) {
    if (typeof key === "number") text += `[${key}]`;
    else text += identifier.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
  }
  return text;
}

const step = /\.([A-Za-z_$][\w$]*)|\.(\d+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/y;

/**
 * Reads what `formatPath` writes, and Ignition's own `$.storage.files.0.path`.
 * Returns undefined for anything else.
 */
export function parsePath(text: string): Path | undefined {
  if (!text.startsWith("$")) return undefined;
  const path: PathKey[] = [];
  step.lastIndex = 1;
  while (step.lastIndex < text.length) {
    const found = step.exec(text);
    if (!found) return undefined;
    const [, name, dotted, index, quoted] = found;
    if (name !== undefined) path.push(name);
    else if (quoted !== undefined) path.push(JSON.parse(quoted) as string);
    else path.push(Number(dotted ?? index));
  }
  return path;
}

/** Whether `path` is `prefix` or lies below it. */
export function isUnder(path: Path, prefix: Path): boolean {
  return prefix.length <= path.length && prefix.every((key, i) => path[i] === key);
}

/** Order for reports: list indexes as numbers, names as text, a parent before what is below it. */
export function comparePaths(a: Path, b: Path): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [left, right] = [a[i] as PathKey, b[i] as PathKey];
    if (left === right) continue;
    if (typeof left === "number" && typeof right === "number") return left - right;
    return String(left) < String(right) ? -1 : 1;
  }
  return a.length - b.length;
}
