import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import type { BootReport, ReportedFile } from "./report.js";

/** Reports a folder as if it were the root of a machine. */
export function reportOfFolder(root: string): BootReport {
  const files = new Map<string, ReportedFile>();
  const links = new Map<string, string>();
  const directories = new Map<string, { mode: string; owner: string }>();
  for (const entry of readdirSync(root, { recursive: true, encoding: "utf8" }).sort()) {
    const place = join(root, entry);
    const path = `/${entry}`;
    const facts = lstatSync(place);
    const mode = (facts.mode & 0o7777).toString(8).padStart(4, "0");
    const owner = `${facts.uid}:${facts.gid}`;
    if (facts.isSymbolicLink()) links.set(path, readlinkSync(place));
    else if (facts.isDirectory()) directories.set(path, { mode, owner });
    else if (facts.isFile()) {
      const contents = readFileSync(place);
      const sha256 = createHash("sha256").update(contents).digest("hex");
      files.set(path, { mode, owner, sha256, size: contents.length, contents });
    }
  }
  return { files, links, directories, blocks: new Map() };
}
