import fc from "fast-check";
import { writeJson } from "./json-text.js";
import { localPaths } from "./local-files.js";
import { object, Sections } from "./sections.js";
import { Members, renameKeys, type Tree } from "./tree.js";
import { few, spoiled, textVices, vices } from "./vices.js";
import { texts } from "./words.js";
import { writeYaml } from "./yaml-text.js";

type Trees = fc.Arbitrary<Tree>;

const repeated = fc.integer({ min: 0, max: 60 }).map((count) => "option = value\n".repeat(count));
const contents = fc.oneof(texts, repeated, fc.constantFrom("[Unit]\nA=b\n", "a: b\n", "# c\n"));
const missing = ["none.txt", "../a.txt", "tree", "", "/a.txt", "./tree/../a.txt", "tree/bin/"];
const locals = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...localPaths) },
  { weight: 1, arbitrary: fc.constantFrom(...missing) },
);

/** A config inside of a config, for merge and replace. */
const inlineConfigs = fc
  .record({
    version: fc.constantFrom("3.3.0", "3.4.0", "3.4.0", "3.5.0", "2.0.0"),
    path: fc.constantFrom("/a", "a"),
  })
  .map(({ version, path }) =>
    writeJson(
      new Members([
        ["ignition", new Members([["version", version]])],
        ["storage", new Members([["files", [new Members([["path", path]])]]])],
      ]),
      { indent: "", newline: "", escape: "least" },
    ),
  );

/** The sections with what Butane adds to them. */
class ButaneSections extends Sections {
  protected override resource(): fc.Arbitrary<Members> {
    const compression = fc.constantFrom("", "gzip");
    const written = object({ inline: contents }, { compression });
    const copied = object({ local: locals }, { compression });
    const two = object({ inline: contents }, { local: locals, source: fc.constant("data:,x") });
    return fc.oneof(
      { weight: 3, arbitrary: written },
      { weight: 1, arbitrary: copied },
      { weight: 2, arbitrary: super.resource() },
      { weight: this.tidy ? 0 : 1, arbitrary: two },
    );
  }

  protected override reference(): fc.Arbitrary<Members> {
    return fc.oneof(
      { weight: 2, arbitrary: super.reference() },
      { weight: 1, arbitrary: object({ inline: inlineConfigs }) },
    );
  }

  protected override filesystem(): fc.Arbitrary<Members> {
    return fc
      .tuple(super.filesystem(), object({}, { withMountUnit: fc.boolean() }, 6))
      .map(([{ pairs }, extra]) => new Members([...pairs, ...extra.pairs]));
  }

  protected override unitFields(): Readonly<Record<string, Trees>> {
    return { ...super.unitFields(), ...(this.tidy ? {} : { contentsLocal: locals }) };
  }

  protected override userFields(): Readonly<Record<string, Trees>> {
    return {
      ...super.userFields(),
      sshAuthorizedKeysLocal: fc.array(locals, { maxLength: 2 }),
    };
  }

  protected override storageFields(): Readonly<Record<string, Trees>> {
    const tree = object(
      { local: fc.constantFrom("tree", "tree/etc", "tree/bin", ...(this.tidy ? [] : missing)) },
      { path: fc.constantFrom("/", "/opt", "/etc", "/etc/x/..", this.tidy ? "/a" : "a") },
    );
    return { ...super.storageFields(), trees: fc.array(tree, { maxLength: 2 }) };
  }
}

/** `sizeMiB` as Butane spells it: size_mib. */
function snakeCase(name: string): string {
  return name.replace(/MiB|[A-Z]/g, (letters) => `_${letters.toLowerCase()}`);
}

const versions = fc.constantFrom<Tree>("1.0.0", "1.1.0");
const headers = fc.oneof(
  { weight: 30, arbitrary: fc.tuple(fc.constant<Tree>("flatcar"), versions) },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constantFrom<Tree>("flatcar", "flatcar", "Flatcar", "", "rhel", null, 1, []),
      fc.constantFrom<Tree>(
        "1.1.0",
        "1.2.0",
        "1.1",
        "v1.1.0",
        "01.1.0",
        "",
        null,
        1.1,
        [],
        "1.1.0+b",
      ),
    ),
  },
);

function documents(tidy: boolean, header: fc.Arbitrary<[Tree, Tree]>): Trees {
  const sections = new ButaneSections(tidy);
  return fc
    .tuple(header, object({}, { ignition: sections.ignition() }), sections.others())
    .map(([[variant, version], first, rest]) => {
      const head: [string, Tree][] = [
        ["variant", variant],
        ["version", version],
      ];
      return renameKeys(new Members([...head, ...first.pairs, ...rest.pairs]), snakeCase);
    });
}

const choices = fc.oneof(
  { withCrossShrink: true },
  { weight: 1, arbitrary: fc.constant<number[]>([]) },
  {
    weight: 3,
    arbitrary: fc.array(
      fc.oneof(
        { withCrossShrink: true },
        { weight: 9, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.nat(63) },
      ),
      { minLength: 10, maxLength: 120 },
    ),
  },
);

const flatcar = fc.tuple(fc.constant<Tree>("flatcar"), versions);

/** Documents that break no rule, in plain and in fancy YAML. */
const tidyButane: fc.Arbitrary<string> = fc
  .tuple(documents(true, flatcar), choices)
  .map(([tree, style]) => `${writeYaml(tree, style)}\n`);

const insertions = [
  ...[
    "",
    "",
    ":",
    ": ",
    "-",
    "- ",
    "#",
    " #",
    "\t",
    "\n",
    "\n  ",
    "\r\n",
    "'",
    '"',
    "&",
    "&a ",
    "*a0",
  ],
  ...[
    "!",
    "!!",
    "|",
    ">",
    "%",
    "@",
    "`",
    "{",
    "}",
    "[",
    "]",
    ",",
    "?",
    "? ",
    "\\",
    "~",
    "<<: ",
    "=",
  ],
  ...["\n---\n", "\u0000", "é", "0", "_", "%YAML 1.1\n"],
];

/** Documents that break rules here and there, or are hardly YAML. */
const oddButane: fc.Arbitrary<string> = fc
  .record({
    tree: fc.oneof(documents(true, flatcar), documents(false, headers)),
    changes: few(vices, 2, 6),
    style: choices,
    slips: few(textVices(insertions), 2, 1),
  })
  .map(({ tree, changes, style, slips }) =>
    slips.reduce((text, slip) => slip(text), `${writeYaml(spoiled(tree, changes), style)}\n`),
  );

/** Any document: one in three is tidy. */
export const butaneTexts = fc.oneof(
  { weight: 1, arbitrary: tidyButane },
  { weight: 2, arbitrary: oddButane },
);
