import { root } from "../report/index.js";
import type { Catalogue, TypeFacts } from "./catalogue.js";
import { checkHardware } from "./check.js";
import { typesOf } from "./look-up.js";
import type { HardwareProfile } from "./profile.js";
import { formatMemory } from "./units.js";

/** The types in the table that meet a profile and start Flatcar; retired ones are left out. */
export function suitableTypes(
  catalogue: Catalogue,
  profile: HardwareProfile,
  wanted: (facts: TypeFacts) => boolean,
): TypeFacts[] {
  return typesOf(catalogue).filter(
    (facts) =>
      wanted(facts) &&
      !facts.traits.some((trait) => trait === "retired" || catalogue.unbootable[trait]) &&
      checkHardware(facts, root, { profile, ignore: ["diskGb"] }).issues.length === 0,
  );
}

/** Smaller types first: fewer processors, then less memory, then what `rank` says, then by name. */
export function bySize(rank: (facts: TypeFacts) => number) {
  return (a: TypeFacts, b: TypeFacts): number =>
    (a.vcpus ?? 0) - (b.vcpus ?? 0) ||
    (a.memoryMib ?? 0) - (b.memoryMib ?? 0) ||
    rank(a) - rank(b) ||
    (a.type < b.type ? -1 : 1);
}

/** Where a family stands in a list, the end for one that is not in it. */
export function rankIn(families: readonly string[]): (facts: TypeFacts) => number {
  return ({ family = "" }) =>
    families.includes(family) ? families.indexOf(family) : families.length;
}

/** `m7i.xlarge (4 vCPU, 16 GiB)`. */
export function formatType({ type, vcpus, memoryMib }: TypeFacts): string {
  const sizes = [
    ...(vcpus === undefined ? [] : [`${vcpus} vCPU`]),
    ...(memoryMib === undefined ? [] : [formatMemory(memoryMib)]),
  ];
  return `${type} (${sizes.join(", ")})`;
}
