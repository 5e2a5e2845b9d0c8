import fc from "fast-check";
import { jsonLayouts, writeJson } from "./json-text.js";
import { Sections } from "./sections.js";
import { Members, type Tree } from "./tree.js";
import { few, spoiled, textVices, vices } from "./vices.js";

export const stableSpecs = ["3.0.0", "3.1.0", "3.2.0", "3.3.0", "3.4.0", "3.5.0", "3.6.0"] as const;

/** Texts that are no stable spec. Of 3.7.0-experimental the originals think otherwise, and on purpose. */
const otherVersions: readonly Tree[] = [
  ...["2.3.0", "1", "3.7.0", "3.8.0-experimental", "3.4.0-experimental", "3.4", "v3.4.0", "03.4.0"],
  ...[
    "3.04.0",
    "3.4.0+build",
    "3.4.0 ",
    "",
    "3.4.0.0",
    "3.4.x",
    "99999999999999999999.0.0",
    "3.4.0-",
  ],
  ...[3, null, new Members([]), [], true],
];

function config(
  versions: fc.Arbitrary<Tree>,
  ignition: fc.Arbitrary<Members>,
  rest: fc.Arbitrary<Members>,
): fc.Arbitrary<Tree> {
  return fc.tuple(versions, ignition, rest).map(([version, { pairs }, others]) => {
    const first = new Members([...pairs, ["version", version]]);
    return new Members([["ignition", first], ...others.pairs]);
  });
}

/** Whole configs, with about every second section. */
function configs(tidy: boolean, versions: fc.Arbitrary<Tree>): fc.Arbitrary<Tree> {
  const sections = new Sections(tidy);
  return config(versions, sections.ignition(), sections.others());
}

const specs = fc.constantFrom<Tree>(...stableSpecs);
const anyVersions = fc.oneof(
  { weight: 30, arbitrary: specs },
  { weight: 1, arbitrary: fc.constantFrom(...otherVersions) },
);

/** Configs that break no rule, as JSON text. */
const tidyIgnition: fc.Arbitrary<string> = fc
  .tuple(configs(true, specs), jsonLayouts)
  .map(([tree, layout]) => writeJson(tree, layout));

const insertions = [
  ...["", "", ",", ":", '"', "'", "{", "}", "[", "]", "\\", "\u0000", "\t", "\n", " ", "//", "#"],
  ...["0", "1", "-", ".", "e", "true", "nul", "NaN", "\ufeff", "\ud800", "é", "\\u12", "\u2028"],
];

/** Configs that break rules here and there, or are hardly configs at all. */
const oddIgnition: fc.Arbitrary<string> = fc
  .record({
    tree: fc.oneof(
      configs(true, specs),
      configs(false, anyVersions),
      config(specs, fc.constant(new Members([])), new Sections(false).oddWords()),
    ),
    changes: few(vices, 3, 6),
    layout: jsonLayouts,
    slips: few(textVices(insertions), 2, 1),
  })
  .map(({ tree, changes, layout, slips }) =>
    slips.reduce((text, slip) => slip(text), writeJson(spoiled(tree, changes), layout)),
  );

/** Any config: one in four is tidy. */
export const ignitionTexts = fc.oneof(
  { weight: 1, arbitrary: tidyIgnition },
  { weight: 3, arbitrary: oddIgnition },
);

/** A parent and a child of one spec; many things in them have the same keys. */
export const mergePairs: fc.Arbitrary<readonly [parent: string, child: string]> = specs.chain(
  (spec) => {
    const half = fc
      .tuple(configs(true, fc.constant(spec)), jsonLayouts)
      .map(([tree, layout]) => writeJson(tree, layout));
    return fc.tuple(half, half);
  },
);
