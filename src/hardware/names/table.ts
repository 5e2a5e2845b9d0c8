import type { Category } from "../catalogue.js";

/** Looks words up; one that is not in the table, whatever it is, has no value. */
export function table<T>(entries: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(entries));
}

/** The category of each family that is listed under one. */
export function categoryTable(
  families: Readonly<Partial<Record<Category, readonly string[]>>>,
): ReadonlyMap<string, Category> {
  return new Map(
    (Object.keys(families) as Category[]).flatMap((category) =>
      (families[category] ?? []).map((family) => [family, category] as const),
    ),
  );
}
