import type { Report } from "../../report/index.js";
import { lastValueOf, type PlacedSetting, type WrittenUnit } from "./units.js";

/** The setting that a kind of unit is named after. */
const namesakes: Readonly<Record<string, { section: string; setting: string }>> = {
  mount: { section: "Mount", setting: "Where" },
  automount: { section: "Automount", setting: "Where" },
  swap: { section: "Swap", setting: "What" },
};

/** Raises MOUNT_UNIT_NAME for a .mount, .automount or .swap that is not named after its path. */
export function checkMountName(unit: WrittenUnit, report: Report): void {
  const path = unitPathOf(unit);
  if (path === undefined) return;
  const expected = `${escapePath(path.value)}.${unit.kind}`;
  if (unit.name === expected) return;
  report.error(
    "MOUNT_UNIT_NAME",
    path.path,
    `systemd refuses ${JSON.stringify(unit.name)}, because its ${path.name}= in line ${path.line} is not the path in its name`,
    `name the unit ${JSON.stringify(expected)}`,
  );
}

/** The path that a unit is for, when its text says so plainly; systemd passes over relative ones. */
export function unitPathOf(unit: WrittenUnit): PlacedSetting | undefined {
  const namesake = namesakes[unit.kind];
  const setting = namesake && lastValueOf(unit, namesake.section, namesake.setting);
  return setting?.value.startsWith("/") && !setting.value.includes("%") ? setting : undefined;
}

/**
 * A path as systemd writes it in names of units (`systemd-escape --path`): `/var/lib/my-app` is
 * `var-lib-my\x2dapp`.
 */
function escapePath(path: string): string {
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.length === 0) return "-";
  return Array.from(Buffer.from(parts.join("/"), "utf8"), (byte, index) => {
    const character = String.fromCharCode(byte);
    if (character === "/") return "-";
    if (/[A-Za-z0-9:_.]/.test(character) && !(index === 0 && character === ".")) return character;
    return `\\x${byte.toString(16).padStart(2, "0")}`;
  }).join("");
}
