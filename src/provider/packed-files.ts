import { gunzipSync } from "node:zlib";
import { gzip } from "../ignition/index.js";
import type { WantedFile } from "./store.js";

/** Files by their paths. */
export type WantedFiles = Readonly<Record<string, WantedFile>>;

/**
 * Files as one short text. The engine writes its whole state after every step, so what is kept for
 * one machine is written again for every other: this made a rack of 200 cost two thirds.
 */
export function packFiles(files: WantedFiles): string {
  return Buffer.from(gzip(Buffer.from(JSON.stringify(files)))).toString("base64");
}

/** The files that `packFiles` was given. */
export function unpackFiles(packed: string): WantedFiles {
  return JSON.parse(gunzipSync(Buffer.from(packed, "base64")).toString());
}

/** Whether a text is what `packFiles` made: gzip's first bytes, in base64. */
export function isPacked(text: string): boolean {
  return text.startsWith("H4sI");
}
