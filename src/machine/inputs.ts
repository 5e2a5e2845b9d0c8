import * as pulumi from "@pulumi/pulumi";
import type { Path, PathKey } from "../report/index.js";

/** The part of some args that is known, with undefined where a value is still promised. */
export interface Known<T> {
  readonly value: T;
  /** Paths of the values that are still promised. */
  readonly promised: readonly Path[];
}

/** What can be said at once, without waiting for any Output or Promise. */
export function knownNow<T>(args: T): Known<pulumi.Unwrap<T>> {
  return separate<pulumi.Unwrap<T>>(args, isPromise);
}

/** How an Output settles, whether or not everything in it is known. */
interface Settling {
  promise(withUnknowns: true): Promise<unknown[]>;
}

/**
 * Runs `build` on the args once every promise in them is kept, and returns its result.
 *
 * In a preview some values stay unknown; an apply would then be skipped as a whole and every other
 * mistake with it. So `build` also runs on what did become known, for the errors it raises.
 *
 * Only the promised values are waited for: an Output of all args would be made of one for every value.
 */
export function whenSettled<T, R>(
  args: T,
  build: (known: Known<pulumi.Unwrap<T>>) => R,
): pulumi.Output<R> {
  const promises: unknown[] = [];
  replace(args, isPromise, (promise) => promises.push(promise));
  const fill = (settled: readonly unknown[]) => {
    let next = 0;
    return replace(args, isPromise, () => settled[next++]);
  };
  const settled: pulumi.Output<unknown[]> = pulumi.output(promises);
  const checked = (settled as typeof settled & Settling).promise(true).then((values) => {
    if (pulumi.containsUnknowns(values))
      build(separate<pulumi.Unwrap<T>>(fill(values), pulumi.isUnknown));
  });
  return pulumi
    .all([settled, checked])
    .apply(([values]) => build({ value: fill(values) as pulumi.Unwrap<T>, promised: [] }));
}

function isPromise(value: unknown): boolean {
  return pulumi.Output.isInstance(value) || value instanceof Promise;
}

function separate<T>(args: unknown, isPromised: (value: unknown) => boolean): Known<T> {
  const promised: Path[] = [];
  const value = replace(args, isPromised, (_, path) => {
    promised.push(path);
    return undefined;
  });
  return { value: value as T, promised };
}

/** A copy of `args` with other values for those that are promised, which are met in a fixed order. */
function replace(
  args: unknown,
  isPromised: (value: unknown) => boolean,
  by: (value: unknown, path: Path) => unknown,
): unknown {
  const walk = (value: unknown, path: readonly PathKey[]): unknown => {
    if (isPromised(value)) return by(value, path);
    if (Array.isArray(value)) return value.map((item, index) => walk(item, [...path, index]));
    if (!isRecord(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, walk(member, [...path, key])]),
    );
  };
  return walk(args, []);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
