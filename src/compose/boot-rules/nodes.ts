import type { IgnitionDocument, Node } from "../../ignition/index.js";
import type { Path } from "../../report/index.js";

/** A file, directory or link that a config makes. */
export interface PlacedNode {
  readonly kind: "file" | "directory" | "link";
  /** Absolute path on the machine. */
  readonly node: string;
  /** Where the config says so. */
  readonly path: Path;
}

/** The longest path that Linux takes; what is longer cannot exist and is not looked at. */
const pathMax = 4096;

const lists = { directories: "directory", files: "file", links: "link" } as const;

/** All nodes of a config whose paths are known and absolute. */
export function nodesOf({ storage }: IgnitionDocument): PlacedNode[] {
  const found: PlacedNode[] = [];
  for (const list of ["directories", "files", "links"] as const) {
    const nodes: readonly (Node | undefined)[] = storage?.[list] ?? [];
    nodes.forEach((node, index) => {
      if (!node?.path?.startsWith("/") || node.path.length > pathMax) return;
      found.push({ kind: lists[list], node: node.path, path: ["storage", list, index, "path"] });
    });
  }
  return found;
}

/** The folders above a path, from the one it is in up to the one below the root. */
export function* foldersAbove(path: string): Generator<string> {
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
    yield path.slice(0, end);
  }
}

/** Whether a path is `folder` or below it. */
export function isAtOrBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
