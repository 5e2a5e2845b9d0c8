import { lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { FileSource, LocalNode } from "../butane/index.js";

/** The files of a folder, for documents that name them. Nothing outside the folder can be read. */
export function localFiles(folder: string): FileSource {
  return {
    get(path) {
      try {
        const place = realpathSync(join(folder, path));
        return isInside(realpathSync(folder), place) ? readFileSync(place) : undefined;
      } catch {
        // Missing, a folder, or not to be read: the document's line is the place to say so.
        return undefined;
      }
    },
    *list() {
      yield* nodesOf(folder, folder);
    },
  };
}

function isInside(folder: string, place: string): boolean {
  const path = relative(folder, place);
  return path !== ".." && !path.startsWith(`..${sep}`);
}

function* nodesOf(folder: string, below: string): Iterable<LocalNode> {
  for (const name of readdirSync(below).sort()) {
    const place = join(below, name);
    const stat = lstatSync(place);
    const path = relative(folder, place).split(sep).join("/");
    if (stat.isSymbolicLink()) yield { path, type: "symlink", target: readlinkSync(place) };
    else if (stat.isFile()) yield { path, type: "file", mode: stat.mode & 0o7777 };
    else if (stat.isDirectory()) {
      yield { path, type: "dir", mode: stat.mode & 0o7777 };
      yield* nodesOf(folder, place);
    } else yield { path, type: "other" };
  }
}
