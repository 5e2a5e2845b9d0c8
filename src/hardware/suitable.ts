import { root } from "../report/index.js";
import type { Catalogue, TypeFacts } from "./catalogue.js";
import { checkHardware } from "./check.js";
import type { HardwareProfile } from "./profile.js";
import { formatSizes } from "./units.js";

/** Whether a type meets a profile and starts Flatcar; one that is retired is not to be proposed. */
export function isSuitable(
  { unbootable }: Catalogue,
  profile: HardwareProfile,
  facts: TypeFacts,
): boolean {
  return (
    !facts.traits.some((trait) => trait === "retired" || unbootable[trait]) &&
    checkHardware(facts, root, { profile, ignore: ["diskGb"] }).issues.length === 0
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
export function formatType(facts: TypeFacts): string {
  return `${facts.type} (${formatSizes(facts).join(", ")})`;
}
