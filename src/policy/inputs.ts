import { at, type Path, root } from "../report/index.js";

/** One property of a resource, read. */
export interface Read<T> {
  readonly path: Path;
  /** Undefined when it is not given, or not yet known. */
  readonly value?: T;
  /** Set when the property is promised and not known in this preview. */
  readonly unknown?: true;
}

/**
 * The inputs of a resource as a policy sees them, or what is below one of them. In a preview the
 * engine's proxy throws on every read of a value that is not known yet. Each read here is guarded by
 * itself, so that one promised value never hides the others.
 */
export class Inputs {
  private readonly source: unknown;
  /** Where this is in the inputs of the resource. */
  readonly path: Path;

  constructor(source: unknown, path: Path = root) {
    this.source = source;
    this.path = path;
  }

  /** A text; a number counts as one, as in YAML programs. */
  text(...keys: (string | number)[]): Read<string> {
    return this.read(keys, (value) =>
      typeof value === "string" || typeof value === "number" ? String(value) : undefined,
    );
  }

  /** A number, also one written as a text. */
  number(...keys: (string | number)[]): Read<number> {
    return this.read(keys, (value) => {
      if (typeof value === "number") return value;
      const written = typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
      return Number.isNaN(written) ? undefined : written;
    });
  }

  /** A truth value, also one written as a text, as launch templates have them. */
  flag(...keys: (string | number)[]): Read<boolean> {
    return this.read(keys, (value) =>
      typeof value === "boolean" ? value : value === "true" ? true : undefined,
    );
  }

  /** Whether something is there or promised. */
  has(...keys: (string | number)[]): boolean {
    const { value, unknown } = this.read(keys, (each) => each);
    return unknown === true || value !== undefined;
  }

  /** What is below a property, if anything is. */
  below(...keys: (string | number)[]): Inputs {
    return new Inputs(this.source, at(this.path, ...keys));
  }

  /** The items of a list; a single object counts as a list of one. */
  list(...keys: (string | number)[]): Read<readonly Inputs[]> {
    const { path, value, unknown } = this.read(keys, (each) => each);
    if (value === undefined) return { path, ...(unknown && { unknown }) };
    if (!Array.isArray(value)) return { path, value: [this.below(...keys)] };
    const items = Array.from({ length: value.length }, (_, index) => this.below(...keys, index));
    return { path, value: items };
  }

  /** A map of texts, as tags and labels are; entries that are not known yet are left out. */
  texts(...keys: (string | number)[]): Read<Readonly<Record<string, string>>> {
    const found = this.read(keys, (value) =>
      typeof value === "object" && value !== null ? Object.keys(value) : undefined,
    );
    const { path, value: names, unknown } = found;
    if (!names) return { path, ...(unknown && { unknown }) };
    const entries = names.map((name) => [name, this.text(...keys, name)] as const);
    return {
      path,
      value: Object.fromEntries(
        entries.flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]])),
      ),
      ...(entries.some(([, each]) => each.unknown) && { unknown: true }),
    };
  }

  private read<T>(
    keys: readonly (string | number)[],
    convert: (value: unknown) => T | undefined,
  ): Read<T> {
    const path = at(this.path, ...keys);
    try {
      let value = this.source;
      for (const key of path) {
        if (typeof value !== "object" || value === null) return { path };
        value = (value as Readonly<Record<string | number, unknown>>)[key];
      }
      const converted = value === null ? undefined : convert(value);
      return { path, ...(converted !== undefined && { value: converted }) };
    } catch {
      return { path, unknown: true };
    }
  }
}

/** What was read first, or is promised first, of several ways to say one thing. */
export function firstOf<T>(first: Read<T>, ...others: readonly Read<T>[]): Read<T> {
  return [first, ...others].find(({ value, unknown }) => value !== undefined || unknown) ?? first;
}
