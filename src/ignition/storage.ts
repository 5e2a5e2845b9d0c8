import type { IssueCode } from "../report/index.js";
import { type Checker, missingIf, quoted } from "./checker.js";
import { checkFilesystemsOnDisks } from "./filesystems.js";
import { getOrAdd } from "./maps.js";
import { pathClean } from "./paths.js";
import type { Link, Node, Storage } from "./spec.js";

/** How the parts of the storage get along: paths below links, hard links, filesystems on disks. */
export function checkStorage(storage: Storage, check: Checker): void {
  const links = storage.links ?? [];
  if (links.length > 0) {
    const tree = linkTree(links);
    checkBelowLinks(storage.directories, "directories", "DIRECTORY_BELOW_LINK", tree, check);
    checkBelowLinks(storage.files, "files", "FILE_BELOW_LINK", tree, check);
    checkBelowLinks(links, "links", "LINK_BELOW_LINK", tree, check);
    checkTargets(links, storage, check);
  }
  if (check.engine.knowsConflictRules && storage.filesystems) {
    checkFilesystemsOnDisks(storage.filesystems, storage.disks ?? [], check);
  }
}

/** The links by the elements of their paths, so that a path meets the links above it on one walk. */
interface LinkTree {
  link?: string;
  below?: Map<string, LinkTree>;
}

function linkTree(links: readonly Link[]): LinkTree {
  const root: LinkTree = {};
  for (const link of links) {
    if (link?.path === undefined) continue;
    let node = root;
    for (const element of link.path.split("/")) {
      node.below ??= new Map();
      node = getOrAdd(node.below, element, () => ({}));
    }
    node.link = link.path;
  }
  return root;
}

/** More links than this above one path say nothing new, and would make reports without bounds. */
const maxLinksAbove = 16;

/** Says for each link that a path goes through it; links with one path count as one. */
function checkBelowLinks(
  nodes: readonly Node[] | undefined,
  list: string,
  code: IssueCode,
  tree: LinkTree,
  check: Checker,
): void {
  nodes?.forEach((node, index) => {
    if (node?.path === undefined) return;
    const elements = node.path.split("/");
    let above: LinkTree | undefined = tree;
    let found = 0;
    for (let i = 0; i + 1 < elements.length && above && found < maxLinksAbove; i++) {
      above = above.below?.get(elements[i] ?? "");
      if (above?.link === undefined) continue;
      found++;
      check.error(
        code,
        [list, index],
        `${quoted(node.path)} goes through ${quoted(above.link)}, which is a link in this config`,
        "use the path the link leads to",
      );
    }
  });
}

function checkTargets(links: readonly Link[], storage: Storage, check: Checker): void {
  const directories = new Set(storage.directories?.map((directory) => directory?.path));
  directories.delete(undefined);
  links.forEach((link, index) => {
    if (!link) return;
    if (!link.target && check.atLeast("3.3.0")) {
      check.error(
        "LINK_TARGET_REQUIRED",
        ["links", index, "target"],
        "a link needs a target",
        "set target to the path the link leads to",
        missingIf(link.target),
      );
    } else if (link.hard === true) {
      checkHardLink(link, index, directories, check);
    }
  });
}

function checkHardLink(
  link: Link,
  index: number,
  directories: ReadonlySet<string | undefined>,
  check: Checker,
): void {
  const target = pathClean(link.target ?? "");
  // Ignition resolves a relative target against the link itself, not against its directory.
  const resolved = target.startsWith("/")
    ? target
    : pathClean([link.path, link.target].filter(Boolean).join("/"));
  if (link.path !== undefined && directories.has(resolved)) {
    check.error(
      "HARD_LINK_TO_DIRECTORY",
      ["links", index],
      `the hard link leads to ${quoted(resolved)}, which is a directory in this config`,
      "set hard to false for a symbolic link",
    );
  }
  if (!check.engine.knowsConflictRules) return;
  for (const owner of ["user", "group"] as const) {
    for (const name of ["id", "name"] as const) {
      if (link[owner]?.[name] === undefined) continue;
      check.warning(
        "HARD_LINK_OWNER",
        ["links", index, owner, name],
        "a hard link has the owner of the file it leads to",
        `set ${owner} on that file`,
      );
    }
  }
}
