import { Architecture } from "../hardware/index.js";
import type { Release } from "./release.js";

/** Flatcar's word for an architecture, the folder of its files. */
const boards: Readonly<Record<Architecture, string>> = Object.freeze({
  [Architecture.X64]: "amd64-usr",
  [Architecture.Arm64]: "arm64-usr",
});

/**
 * Folder of a release on the release server, or below a mirror that keeps the server's layout
 * (`<mirror>/amd64-usr/4593.2.5`). Plain http, because boot firmware rarely has a list of trusted
 * certificate authorities; Flatcar's own boot scripts use it too.
 */
export function releaseUrl(release: Release, architecture: Architecture, mirror?: string): string {
  const base = mirror?.replace(/\/+$/, "") ?? `http://${release.channel}.release.flatcar-linux.net`;
  return `${base}/${boards[architecture]}/${release.version ?? "current"}`;
}
