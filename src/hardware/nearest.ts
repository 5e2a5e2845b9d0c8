import type { Catalogue, TypeFacts } from "./catalogue.js";
import { lookUpType, typesOf } from "./look-up.js";
import { type HardwareProfile, standardProfile } from "./profile.js";
import { bySize, isSuitable, rankIn } from "./suitable.js";

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
  const { architecture, family } = asked;
  const ranked = [
    ...(asked.burstable ? catalogue.preferredBurstable[architecture] : []),
    ...catalogue.preferred[architecture],
  ];
  const smaller = bySize(rankIn(ranked));
  const types = typesOf(catalogue).filter((facts) => facts.architecture === architecture);
  const nearest = (like: (facts: TypeFacts) => boolean) =>
    types
      .filter((facts) => like(facts) && isSuitable(catalogue, profile, facts))
      .map((facts) => ({ facts, distance: distance(asked, facts, profile) }))
      .sort((a, b) => a.distance - b.distance || smaller(a.facts, b.facts))
      .map(({ facts }) => facts);
  const kin = nearest((facts) => facts.family === family).slice(0, count);
  if (kin.length === count) return kin;
  const others = nearest((facts) => facts.family !== family && isAlternative(asked, facts));
  return [...kin, ...others].slice(0, count);
}

/** Whether one would move to a type of another family. */
function isAlternative(asked: TypeFacts, { category, burstable, traits }: TypeFacts): boolean {
  return (
    category !== undefined &&
    category === asked.category &&
    traits.length === 0 &&
    (!burstable || asked.burstable === true)
  );
}

function distance(asked: TypeFacts, facts: TypeFacts, profile: HardwareProfile): number {
  const factor = (a: number, b: number) => Math.max(a, b) / Math.min(a, b);
  return (["vcpus", "memoryMib"] as const).reduce(
    (product, fact) => product * factor(asked[fact] ?? profile[fact], facts[fact] ?? profile[fact]),
    1,
  );
}
