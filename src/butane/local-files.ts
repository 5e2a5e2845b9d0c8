import { didYouMean, type IssueCode } from "../report/index.js";
import { quote } from "./journal.js";

/** One entry of a folder of local files. */
export interface LocalNode {
  /** Relative to the folder, parts separated by `/`. */
  readonly path: string;
  /** `other` stands for sockets, devices and the like, which no tree may hold. */
  readonly type: "file" | "dir" | "symlink" | "other";
  /** Permission bits; a tree's file with an x bit becomes 0755, any other 0644. */
  readonly mode?: number;
  /** Where a symlink points, as written in it. */
  readonly target?: string;
}

/**
 * The files that `local`, `contents_local`, `ssh_authorized_keys_local` and `trees` name. A plain
 * `Map` from relative path to bytes will do; `list` adds modes, symlinks and folders for `trees`.
 */
export interface FileSource {
  /** The bytes of a file; the path is relative, without `.` and `..` parts. */
  get(path: string): Uint8Array | undefined;
  list?(): Iterable<LocalNode>;
  keys?(): Iterable<string>;
}

/** Why local files could not be had, ready to be reported. */
export interface LocalProblem {
  readonly code: IssueCode;
  readonly message: string;
  readonly hint: string;
}

/** A `LocalNode` below a tree's root, with its path from there. */
export interface TreeNode extends LocalNode {
  readonly below: string;
}

/** Local files are named and none were given. */
export const filesUnset: LocalProblem = {
  code: "LOCAL_FILES_UNSET",
  message: "a local file is named, but no local files are given",
  hint: "name their folder in filesDir, or pass them to translateButane in files",
};

/** Looks up local files by the paths that documents write. */
export class LocalFiles {
  private sorted: readonly LocalNode[] | undefined;

  private readonly source: FileSource | undefined;

  constructor(source: FileSource | undefined) {
    this.source = source;
  }

  get given(): boolean {
    return this.source !== undefined;
  }

  /** The bytes of a local file, or why there are none. */
  read(written: string): Uint8Array | LocalProblem {
    if (!this.source) return filesUnset;
    const path = insideFolder(written);
    if (path === undefined) return escapes(written);
    return this.source.get(path) ?? this.missing(written, path);
  }

  /** All below a folder in the order of a walk through it, folders before what they hold. */
  tree(written: string): readonly TreeNode[] | LocalProblem {
    if (!this.source) return filesUnset;
    const root = insideFolder(written);
    if (root === undefined) return escapes(written);
    const prefix = root === "" ? "" : `${root}/`;
    const nodes = this.nodes();
    const below = nodes
      .filter(({ path }) => path.startsWith(prefix))
      .map((node) => ({ ...node, below: node.path.slice(prefix.length) }));
    const own = nodes.find(({ path }) => path === root);
    if (root === "" || below.length > 0 || own?.type === "dir") return below;
    if (!own) return this.missing(written, root);
    return {
      code: "TREE_NOT_DIRECTORY",
      message: `local ${quote(written)} of a tree is not a directory`,
      hint: "name a directory, or use files with contents.local for a single file",
    };
  }

  private missing(written: string, path: string): LocalProblem {
    const isFolder = this.nodes().some((node) => node.path.startsWith(`${path}/`));
    const near = isFolder
      ? undefined
      : didYouMean(
          path,
          this.nodes().map((node) => node.path),
        );
    return {
      code: "LOCAL_FILE_MISSING",
      message: `local file ${quote(written)} ${isFolder ? "is a directory" : "does not exist"}`,
      hint: near
        ? `did you mean ${near}?`
        : "add the file to the folder of local files, or correct the path",
    };
  }

  private nodes(): readonly LocalNode[] {
    this.sorted ??= sortByPath(listed(this.source));
    return this.sorted;
  }
}

/** Whether a look-up gave a problem instead of what was looked for. */
export function isLocalProblem(result: object): result is LocalProblem {
  return "hint" in result;
}

function listed(source: FileSource | undefined): LocalNode[] {
  if (source?.list) return [...source.list()];
  return [...(source?.keys?.() ?? [])].map((path) => ({ path, type: "file" }));
}

/** In byte order of the parts of each path, so that a folder's entries follow it at once. */
function sortByPath(nodes: readonly LocalNode[]): LocalNode[] {
  return nodes
    .map((node) => ({ node, key: Buffer.from(node.path.replaceAll("/", "\0")) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ node }) => node);
}

function escapes(written: string): LocalProblem {
  return {
    code: "LOCAL_PATH_ESCAPES",
    message: `local path ${quote(written)} leads out of the folder of local files`,
    hint: "name a path inside the folder, without .. above its top",
  };
}

/** The path without empty, `.` and `..` parts; undefined when it leaves the folder. A leading / is harmless. */
function insideFolder(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}
