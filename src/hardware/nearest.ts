import type { Catalogue, TypeFacts } from "./catalogue.js";
import { lookUpType } from "./look-up.js";
import { type HardwareProfile, standardProfile } from "./profile.js";
import { bySize, rankIn, suitableTypes } from "./suitable.js";

/**
 * The types nearest to one that does not meet a profile, of those that do: of its family and
 * architecture first, then of other current families of its category. Near means that processors and
 * memory differ by small factors; between equals the smaller one. Empty for a type that is not known.
 */
export function nearestTypes(
  catalogue: Catalogue,
  type: string,
  profile: HardwareProfile = standardProfile,
  count = 3,
): TypeFacts[] {
  const asked = lookUpType(catalogue, type);
  if (!asked?.architecture) return [];
  const kin = ({ family }: TypeFacts) => family === asked.family;
  const { preferred } = catalogue;
  const smaller = bySize(rankIn(preferred[asked.architecture]));
  return suitableTypes(
    catalogue,
    profile,
    (facts) =>
      facts.architecture === asked.architecture &&
      (kin(facts) || (facts.category === asked.category && isOrdinary(facts))),
  )
    .map((facts) => ({ facts, distance: distance(asked, facts, profile) }))
    .sort(
      (a, b) =>
        Number(kin(b.facts)) - Number(kin(a.facts)) ||
        a.distance - b.distance ||
        smaller(a.facts, b.facts),
    )
    .slice(0, count)
    .map(({ facts }) => facts);
}

/** A type one would move to from another family. */
function isOrdinary({ traits, burstable }: TypeFacts): boolean {
  return traits.length === 0 && !burstable;
}

function distance(asked: TypeFacts, facts: TypeFacts, profile: HardwareProfile): number {
  const factor = (a: number, b: number) => Math.max(a, b) / Math.min(a, b);
  return (["vcpus", "memoryMib"] as const).reduce(
    (product, fact) => product * factor(asked[fact] ?? profile[fact], facts[fact] ?? profile[fact]),
    1,
  );
}
