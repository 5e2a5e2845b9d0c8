import { gunzipSync } from "node:zlib";

/** What became of compressed bytes: their contents, nothing for what is not gzip, or too many to look at. */
export type Gunzipped = { readonly bytes: Uint8Array } | "invalid" | "too large";

/** Decompresses gzip, up to `limit` bytes of contents: small inputs can unpack to gigabytes. */
export function gunzip(bytes: Uint8Array, limit: number): Gunzipped {
  if (limit < 1) return "too large";
  try {
    return { bytes: gunzipSync(bytes, { maxOutputLength: limit }) };
  } catch (error) {
    const coded = typeof error === "object" && error !== null && "code" in error;
    return coded && error.code === "ERR_BUFFER_TOO_LARGE" ? "too large" : "invalid";
  }
}

/** How many decompressed bytes one check looks at, over all contents together. */
export const gunzipBudget = 64 * 1024 * 1024;
