import type {
  Directory,
  File,
  Filesystem,
  IgnitionDocument,
  Link,
  Luks,
  Node,
  Resource,
  SpecVersion,
} from "../ignition/index.js";
import { at, type Path, type PathKey } from "../report/index.js";
import { toResource } from "./contents.js";
import type {
  DirectoryEntry,
  FileEntry,
  FilesystemEntry,
  Fragment,
  LinkEntry,
  LuksEntry,
  NodeEntry,
} from "./fragment.js";

/** Where each typed section stands in the Ignition document. */
const places = Object.freeze({
  units: ["systemd", "units"],
  files: ["storage", "files"],
  directories: ["storage", "directories"],
  links: ["storage", "links"],
  disks: ["storage", "disks"],
  raid: ["storage", "raid"],
  filesystems: ["storage", "filesystems"],
  luks: ["storage", "luks"],
  users: ["passwd", "users"],
  groups: ["passwd", "groups"],
  kernelArguments: ["kernelArguments"],
  configReferences: ["ignition", "config"],
  proxy: ["ignition", "proxy"],
  timeouts: ["ignition", "timeouts"],
}) satisfies Partial<Record<keyof Fragment, readonly string[]>>;

/** The typed sections of a fragment as an Ignition document. Lists keep their indexes. */
export function lower(fragment: Fragment, version: SpecVersion): IgnitionDocument {
  const { units, users, groups, disks, raid, kernelArguments, configReferences, proxy, timeouts } =
    fragment;
  return {
    ignition: { version, config: configReferences, proxy, timeouts },
    kernelArguments,
    passwd: { groups, users },
    storage: {
      directories: each(fragment.directories, lowerDirectory),
      disks,
      files: each(fragment.files, lowerFile),
      filesystems: each(fragment.filesystems, lowerFilesystem),
      links: each(fragment.links, lowerLink),
      luks: each(fragment.luks, lowerLuks),
      raid,
    },
    systemd: { units },
  };
}

/** Holes stay holes: an item that is not known yet keeps the indexes of those after it. */
function each<T, R>(list: T[] | undefined, map: (item: T) => R): R[] | undefined {
  return list?.map((item) => (item === undefined ? item : map(item)) as R);
}

function lowerNode({ path, overwrite, user, group }: NodeEntry): Node {
  return { group, overwrite, path, user };
}

function lowerDirectory(entry: DirectoryEntry): Directory {
  return { ...lowerNode(entry), mode: entry.mode };
}

function lowerLink(entry: LinkEntry): Link {
  return { ...lowerNode(entry), hard: entry.hard, target: entry.target };
}

function lowerFile(entry: FileEntry): File {
  return {
    ...lowerNode(entry),
    append: each(entry.append, (item) => toResource(item) ?? ({} as Resource)),
    contents: toResource(entry),
    mode: entry.mode,
  };
}

function lowerFilesystem({ withMountUnit: _, ...filesystem }: FilesystemEntry): Filesystem {
  return filesystem;
}

function lowerLuks({ keyFile, ...luks }: LuksEntry): Luks {
  return { ...luks, keyFile: keyFile && toResource(keyFile) };
}

/** The way back: where in the fragment a place of its Ignition document was written. */
export function writtenAt(fragment: Fragment, path: Path): Path {
  for (const [section, place] of Object.entries(places)) {
    if (!place.every((key, i) => path[i] === key)) continue;
    return [section, ...writtenInside(fragment, section, path.slice(place.length))];
  }
  return [];
}

function writtenInside(fragment: Fragment, section: string, inner: Path): Path {
  const [index, member, ...rest] = inner;
  if (typeof index !== "number" || member === undefined) return inner;
  if (section === "files" && member === "contents") {
    return at([index], ...contentsMember(fragment.files?.[index], rest));
  }
  if (section === "files" && member === "append" && typeof rest[0] === "number") {
    return at(
      [index, member, rest[0]],
      ...contentsMember(fragment.files?.[index]?.append?.[rest[0]], rest.slice(1)),
    );
  }
  if (section === "luks" && member === "keyFile") {
    return at([index, member], ...contentsMember(fragment.luks?.[index]?.keyFile, rest));
  }
  return inner;
}

function contentsMember(written: object | undefined, [member, ...rest]: Path): PathKey[] {
  if (member === undefined) return [];
  if (member === "verification") return rest.length > 0 ? ["hash"] : [];
  const given = (name: string) =>
    written !== undefined && (written as Record<string, unknown>)[name] !== undefined;
  const inline = ["contents", "contentsBase64"].find(given);
  // Inline bytes bring a source and say how they are compressed.
  if (member === "source") return [inline ?? "source"];
  if (member === "compression" && !given("compression") && inline) return [inline];
  return [member, ...rest];
}
