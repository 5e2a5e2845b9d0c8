import type { Machine } from "./machine.js";
import type { PolicySettings } from "./settings.js";
import { decodeUserData } from "./user-data.js";

/** Whether policies look at a machine, and what they go by. */
export interface Identity {
  /** Known to be Flatcar, known to be something else, or undefined. */
  readonly flatcar?: boolean;
  readonly applies: boolean;
  /** Said with every violation when Flatcar is only assumed. */
  readonly assumed?: string;
}

/**
 * Whether a machine is Flatcar: by its image where that tells; by user data that is an Ignition
 * config; by the tags of the settings. What is left is taken for Flatcar, and said so.
 */
export function identify(machine: Machine, { appliesTo, tags }: PolicySettings): Identity {
  const flatcar = machine.image?.flatcar ?? (hasIgnition(machine) ? true : undefined);
  if (appliesTo === "all") return { flatcar, applies: true };
  if (flatcar !== undefined) return { flatcar, applies: flatcar };
  const wanted = Object.entries(tags);
  const { value: given = {}, unknown } = machine.tags ?? {};
  const lacking = wanted.filter(([key, value]) => given[key] !== value);
  if (wanted.length > 0 && lacking.length === 0) return { flatcar: true, applies: true };
  if (wanted.length > 0 && !unknown) return { applies: false };
  const { image } = machine;
  const because =
    image === undefined
      ? "no image is named here"
      : `${image.what} ${image.unknown ? "is not yet known" : "does not tell"}`;
  return { applies: true, assumed: `taken for Flatcar, because ${because}` };
}

/** An Ignition config says as much as an image, since other systems read other user data. */
function hasIgnition({ userData }: Machine): boolean {
  return userData.some((each) => decodeUserData(each)?.kind === "ignition");
}
