import type { UserData } from "./machine.js";

/** User data, as the machine will see it. */
export interface DecodedUserData {
  readonly bytes: Buffer;
  /** `script` for what Flatcar hands to coreos-cloudinit and Ignition leaves alone. */
  readonly kind: "ignition" | "butane" | "script" | "gzip" | "other";
}

/** What is given, decoded; undefined when nothing is given, or not in the form that is asked for. */
export function decodeUserData({ text, encoding }: UserData): DecodedUserData | undefined {
  if (text.value === undefined) return undefined;
  const decoded = encoding === "raw" ? undefined : decodeBase64(text.value);
  if (encoding === "base64" && decoded === undefined) return undefined;
  const bytes = decoded ?? Buffer.from(text.value, "utf8");
  return { bytes, kind: kindOf(bytes) };
}

function decodeBase64(text: string): Buffer | undefined {
  const packed = text.replace(/\s+/g, "");
  if (packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(packed)) return undefined;
  return Buffer.from(packed, "base64");
}

function kindOf(bytes: Buffer): DecodedUserData["kind"] {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return "gzip";
  // Far enough for what Butane and MIME documents begin with.
  const start = bytes.toString("utf8", 0, 4096);
  if (/^(#cloud-config|#!)/.test(start) || /^content-type:\s*multipart\//im.test(start))
    return "script";
  if (/^\s*\{/.test(start)) return bytes.includes('"ignition"') ? "ignition" : "other";
  return /^variant:/m.test(start) ? "butane" : "other";
}
