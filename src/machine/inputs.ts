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
  return separate<pulumi.Unwrap<T>>(
    args,
    (value) => pulumi.Output.isInstance(value) || value instanceof Promise,
  );
}

/** How an Output settles, whether or not everything in it is known. */
interface Settling {
  promise(withUnknowns: true): Promise<unknown>;
}

/**
 * Runs `build` on the args once every promise in them is kept, and returns its result.
 *
 * In a preview some values stay unknown; an apply would then be skipped as a whole and every other
 * mistake with it. So `build` also runs on what did become known, for the errors it raises.
 */
export function whenSettled<T, R>(
  args: T,
  build: (known: Known<pulumi.Unwrap<T>>) => R,
): pulumi.Output<R> {
  const settled = pulumi.output(args);
  const checked = (settled as pulumi.Output<pulumi.Unwrap<T>> & Settling)
    .promise(true)
    .then((value) => {
      if (pulumi.containsUnknowns(value))
        build(separate<pulumi.Unwrap<T>>(value, pulumi.isUnknown));
    });
  return pulumi
    .all([settled, checked])
    .apply(([value]) => build({ value: value as pulumi.Unwrap<T>, promised: [] }));
}

function separate<T>(args: unknown, isPromised: (value: unknown) => boolean): Known<T> {
  const promised: Path[] = [];
  const walk = (value: unknown, path: readonly PathKey[]): unknown => {
    if (isPromised(value)) {
      promised.push(path);
      return undefined;
    }
    if (Array.isArray(value)) return value.map((item, index) => walk(item, [...path, index]));
    if (!isRecord(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, walk(member, [...path, key])]),
    );
  };
  return { value: walk(args, []) as T, promised };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
