import type { Judgement } from "./agreement.js";
import type { Answer } from "./batch.js";

/** A way in which this project and an original differ on purpose, or by the original's mistake. */
export interface Difference {
  readonly reason: string;
  /** Whether it explains all of a disagreement. */
  readonly explains: (judgement: Judgement, answer: Answer, text: string) => boolean;
}

export const ignitionDifferences: readonly Difference[] = [
  {
    reason: "whole numbers beyond 2 to the 53rd are refused, because they cannot be kept exactly",
    explains: ({ issues }) => issues.some(({ code }) => code === "NUMBER_INEXACT"),
  },
];

const emptySection = /^\["warning","\^context tree/;
const emptyItem = /^ *- *(null|~|#.*)?$/m;
const unusedKey = /^\["warning","\^unused key /;

export const butaneDifferences: readonly Difference[] = [
  {
    reason: "numbers with a fraction, which Butane cuts off, and beyond 2 to the 53rd are refused",
    explains: ({ issues }) => issues.some(({ message }) => /is a number, must be a/.test(message)),
  },
  {
    reason: "after an empty item of a list Butane looks for the next ones in the wrong place",
    explains: ({ issues }, _, text) =>
      emptyItem.test(text) ||
      issues.some(
        ({ code, path }) => code === "BUTANE_SECTION_EMPTY" && typeof path.at(-1) === "number",
      ),
  },
  {
    reason: "Butane does not look behind aliases, and warns that it does not",
    explains: ({ ours, theirs }, _, text) =>
      /\*a\d/.test(text) &&
      only(placeless(ours), placeless(theirs)).every((line) => unusedKey.test(line)) &&
      only(placeless(theirs), placeless(ours)).every(
        (line) => emptySection.test(line) || line.includes('"<<"]'),
      ),
  },
  {
    reason: "an alias inside of what it names is refused, also where nothing comes of it",
    explains: ({ issues }) => issues.some(({ code }) => code === "YAML_ALIAS_CYCLE"),
  },
  {
    reason: "behind mount units of its own Butane counts units with an empty name wrongly",
    explains: ({ ours, theirs }, _, text) =>
      /with_mount_unit/.test(text) &&
      [...only(ours, theirs), ...only(theirs, ours)].every((line) => line.includes('["systemd",')),
  },
  {
    reason: "what is no YAML: the two parsers draw the line between YAML and not in other places",
    explains: ({ issues }, { error = "" }) =>
      issues.some(({ code }) => /^YAML_(SYNTAX|CHARACTER)$/.test(code)) !==
      libyamlSyntax.test(error),
  },
];

/** Texts of the YAML library when it cannot parse; when it can, and types do not fit, it says otherwise. */
const libyamlSyntax =
  /yaml: (line \d+: )?(could not find|did not find|found |mapping (values|keys)|block |control )/;

function placeless(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/,\[\d+,\d+\]\]$/, ""));
}

function only(lines: readonly string[], others: readonly string[]): string[] {
  return lines.filter((line) => !others.includes(line));
}
