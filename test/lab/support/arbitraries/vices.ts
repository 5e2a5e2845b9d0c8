import fc from "fast-check";
import { exchange, Members, type Pair, type Place, placesOf, Raw, type Tree } from "./tree.js";
import { texts } from "./words.js";

/** A change that makes a good document doubtful. */
export type Vice = (tree: Tree) => Tree;

const keys = fc.oneof(
  fc.constantFrom("foo", "a.b", "", "0", "-", "__proto__", "constructor", "toString", "length"),
  fc.constantFrom("path", "Path", "name", "source", "mode", "contents", "enabled", "ignition"),
  texts,
);

/** Values of every type, for places where another type belongs. */
const values: fc.Arbitrary<Tree> = fc.oneof(
  fc.constantFrom<Tree>(null, true, false, 0, 1, "", "x", new Members([]), []),
  fc.constantFrom<Tree>([null], [[]], ["a", "a"], [1], new Members([["a", 1]])),
  fc
    .constantFrom("1.0", "1e2", "-0", "0.5", "9007199254740991", "9007199254740993")
    .map((text) => new Raw(text)),
  fc
    .constantFrom("9223372036854775807", "-9223372036854775808", "9223372036854775808", "1e-3")
    .map((text) => new Raw(text)),
  texts,
);

/** Another spelling of a key: of the same letters, or of one that folds to them. */
const spellings: fc.Arbitrary<(key: string) => string> = fc.constantFrom(
  (key: string) => key.toUpperCase(),
  (key: string) => key.toLowerCase(),
  (key: string) => key.slice(0, 1).toUpperCase() + key.slice(1),
  (key: string) => key.replace("s", "\u017f"),
  (key: string) => key.replace("k", "\u212a"),
  (key: string) => `${key} `,
);

function atPlace(choice: number, tree: Tree, change: (place: Place) => Tree): Tree {
  const places = placesOf(tree);
  const place = places[choice % Math.max(places.length, 1)];
  return place ? exchange(tree, place.parent, change(place)) : tree;
}

/** The container of a place with other entries there. */
function splice({ parent, index }: Place, ...entries: readonly Pair[]): Tree {
  if (parent instanceof Members) return new Members(parent.pairs.toSpliced(index, 1, ...entries));
  return parent.toSpliced(index, 1, ...entries.map(([, value]) => value));
}

function keyAt({ parent, index }: Place): string {
  return parent instanceof Members ? (parent.pairs[index]?.[0] ?? "") : "item";
}

/** One change at any place. */
export const vices: fc.Arbitrary<Vice> = fc
  .record({
    at: fc.nat(1000),
    from: fc.nat(1000),
    key: keys,
    value: values,
    spelling: spellings,
    kind: fc.constantFrom("replace", "copy", "respell", "add", "remove", "repeat", "again"),
  })
  .map(({ at, from, key, value, spelling, kind }) => (tree: Tree) => {
    const copied = placesOf(tree)[from % Math.max(placesOf(tree).length, 1)]?.value ?? value;
    return atPlace(at, tree, (place) => {
      const name = keyAt(place);
      const now: Pair = [name, place.value];
      switch (kind) {
        case "replace":
          return splice(place, [name, value]);
        case "copy":
          return splice(place, [name, copied]);
        case "respell":
          return splice(place, [spelling(name), place.value]);
        case "add":
          return splice(place, now, [key, value]);
        case "remove":
          return splice(place);
        case "repeat":
          return splice(place, now, now);
        default:
          return splice(place, now, [spelling(name), from % 2 ? value : copied]);
      }
    });
  });

/** A change of the text itself. */
export function textVices(insertions: readonly string[]): fc.Arbitrary<(text: string) => string> {
  return fc
    .record({
      at: fc.nat(5000),
      drop: fc.nat(2),
      insert: fc.constantFrom(...insertions),
      cut: fc.constantFrom(false, false, false, true),
    })
    .map(({ at, drop, insert, cut }) => (text) => {
      const characters = [...text];
      const place = at % (characters.length + 1);
      const rest = cut ? [] : characters.slice(place + drop);
      return [...characters.slice(0, place), insert, ...rest].join("");
    });
}

/** None, or so many times in ten a few. */
export function few<T>(
  arbitrary: fc.Arbitrary<T>,
  maxLength: number,
  tenths: number,
): fc.Arbitrary<T[]> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 10 - tenths, arbitrary: fc.constant<T[]>([]) },
    { weight: tenths, arbitrary: fc.array(arbitrary, { maxLength }) },
  );
}

/** The same document with all vices, one after the other. */
export function spoiled(tree: Tree, changes: readonly Vice[]): Tree {
  return changes.reduce((now, change) => change(now), tree);
}
