import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import type { FileSource, LocalNode } from "../../../../src/butane/index.js";

/** The folder of local files that Butane documents name: contents, or where a link points. */
const files: Readonly<Record<string, { contents?: string; mode?: number; target?: string }>> = {
  "a.txt": { contents: "hello\n" },
  "app.service": { contents: "[Service]\nExecStart=/bin/true\n" },
  "keys.pub": { contents: "ssh-ed25519 AAAA a@b\r\n\nssh-rsa BBBB\n" },
  "large.conf": { contents: "option = value\n".repeat(300) },
  "tree/bin/run": { contents: "#!/bin/sh\n", mode: 0o755 },
  "tree/etc/app.conf": { contents: "é\n", mode: 0o600 },
  "tree/etc/link": { target: "../bin/run" },
  "tree/l": { contents: "" },
};

export const localPaths: readonly string[] = Object.keys(files);

const folders = [...new Set(localPaths.flatMap(parentsOf))].sort();

function parentsOf(path: string): string[] {
  const parent = posix.dirname(path);
  return parent === "." ? [] : [...parentsOf(parent), parent];
}

/** Writes the folder for Butane. */
export function writeLocalFiles(folder: string): void {
  for (const [path, { contents, mode = 0o644, target }] of Object.entries(files)) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    if (target !== undefined) symlinkSync(target, place);
    else writeFileSync(place, contents ?? "", { mode });
  }
}

/** The same folder for us. */
export const localFiles: FileSource = {
  get: (path) => {
    const file = files[path];
    if (file?.target !== undefined) {
      return localFiles.get(posix.join(posix.dirname(path), file.target));
    }
    return file?.contents === undefined ? undefined : Buffer.from(file.contents);
  },
  list: (): LocalNode[] => [
    ...folders.map((path) => ({ path, type: "dir" as const, mode: 0o755 })),
    ...Object.entries(files).map(([path, { mode = 0o644, target }]) =>
      target === undefined
        ? { path, type: "file" as const, mode }
        : { path, type: "symlink" as const, target },
    ),
  ],
};
