import { Architecture } from "../hardware/index.js";
import type { Channel } from "./channel.js";
import type { Release } from "./release.js";

/** Flatcar's word for an architecture, the folder of its files. */
const boards: Readonly<Record<Architecture, string>> = Object.freeze({
  [Architecture.X64]: "amd64-usr",
  [Architecture.Arm64]: "arm64-usr",
});

/** Folder of a release below the release server or a mirror: `amd64-usr/4593.2.5`. */
export function releasePath(architecture: Architecture, version = "current"): string {
  return `${boards[architecture]}/${version}`;
}

/** The release server of a channel, for programs that know certificate authorities. */
export function releaseServer(channel: Channel): string {
  return `https://${channel}.release.flatcar-linux.net`;
}

/**
 * Folder of a release on the release server, or below a mirror that keeps the server's layout
 * (`<mirror>/amd64-usr/4593.2.5`). Plain http, because boot firmware rarely has a list of trusted
 * certificate authorities; Flatcar's own boot scripts use it too.
 */
export function releaseUrl(release: Release, architecture: Architecture, mirror?: string): string {
  const base = mirror ?? `http://${release.channel}.release.flatcar-linux.net`;
  return `${base.replace(/\/+$/, "")}/${releasePath(architecture, release.version)}`;
}

/** Folder of all releases of an architecture below a mirror. */
export function releasesUrl(architecture: Architecture, mirror: string): string {
  return `${mirror.replace(/\/+$/, "")}/${boards[architecture]}`;
}

/** The exact version that a `version.txt` names. */
export function versionIn(text: string): string | undefined {
  return /^FLATCAR_VERSION="?(\d+\.\d+\.\d+)"?\r?$/m.exec(text)?.[1];
}

/**
 * The SHA-512 that a DIGESTS file gives for a file, in hexadecimal. It has a part for each kind of
 * digest, with a heading and lines of digest and name (flatcar/scripts, ci_automation_common.sh).
 */
export function digestIn(text: string, file: string): string | undefined {
  const part = /^# SHA512 HASH\r?\n((?:[^#].*\r?\n?)*)/m.exec(text)?.[1] ?? "";
  const lines = part.split(/\r?\n/).map((line) => /^([0-9a-f]{128}) [ *](.+)$/.exec(line));
  return lines.find((line) => line?.[2] === file)?.[1];
}
