import type { Verdict } from "./judge.js";

/** The last verdict of each rule about one resource. */
export type Verdicts = ReadonlyMap<string, Verdict>;

/**
 * Verdicts by URN. The rules of a pack look at a resource one after another; those that come last list
 * what the others noted beside their violations, because Pulumi shows all that one policy says at one
 * level, and a note must never stop an update.
 */
export class Ledger {
  private readonly verdicts = new Map<string, Map<string, Verdict>>();
  private readonly waivers = new Map<string, string>();

  of(urn: string): Verdicts {
    return this.verdicts.get(urn) ?? new Map();
  }

  /** Takes the place of what the rule said before, as in the preview of the same update. */
  enter(urn: string, rule: string, verdict: Verdict): void {
    const verdicts = this.verdicts.get(urn) ?? new Map<string, Verdict>();
    this.verdicts.set(urn, verdicts.set(rule, verdict));
  }

  /** Remembers the waiver of one of our components, for what is made below it. */
  waive(urn: string, reason: string | undefined): void {
    if (reason !== undefined) this.waivers.set(urn, reason);
  }

  waiverOf(urn: string | undefined): string | undefined {
    return urn === undefined ? undefined : this.waivers.get(urn);
  }
}

/** What is not judged yet or cannot be, in sentences. */
export function renderUnjudged(verdicts: Verdicts): string | undefined {
  return lines([
    ...grouped(verdicts, ({ pending }) => pending).map(
      ([path, rules]) => `${path} is not yet known; the update decides about ${rules}`,
    ),
    ...grouped(verdicts, ({ unseen }) => unseen).map(
      ([what, rules]) => `${what}, is not seen by ${rules}`,
    ),
  ]);
}

/** What was excused, and why. */
export function renderExcused(verdicts: Verdicts): string | undefined {
  return lines(
    [...verdicts].flatMap(([rule, { excused }]) => (excused ? [`${rule}: ${excused}`] : [])),
  );
}

/** The rules that note the same thing, by that thing. */
function grouped(
  verdicts: Verdicts,
  notesOf: (verdict: Verdict) => readonly string[],
): [string, string][] {
  const rules = new Map<string, string[]>();
  for (const [rule, verdict] of verdicts)
    for (const note of notesOf(verdict)) rules.set(note, [...(rules.get(note) ?? []), rule]);
  return [...rules].map(([note, names]) => [note, names.join(", ")]);
}

function lines(texts: readonly string[]): string | undefined {
  return texts.length > 0 ? texts.map((text) => `  ${text}`).join("\n") : undefined;
}
