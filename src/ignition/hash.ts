import { createHash } from "node:crypto";

/** The hash of bytes as Ignition's `verification.hash` wants it: `sha512-` and hexadecimal digits. */
export function sha512(bytes: Uint8Array | string): string {
  return `sha512-${createHash("sha512").update(bytes).digest("hex")}`;
}
