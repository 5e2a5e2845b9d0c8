import { at } from "../report/index.js";
import { error, type Work } from "./work.js";

/** Refuses what Ignition knows and the variant `flatcar` forbids. */
export function checkForbidden(work: Work): void {
  for (const [index, { clevis }] of (work.config.storage?.luks ?? []).entries()) {
    if (isEmpty(clevis)) continue;
    const message = "clevis is not supported by variant flatcar up to version 1.1.0";
    const hint = "unlock the volume with key_file, or give this entry as Ignition JSON";
    error(work, "CLEVIS_UNSUPPORTED", at(["storage", "luks"], index, "clevis"), message, hint);
  }
}

/** Whether nothing is given in a value; false and 0 are something. */
function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === "object" && value !== null) return Object.values(value).every(isEmpty);
  return value === undefined;
}
