import { at, didYouMean, type Path } from "../report/index.js";
import type { ButaneVersion } from "./config.js";
import { type Journal, quote } from "./journal.js";
import type { ObjectShape } from "./schema.js";

const onlyFcos = "it belongs to variant fcos; Flatcar has no counterpart, so remove it";
const onlyExperimental =
  "only 1.2.0-experimental has it, whose output boots on no Flatcar release; remove it";

/** Keys that other variants or versions of Butane know, by the name of the section and the key. */
const elsewhere: Readonly<Record<string, string>> = {
  ".boot_device": onlyFcos,
  ".grub": onlyFcos,
  ".extensions": onlyFcos,
  "luks.cex": onlyExperimental,
  "systemd.quadlets": "write a file /etc/containers/systemd/NAME instead",
  "trees.user": onlyExperimental,
  "trees.group": onlyExperimental,
  "trees.file_mode": onlyExperimental,
  "trees.dir_mode": onlyExperimental,
};

/** Warns about a key that the document's version does not have. Butane drops such keys. */
export function reportUnknownKey(
  journal: Journal,
  section: Path,
  key: string,
  offset: number,
  { members }: ObjectShape,
  version: ButaneVersion,
): void {
  const path = at(section, key);
  const newer = members.get(key);
  if (newer) {
    const message = `key ${quote(key)} needs version ${newer.since}; version ${version} drops it`;
    journal.warning("BUTANE_KEY_NEWER", path, message, `write version: ${newer.since}`, offset);
    return;
  }
  const parent = section.findLast((step) => typeof step === "string") ?? "";
  const known = [...members].filter(([, { since }]) => since <= version).map(([name]) => name);
  const near = didYouMean(key, known);
  const hint =
    elsewhere[`${parent}.${key}`] ??
    (near ? `did you mean ${near}?` : `remove it; known here: ${known.join(", ")}`);
  const where = section.length === 0 ? "the document" : quote(String(parent));
  const message = `${where} has no key ${quote(key)}; it is dropped`;
  journal.warning("BUTANE_KEY_UNKNOWN", path, message, hint, offset);
}
