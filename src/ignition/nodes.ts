import type { PathKey } from "../report/index.js";
import { type Checker, missing, quoted } from "./checker.js";
import { checkPath } from "./paths.js";
import type { Directory, File, Link, NodeOwner } from "./spec.js";

/** Owners are named by id or by name. */
export function checkOwner({ id, name }: NodeOwner, check: Checker): void {
  if (id === undefined || !name) return;
  check.error(
    "OWNER_ID_AND_NAME",
    [],
    `both id ${id} and name ${quoted(name)} are given`,
    "keep one of id and name",
  );
}

/** A directory by itself. */
export function checkDirectory({ path, mode }: Directory, check: Checker): void {
  checkPath(path, ["path"], check);
  checkMode(mode, check);
}

/** A file by itself. */
export function checkFile({ path, mode, overwrite, contents }: File, check: Checker): void {
  checkPath(path, ["path"], check);
  checkMode(mode, check);
  if (overwrite !== true || contents?.source !== undefined) return;
  check.error(
    "OVERWRITE_WITHOUT_SOURCE",
    ["overwrite"],
    "overwrite is true, and the file has no contents to overwrite with",
    'give the file contents (for an empty one the text "", as a source "data:,"), or remove overwrite',
    missing,
  );
}

/** A link by itself; what it points to is judged with the rest of the storage. */
export function checkLink({ path }: Link, check: Checker): void {
  checkPath(path, ["path"], check);
}

function checkMode(mode: number | undefined, check: Checker): void {
  if (mode === undefined) return;
  const below: PathKey[] = ["mode"];
  if (mode < 0 || mode > 0o7777) {
    check.error(
      "FILE_MODE_INVALID",
      below,
      `mode ${mode} is not between 0 and 4095 (0o7777)`,
      modeHint(mode),
    );
  }
  const warned = check.spec === "3.4.0" || check.spec === "3.5.0";
  if (check.atLeast("3.6.0") || (warned && !check.engine.warnsAboutSpecialBits)) return;
  if (!hasSpecialBits(mode)) return;
  check.warning(
    "FILE_MODE_SPECIAL_BITS",
    below,
    `mode ${inOctal(mode)} has a setuid, setgid or sticky bit, and Ignition clears those below spec 3.6.0`,
    "clear the bits 0o7000, or set them by a unit that runs chmod",
  );
}

/** `420 (0o644)`: JSON has the one, programs write the other. */
export function inOctal(mode: number): string {
  return mode < 0 ? String(mode) : `${mode} (0o${mode.toString(8)})`;
}

function modeHint(mode: number): string {
  if (looksOctal(mode))
    return `write the mode in octal: 0o${mode} is ${Number.parseInt(String(mode), 8)}`;
  // What stat reports holds the kind of the file above the permissions.
  const permissions = mode > 0 && mode < 0o200000 ? mode % 0o10000 : 0o644;
  return `write the permission bits only, such as 0o${permissions.toString(8)} (${permissions})`;
}

/** Whether a mode has a setuid, setgid or sticky bit. As Ignition does, it looks at the lowest 32 bits. */
export function hasSpecialBits(mode: number): boolean {
  return (BigInt.asUintN(32, BigInt(mode)) & 0o7000n) !== 0n;
}

/** Whether the number is made of octal digits, as when 0644 was written as 644 or 1777. */
function looksOctal(mode: number): boolean {
  return /^[1-7]?[0-7]{3}$/.test(String(mode)) && mode > 0o7777;
}
