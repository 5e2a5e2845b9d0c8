import { mkdir, open, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Failure, find, inside, isMissing, put } from "../provider/index.js";
import { type Pauses, persist } from "./attempts.js";
import { judgeDigest, type Subject } from "./judge.js";
import type { Source } from "./source.js";

/** A file to be had, and where it goes. */
export interface Download {
  readonly source: Source;
  readonly subject: Subject;
  /** Below this folder, under this path. */
  readonly directory: string;
  readonly path: string;
  /** What it has to be, by the signed digests. */
  readonly sha512: string;
  readonly pauses: Pauses;
  /** Told of each part that arrived. */
  progress(bytes: number, total?: number): void;
}

/**
 * Brings a file to its place. What has arrived is kept beside it under a name with its digest, so that
 * a later run continues; the place itself changes only when the digest is right. Ends in ASSET_DIGEST.
 */
export async function download(job: Download): Promise<void> {
  const { directory, path, subject, sha512 } = job;
  const draft = `${path}.${sha512.slice(0, 16)}.part`;
  const place = inside(directory, draft);
  await mkdir(dirname(place), { recursive: true });
  const resumed = (await sizeOf(place)) > 0;
  let found = await fetched(job, draft, place);
  // What an earlier run left may be spoilt: once more, from the start.
  if (found !== sha512 && resumed) {
    await rm(place);
    found = await fetched(job, draft, place);
  }
  if (found !== sha512) {
    await rm(place);
    throw new Failure("the release cannot be trusted", judgeDigest(found, sha512, subject));
  }
  await put(directory, draft, path, 0o644);
}

/** Completes the draft, over as many connections as it takes; returns its digest. */
async function fetched(job: Download, draft: string, place: string): Promise<string> {
  const { source, subject, pauses } = job;
  let validator: string | undefined;
  const attempt = async (): Promise<void> => {
    const part = await source.open(subject, await sizeOf(place), validator);
    validator = part.validator;
    let size = part.from;
    const file = await open(place, size > 0 ? "a" : "w");
    try {
      for await (const chunk of part.bytes) {
        await file.writeFile(chunk);
        size += chunk.length;
        job.progress(size, part.total);
      }
    } finally {
      await file.close();
    }
  };
  await persist(attempt, subject, pauses, () => sizeOf(place));
  return (await find(job.directory, draft))?.sha512 ?? "";
}

async function sizeOf(place: string): Promise<number> {
  try {
    return (await stat(place)).size;
  } catch (error) {
    if (isMissing(error)) return 0;
    throw error;
  }
}
