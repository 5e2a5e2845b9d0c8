/** What stands at a place in a JSON document, or undefined where the document has another shape. */
export function valueAt(document: unknown, ...keys: readonly string[]): unknown {
  let value = document;
  for (const key of keys) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** The text at a place; undefined where there is none. */
export function textAt(document: unknown, ...keys: readonly string[]): string | undefined {
  const value = valueAt(document, ...keys);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The texts of the list at a place; undefined where there is no list. */
export function textsAt(document: unknown, ...keys: readonly string[]): string[] | undefined {
  const value = valueAt(document, ...keys);
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === "string")
    : undefined;
}

/** The path that a link names. Some BMCs write whole addresses; only the path counts. */
export function linkAt(document: unknown, ...keys: readonly string[]): string | undefined {
  return pathOf(textAt(document, ...keys, "@odata.id"));
}

/** The paths of the resources in a list of links. */
export function linksAt(document: unknown, ...keys: readonly string[]): string[] {
  const value = valueAt(document, ...keys);
  return Array.isArray(value) ? value.flatMap((item) => linkAt(item) ?? []) : [];
}

/** The path of an address or of a path. */
export function pathOf(link: string | undefined): string | undefined {
  const found = link === undefined ? undefined : /^(?:https?:\/\/[^/]*)?(\/[^\s#]*)/.exec(link);
  return found?.[1];
}
