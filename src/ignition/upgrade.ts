import { type Issue, Report } from "../report/index.js";
import { checkIgnition } from "./check.js";
import { hasSpecialBits, inOctal } from "./nodes.js";
import type { IgnitionDocument } from "./spec.js";
import { atLeast, type SpecVersion, specOf } from "./versions.js";

/** setuid, setgid and sticky. */
const specialBits = 0o7000;

/**
 * The document as one of a newer spec, with the meaning it had: Ignition's own upgrade. The version
 * is rewritten, and on the way to 3.6.0 the special bits of modes are cleared, because older specs
 * ignore them. Unlike Ignition, it keeps the advertisement of a tang server on the way to 3.5.0.
 */
export function upgradeIgnition(
  config: IgnitionDocument,
  to: SpecVersion,
  from: SpecVersion = specOf(config.ignition?.version),
): IgnitionDocument {
  const upgraded = { ...config, ignition: { ...config.ignition, version: to } };
  const { storage } = upgraded;
  if (!storage || atLeast(from, "3.6.0") || !atLeast(to, "3.6.0")) return upgraded;
  return {
    ...upgraded,
    storage: {
      ...storage,
      ...(storage.directories && { directories: storage.directories.map(withoutSpecialBits) }),
      ...(storage.files && { files: storage.files.map(withoutSpecialBits) }),
    },
  };
}

function withoutSpecialBits<T extends { mode?: number }>(node: T): T {
  return node?.mode === undefined ? node : { ...node, mode: node.mode & ~specialBits };
}

/**
 * What a document would lose or break as one of an older spec: KEY_TOO_NEW for members with an
 * effect, FILE_MODE_SPECIAL_BITS where bits stop to count, and every error the older spec has and
 * its own has not. A document without issues here may be given the older version.
 */
export function checkDowngrade(config: IgnitionDocument, to: SpecVersion): Report {
  const from = specOf(config.ignition?.version);
  const report = new Report();
  if (atLeast(to, from)) return report;
  const older = { ...config, ignition: { ...config.ignition, version: to } };
  const before = new Set(checkIgnition(config, { spec: from }).errors.map(identity));
  for (const issue of checkIgnition(older, { spec: to }).errors) {
    if (!before.has(identity(issue)) && !isHarmless(config, issue)) report.issues.push(issue);
  }
  if (losesAt("3.6.0", from, to) || losesAt("3.4.0", from, to)) checkModes(config, to, report);
  return report;
}

function losesAt(boundary: SpecVersion, from: SpecVersion, to: SpecVersion): boolean {
  return atLeast(from, boundary) && !atLeast(to, boundary);
}

function identity({ code, path }: Issue): string {
  return JSON.stringify([code, path]);
}

/** Members that are off are not missed. */
function isHarmless(config: IgnitionDocument, { code, path }: Issue): boolean {
  if (code !== "KEY_TOO_NEW") return false;
  let value: unknown = config;
  for (const key of path) value = (value as Record<string | number, unknown>)[key];
  return isOff(value);
}

function isOff(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return !value;
  return Object.values(value).every(isOff);
}

function checkModes({ storage }: IgnitionDocument, to: SpecVersion, report: Report): void {
  for (const list of ["directories", "files"] as const) {
    const nodes: readonly { mode?: number }[] = storage?.[list] ?? [];
    nodes.forEach((node, index) => {
      const mode = node?.mode;
      if (mode === undefined || !Number.isSafeInteger(mode) || !hasSpecialBits(mode)) return;
      report.error(
        "FILE_MODE_SPECIAL_BITS",
        ["storage", list, index, "mode"],
        `mode ${inOctal(mode)} has a setuid, setgid or sticky bit, which Ignition clears at spec ${to}`,
        "clear the bits 0o7000, or set them by a unit that runs chmod",
      );
    });
  }
}
