import { architectureAgrees } from "./architecture.js";
import { diskSize } from "./disk-size.js";
import { imagePinned } from "./image-pinned.js";
import { machineSize } from "./machine-size.js";
import { noBurstable } from "./no-burstable.js";
import { typeKnown } from "./type-known.js";
import { userData } from "./user-data.js";

/** The rules of the pack, in the order in which they speak. */
export const policies = Object.freeze([
  machineSize,
  typeKnown,
  diskSize,
  architectureAgrees,
  noBurstable,
  userData,
  imagePinned,
] as const);

/** Name of a rule. */
export type PolicyName = (typeof policies)[number]["name"];
