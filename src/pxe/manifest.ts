import { createHash } from "node:crypto";
import type { BootFile, BootFiles } from "./files.js";

/** What a manifest says of one file. */
export interface ManifestEntry {
  readonly bytes: number;
  readonly mode: string;
  readonly sha512: string;
}

/** Size, mode and SHA-512 of a file. */
export function describeFile({ contents, mode }: BootFile): ManifestEntry {
  return {
    bytes: Buffer.byteLength(contents),
    mode: `0${mode.toString(8)}`,
    sha512: createHash("sha512").update(contents).digest("hex"),
  };
}

/**
 * Size, mode and SHA-512 of every file, by path below the boot directory. Only its owner reads it:
 * the digest of a config with a weak secret in it tells whether a guess is right.
 */
export function renderManifest(files: BootFiles): BootFile {
  const entries = Object.keys(files)
    .sort()
    .map((path) => [path, describeFile(files[path] as BootFile)]);
  return {
    contents: `${JSON.stringify({ files: Object.fromEntries(entries) }, undefined, 2)}\n`,
    mode: 0o600,
  };
}
