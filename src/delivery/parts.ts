import type { IgnitionDocument } from "../ignition/index.js";
import { formatPath, type Path } from "../report/index.js";

/** A part of a config and what it weighs in it. */
export interface SizedPart {
  /** Where it stands in the config. */
  readonly path: Path;
  /** What a user calls it: the path of a file, the name of a unit. */
  readonly name: string;
  /** Bytes of the values in it, before JSON escapes them. */
  readonly bytes: number;
}

/** The largest parts of a config, largest first; of equals the one that comes first. */
export function largestParts(config: IgnitionDocument, count: number): SizedPart[] {
  const { ignition, passwd, storage } = config;
  return [
    // URLs may hold passwords, so what comes from one is named by its place.
    ...items(ignition?.config?.merge, ["ignition", "config", "merge"]),
    ...items(ignition?.security?.tls?.certificateAuthorities, [
      "ignition",
      "security",
      "tls",
      "certificateAuthorities",
    ]),
    ...items(passwd?.groups, ["passwd", "groups"], (group) => group.name),
    ...items(passwd?.users, ["passwd", "users"], (user) => user.name),
    ...items(storage?.directories, ["storage", "directories"], (node) => node.path),
    ...items(storage?.disks, ["storage", "disks"], (disk) => disk.device),
    ...items(storage?.files, ["storage", "files"], (node) => node.path),
    ...items(storage?.filesystems, ["storage", "filesystems"], (each) => each.device),
    ...items(storage?.links, ["storage", "links"], (node) => node.path),
    ...items(storage?.luks, ["storage", "luks"], (luks) => luks.name),
    ...items(storage?.raid, ["storage", "raid"], (raid) => raid.name),
    ...unitParts(config),
  ]
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, count);
}

function items<T>(
  list: readonly (T | undefined)[] | undefined,
  place: Path,
  nameOf?: (item: T) => string | undefined,
): SizedPart[] {
  return (list ?? []).flatMap((item, index) =>
    item === undefined ? [] : [part([...place, index], nameOf?.(item), item)],
  );
}

/** A unit and each of its drop-ins count on their own. */
function unitParts({ systemd }: IgnitionDocument): SizedPart[] {
  return (systemd?.units ?? []).flatMap((unit, index) => {
    if (!unit) return [];
    const place = ["systemd", "units", index];
    const { dropins, ...rest } = unit;
    return [
      part(place, unit.name, rest),
      ...items(
        dropins,
        [...place, "dropins"],
        ({ name }) => name && `${unit.name ?? formatPath(place)}.d/${name}`,
      ),
    ];
  });
}

function part(path: Path, name: string | undefined, value: unknown): SizedPart {
  return { path, name: name || formatPath(path), bytes: weigh(value) };
}

function weigh(value: unknown): number {
  if (typeof value === "string") return Buffer.byteLength(value, "utf8");
  if (typeof value !== "object" || value === null) return 0;
  let bytes = 0;
  for (const inner of Object.values(value)) bytes += weigh(inner);
  return bytes;
}
