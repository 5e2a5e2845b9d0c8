/** The stable specs this room knows, oldest first. */
export const supportedSpecs = [
  "3.0.0",
  "3.1.0",
  "3.2.0",
  "3.3.0",
  "3.4.0",
  "3.5.0",
  "3.6.0",
] as const;

/** A stable Ignition spec version. */
export type SpecVersion = (typeof supportedSpecs)[number];

/** Boots on every Flatcar release since LTS-2024; LTS-2023 stops at 3.3.0. */
export const defaultSpec: SpecVersion = "3.4.0";

/** The first Flatcar major whose Ignition reads a spec; before 3185 there was none for spec 3. */
export const flatcarSince: Readonly<Record<SpecVersion, number>> = Object.freeze({
  "3.0.0": 3185,
  "3.1.0": 3185,
  "3.2.0": 3185,
  "3.3.0": 3185,
  "3.4.0": 3549,
  "3.5.0": 4152,
  "3.6.0": 4820,
});

/** Whether `text` is exactly the name of a supported spec. */
export function isSpecVersion(text: unknown): text is SpecVersion {
  return supportedSpecs.some((spec) => spec === text);
}

/** Whether `spec` is `since` or newer. */
export function atLeast(spec: SpecVersion, since: SpecVersion): boolean {
  return supportedSpecs.indexOf(spec) >= supportedSpecs.indexOf(since);
}

/** What a text in `ignition.version` turned out to be. */
export type VersionReading =
  | { readonly kind: "supported"; readonly spec: SpecVersion }
  | { readonly kind: "malformed" | "old" | "experimental" | "unknown" };

const identifier = /^[0-9A-Za-z-]+$/;
const number = /^0*\d{1,15}$/;

/**
 * Reads a version as Ignition's semver parser does: leading zeros are allowed (`03.4.0`), two
 * dotted parts or a leading `v` are not.
 */
export function readVersion(text: string): VersionReading {
  const [beforeMetadata, metadata = ""] = cut(text, "+");
  const [core, preRelease = ""] = cut(beforeMetadata, "-");
  const parts = core.split(".");
  const wellFormed =
    parts.length === 3 &&
    parts.every((part) => number.test(part)) &&
    [preRelease, metadata].every(
      (part) => part === "" || part.split(".").every((each) => identifier.test(each)),
    );
  if (!wellFormed) return { kind: "malformed" };
  const [major = 0, minor, patch] = parts.map(Number);
  if (major < 3) return { kind: "old" };
  const spec = `${major}.${minor}.${patch}`;
  if (preRelease === "" && metadata === "" && isSpecVersion(spec))
    return { kind: "supported", spec };
  return { kind: preRelease.startsWith("experimental") ? "experimental" : "unknown" };
}

/** The spec a document's version stands for, or the default when it is no supported one. */
export function specOf(version: unknown): SpecVersion {
  const reading = readVersion(typeof version === "string" ? version : "");
  return reading.kind === "supported" ? reading.spec : defaultSpec;
}

function cut(text: string, mark: string): [string, string?] {
  const index = text.indexOf(mark);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
