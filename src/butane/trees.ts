import { posix } from "node:path";
import type { Link } from "../ignition/index.js";
import { at, type Path } from "../report/index.js";
import type { ButaneFile } from "./config.js";
import { filesUnset, isLocalProblem, type TreeNode } from "./local-files.js";
import { embed } from "./resources.js";
import { reportLocal, type Work } from "./work.js";

const executable = 0o111;

interface Nodes {
  readonly files: NodeList<ButaneFile>;
  readonly links: NodeList<Link>;
}

/** Makes files and links of every folder in `storage.trees`. Folders themselves are left to Ignition. */
export function addTrees(work: Work): void {
  const { storage } = work.config;
  const trees = storage?.trees ?? [];
  delete storage?.trees;
  if (!storage || trees.length === 0) return;
  if (!work.files.given) {
    reportLocal(work, ["storage", "trees", 0], filesUnset);
    return;
  }
  storage.files ??= [];
  storage.links ??= [];
  const taken = new Set(storage.directories?.map(({ path = "" }) => path));
  const nodes: Nodes = {
    files: new NodeList(storage.files, taken, (path) => ({ path })),
    links: new NodeList(storage.links, taken, (path) => ({ path })),
  };
  for (const [index, { local = "", path }] of trees.entries()) {
    const source: Path = ["storage", "trees", index];
    const below = work.files.tree(local);
    if (isLocalProblem(below)) {
      reportLocal(work, source, below);
      continue;
    }
    for (const node of below) {
      addNode(work, nodes, node, posix.join(path || "/", node.below), source);
    }
  }
}

function addNode(work: Work, nodes: Nodes, node: TreeNode, path: string, source: Path): void {
  if (node.type === "file") addFile(work, nodes, node, path, source);
  else if (node.type === "symlink") addLink(work, nodes, node, path, source);
  else if (node.type === "other") {
    reportLocal(work, source, {
      code: "TREE_FILE_TYPE",
      message: `${path} of the tree is neither a file, nor a directory, nor a symlink`,
      hint: "remove it from the folder of local files",
    });
  }
}

function addFile(work: Work, nodes: Nodes, node: TreeNode, path: string, source: Path): void {
  const found = nodes.files.at(path);
  if (!found || found.node.contents?.source) {
    reportTaken(work, path, source);
    return;
  }
  const place = ["storage", "files", found.index];
  const origin = work.origins.pathOf(source);
  if (found.made) work.origins.make(place, origin);
  const bytes = work.files.read(node.path);
  if (isLocalProblem(bytes)) {
    reportLocal(work, source, bytes);
    return;
  }
  const file = found.node;
  file.contents ??= {};
  embed(work, file.contents, bytes, at(place, "contents"), source);
  if (file.mode !== undefined) return;
  file.mode = (node.mode ?? 0) & executable ? 0o755 : 0o644;
  work.origins.make(at(place, "mode"), origin);
}

function addLink(work: Work, nodes: Nodes, node: TreeNode, path: string, source: Path): void {
  const found = nodes.links.at(path);
  if (!found || found.node.target) {
    reportTaken(work, path, source);
    return;
  }
  const place = ["storage", "links", found.index];
  const origin = work.origins.pathOf(source);
  if (found.made) work.origins.make(place, origin);
  found.node.target = node.target ?? "";
  work.origins.make(at(place, "target"), origin);
}

function reportTaken(work: Work, path: string, source: Path): void {
  reportLocal(work, source, {
    code: "TREE_NODE_EXISTS",
    message: `${path} of the tree is already in the document, with contents or as another type`,
    hint: "remove one of the two; an entry in files may add mode and owner, but no contents",
  });
}

interface Found<T> {
  readonly node: T;
  readonly index: number;
  /** Made now, for this path. */
  readonly made: boolean;
}

/** The nodes of one list by path; `taken` holds the paths of all lists. */
class NodeList<T extends { path?: string }> {
  private readonly indexes: Map<string, number>;

  private readonly nodes: T[];
  private readonly taken: Set<string>;
  private readonly make: (path: string) => T;

  constructor(nodes: T[], taken: Set<string>, make: (path: string) => T) {
    this.nodes = nodes;
    this.taken = taken;
    this.make = make;
    this.indexes = new Map(nodes.map(({ path = "" }, index) => [path, index]));
    for (const path of this.indexes.keys()) taken.add(path);
  }

  /** The node at a path, made when there is none; undefined when another list has the path. */
  at(path: string): Found<T> | undefined {
    const index = this.indexes.get(path);
    const known = index === undefined ? undefined : this.nodes[index];
    if (index !== undefined && known) return { node: known, index, made: false };
    if (this.taken.has(path)) return undefined;
    const node = this.make(path);
    this.taken.add(path);
    this.indexes.set(path, this.nodes.length);
    return { node, index: this.nodes.push(node) - 1, made: true };
  }
}
