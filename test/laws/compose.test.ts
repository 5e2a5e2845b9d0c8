import fc from "fast-check";
import { composeIgnition } from "../../src/compose/index.js";
import { type IgnitionDocument, renderIgnition } from "../../src/ignition/index.js";
import { knownNow, withhold } from "../../src/machine/index.js";
import { formatIssue, formatPath, isUnder, type Path } from "../../src/report/index.js";
import { aFragment, canary } from "./fragments.js";

const fragments = fc.array(aFragment, { minLength: 1, maxLength: 3 });
const typed = aFragment.map(({ butane: _, ignition: __, ...sections }) => sections);
const settings = { seed: 20261121, numRuns: 300 };

/** What stands at a path, or undefined. */
const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, key) => (at as Record<string, unknown> | undefined)?.[key as string],
    value,
  );

/** Paths of all that is in a value and is no list or object. */
function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return value === undefined ? [] : [path];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return entries.flatMap(([key, item]) => leaves(item, [...path, key]));
}

/** The same with one leaf not known. */
function without<T>(value: T, path: Path): T {
  const copy = structuredClone(value);
  const parent = valueAt(copy, path.slice(0, -1)) as Record<string, unknown>;
  parent[String(path[path.length - 1])] = undefined;
  return copy;
}

describe("laws of composing", () => {
  it("the same fragments give the same bytes and the same report", () => {
    fc.assert(
      fc.property(fragments, (list) => {
        const [one, two] = [composeIgnition(list), composeIgnition(structuredClone(list))];
        expect(renderIgnition(one.config)).toBe(renderIgnition(two.config));
        expect(one.report.issues).toEqual(two.report.issues);
      }),
      settings,
    );
  });

  it("no message repeats contents, keys, hashes, or what a URL holds", () => {
    fc.assert(
      fc.property(fragments, (list) => {
        for (const issue of composeIgnition(list).report.issues) {
          expect(formatIssue(issue)).not.toContain(canary);
        }
      }),
      settings,
    );
  });

  it("every issue stands at something the user wrote, or at a member missing from it, or in a document", () => {
    fc.assert(
      fc.property(fragments, (list) => {
        for (const { path } of composeIgnition(list).report.issues) {
          const document = path.findIndex((key) => key === "butane" || key === "ignition");
          const place = document < 0 ? path.slice(0, -1) : path.slice(0, document + 2);
          expect([formatPath(path), valueAt(list, place) !== undefined]).toEqual([
            formatPath(path),
            true,
          ]);
        }
      }),
      settings,
    );
  });

  it("every leaf of the result was written somewhere", () => {
    fc.assert(
      fc.property(fragments, (list) => {
        const { config, originOf } = composeIgnition(list);
        const document = JSON.parse(renderIgnition(config)) as IgnitionDocument;
        for (const leaf of leaves(document)) {
          if (formatPath(leaf) === "$.ignition.version") continue;
          const origin = originOf(leaf).path;
          const inDocument = origin.some((key) => key === "butane" || key === "ignition");
          const place = inDocument ? origin.slice(0, 3) : origin;
          expect([
            formatPath(leaf),
            formatPath(origin),
            valueAt(list, place) !== undefined,
          ]).toEqual([formatPath(leaf), formatPath(origin), true]);
        }
      }),
      settings,
    );
  });

  it("a value that is not known yet causes no issue that the known value would not", () => {
    fc.assert(
      // Typed sections of one fragment: between several, a name that is not known can uncover what a merge hid.
      fc.property(fc.tuple(typed), fc.nat(), (list, at) => {
        const all = leaves(list);
        const leaf = all[at % Math.max(1, all.length)];
        if (!leaf) return;
        // By code: some rules report one of several, and which one may change.
        const before = new Set(composeIgnition(list).report.errors.map(({ code }) => code));
        const report = withhold(composeIgnition(without(list, leaf)).report, [leaf]);
        const fresh = report.errors.filter(
          ({ code, path }) => !before.has(code) && !isUnder(path, leaf),
        );
        expect(
          fresh.map(({ code, path }) => `${code} ${formatPath(path)} without ${formatPath(leaf)}`),
        ).toEqual([]);
      }),
      settings,
    );
  });

  it("what is known at once is everything, when nothing is promised", () => {
    fc.assert(
      fc.property(fragments, (list) => {
        expect(knownNow(list)).toEqual({ value: list, promised: [] });
      }),
      settings,
    );
  });
});
