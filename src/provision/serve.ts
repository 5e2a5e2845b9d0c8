import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { resolve, sep } from "node:path";
import { pipeline } from "node:stream/promises";

/** What there is at a path: a file to send, nothing, or another file than the one that was written. */
export type Found =
  | { readonly what: "file"; readonly file: string; readonly size: number }
  | { readonly what: "missing" | "changed" };

/**
 * Looks for a file of a folder. One whose digest is known counts only as it was written: who edits it on disk would
 * change a machine without anybody knowing.
 */
export async function findFile(
  folder: string,
  path: string,
  sha512: string | undefined,
): Promise<Found> {
  const file = resolve(folder, path);
  if (!file.startsWith(resolve(folder) + sep)) return { what: "missing" };
  const facts = await stat(file).catch(() => undefined);
  if (!facts?.isFile()) return { what: "missing" };
  if (sha512 !== undefined && (await digestOf(file)) !== sha512) return { what: "changed" };
  return { what: "file", file, size: facts.size };
}

/** Sends what was found. */
export async function sendFile(
  found: Found,
  { method }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (found.what !== "file") {
    // Ignition asks again after a 503, and an update with a refresh mends the file.
    response.writeHead(found.what === "missing" ? 404 : 503).end();
    return;
  }
  // GRUB reads this header in this spelling only.
  response.writeHead(200, { "Content-Length": found.size });
  if (method === "HEAD") response.end();
  else await pipeline(createReadStream(found.file), response);
}

async function digestOf(file: string): Promise<string> {
  return createHash("sha512")
    .update(await readFile(file))
    .digest("hex");
}
