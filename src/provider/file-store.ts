import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { chmod, mkdir, open, rename, rm, rmdir, stat } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import type { FoundFile, WantedBytes } from "./store.js";

/** What is on disk; undefined when there is no such file. */
export async function find(directory: string, path: string): Promise<FoundFile | undefined> {
  const place = inside(directory, path);
  try {
    const { mode } = await stat(place);
    const hash = createHash("sha512");
    for await (const chunk of createReadStream(place)) hash.update(chunk);
    return { sha512: hash.digest("hex"), mode: mode & 0o7777 };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/**
 * Writes a file so that a reader sees the old one or the new one, never half of it: into a new file
 * beside it, flushed, then renamed. The mode is right before there are contents to read.
 */
export async function write(
  directory: string,
  path: string,
  { contents, mode }: WantedBytes,
): Promise<void> {
  const place = inside(directory, path);
  const draft = `${place}.${process.pid}.new`;
  await mkdir(dirname(place), { recursive: true });
  await rm(draft, { force: true });
  const handle = await open(draft, "wx", mode);
  try {
    await handle.chmod(mode);
    await handle.writeFile(contents);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, place);
  await chmod(place, mode);
}

/** Puts a finished draft in the place of a file, once all of it is on the disk. */
export async function put(
  directory: string,
  draft: string,
  path: string,
  mode: number,
): Promise<void> {
  const handle = await open(inside(directory, draft), "r+");
  try {
    await handle.chmod(mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(inside(directory, draft), inside(directory, path));
}

/** Removes a file and the folders that it leaves empty, up to the boot directory itself. */
export async function remove(directory: string, path: string): Promise<void> {
  const place = inside(directory, path);
  await rm(place, { force: true });
  for (
    let folder = dirname(place);
    folder.length >= resolve(directory).length;
    folder = dirname(folder)
  ) {
    try {
      await rmdir(folder);
    } catch {
      // Not empty, or gone already: both end the walk.
      return;
    }
  }
}

/** Absolute place of a path below a directory. */
export function inside(directory: string, path: string): string {
  const base = resolve(directory);
  const place = join(base, path);
  if (!place.startsWith(base + sep)) throw new Error(`${path} is not inside ${directory}`);
  return place;
}

/** Whether an error says that there is no such file. */
export function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return code === "ENOENT" || code === "ENOTDIR";
}
