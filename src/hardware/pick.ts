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
  const families = [
    ...(burstable ? catalogue.preferredBurstable[architecture] : []),
    ...catalogue.preferred[architecture],
  ];
  const [facts] = typesOf(catalogue)
    .filter(
      (facts) =>
        families.includes(facts.family ?? "") &&
        facts.from === "table" &&
        !facts.traits.includes("previous") &&
        isSuitable(catalogue, profile, facts),
    )
    .sort(bySize(rankIn(families)));
  if (facts) return { facts, report };
  report.error(
    "HARDWARE_NO_TYPE",
    path,
    `no general-purpose ${architecture} ${catalogue.noun} meets profile "${profile.name}"`,
    `name a type of another family than ${families.join(", ")}`,
  );
  return { report };
}
