import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { folder } from "./folder.js";
import type { Subject } from "./judge.js";
import { webServer } from "./web-server.js";

/** A file from some byte on. */
export interface Part {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Where it starts: 0 when the source begins anew, whatever was asked for. */
  readonly from: number;
  /** How many bytes the whole file has, when the source says so. */
  readonly total?: number;
  /** What tells this state of the file from a later one: its ETag, or when it was changed. */
  readonly validator?: string;
}

/** Where releases are copied from; paths are those of the release server. */
export interface Source {
  /** The whole address of a path. */
  placeOf(path: string): string;
  /**
   * Opens a file. Ends in ASSET_MISSING and ASSET_UNREACHABLE; throws `Interrupted` for what may be
   * better in a while, and so do the bytes.
   */
  open(subject: Subject, from?: number, validator?: string): Promise<Part>;
}

/** A web server for an http or https address; else a folder, by its path or as a file URL. */
export function openSource(address: string): Source {
  if (/^https?:/.test(address)) return webServer(address.replace(/\/+$/, ""));
  return folder(address.startsWith("file:") ? fileURLToPath(address) : resolve(address));
}

/** A small file as text. */
export async function readText(source: Source, subject: Subject): Promise<string> {
  return (await readBytes(source, subject)).toString("utf8");
}

/** A small file. */
export async function readBytes(source: Source, subject: Subject): Promise<Buffer> {
  const { bytes } = await source.open(subject);
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}
