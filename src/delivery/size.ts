import type { Platform } from "../platforms/index.js";

/** Bytes of user data as a platform counts them against its limit. */
export function userDataBytes(text: string, { userDataLimit }: Platform): number {
  const bytes = Buffer.byteLength(text, "utf8");
  return userDataLimit?.of === "base64" ? Math.ceil(bytes / 3) * 4 : bytes;
}

/** Whether user data of so many bytes, counted by `userDataBytes`, is accepted. */
export function fits(bytes: number, { userDataLimit }: Platform): boolean {
  return userDataLimit === undefined || bytes <= userDataLimit.bytes;
}
