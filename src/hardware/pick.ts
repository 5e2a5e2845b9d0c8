import { type Path, Report, root } from "../report/index.js";
import type { Architecture } from "./architecture.js";
import type { Catalogue, TypeFacts } from "./catalogue.js";
import { typesOf } from "./look-up.js";
import { type HardwareProfile, standardProfile } from "./profile.js";
import { bySize, isSuitable, rankIn } from "./suitable.js";

/** What a machine without a named type needs. */
export interface TypeWish {
  /** Defaults to the floor. */
  readonly profile?: HardwareProfile;
  readonly architecture: Architecture;
  /** Whether a burstable type will do. Defaults to false. */
  readonly burstable?: boolean;
  /** Whether the machine starts from an image that the user made. Defaults to false. */
  readonly ownImage?: boolean;
}

/**
 * The type for a machine that names none: of the families that the catalogue prefers (for any purpose,
 * current, widely offered) the smallest type that meets the profile. Smallest means fewest vCPU, then
 * least memory; between equals the family that is preferred more, then the name. Same table, same pick.
 * Raises HARDWARE_NO_IMAGE where Flatcar has no image of that architecture, and HARDWARE_NO_TYPE when no
 * preferred family has a type that is large enough.
 */
export function pickType(
  catalogue: Catalogue,
  { profile = standardProfile, architecture, burstable = false, ownImage = false }: TypeWish,
  path: Path = root,
): { facts?: TypeFacts; report: Report } {
  const report = new Report();
  const missing = ownImage ? undefined : catalogue.imageless[architecture];
  if (missing) {
    report.error("HARDWARE_NO_IMAGE", path, missing.reason, missing.hint);
    return { report };
  }
  const facts = candidatesOf(catalogue, architecture, burstable).find((candidate) =>
    isSuitable(catalogue, profile, candidate),
  );
  if (facts) return { facts, report };
  report.error(
    "HARDWARE_NO_TYPE",
    path,
    `no general-purpose ${architecture} ${catalogue.noun} meets profile "${profile.name}"`,
    `name a type of another family than ${familiesOf(catalogue, architecture, burstable).join(", ")}`,
  );
  return { report };
}

/** Families that may be picked from, the first choice first. */
function familiesOf(
  { preferred, preferredBurstable }: Catalogue,
  architecture: Architecture,
  burstable: boolean,
): string[] {
  return [...(burstable ? preferredBurstable[architecture] : []), ...preferred[architecture]];
}

const candidates = new WeakMap<Catalogue, Map<string, readonly TypeFacts[]>>();

/** Their types, smallest first; sorted once, as a program may pick for a thousand machines. */
function candidatesOf(
  catalogue: Catalogue,
  architecture: Architecture,
  burstable: boolean,
): readonly TypeFacts[] {
  const sorted = candidates.get(catalogue) ?? new Map<string, readonly TypeFacts[]>();
  candidates.set(catalogue, sorted);
  const key = `${architecture} ${burstable}`;
  const known = sorted.get(key);
  if (known) return known;
  const families = familiesOf(catalogue, architecture, burstable);
  const types = typesOf(catalogue)
    .filter(
      ({ family = "", from, traits }) =>
        families.includes(family) && from === "table" && !traits.includes("previous"),
    )
    .sort(bySize(rankIn(families)));
  sorted.set(key, types);
  return types;
}
