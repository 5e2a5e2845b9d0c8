import type { IgnitionDocument } from "../ignition/index.js";
import { formatPath, type Path } from "../report/index.js";

/** A part of a config and what it weighs in it. */
export interface SizedPart {
  /** Where it stands in the config. */
  readonly path: Path;
  /** What a user calls it: the path of a file, the name of a unit. */
  readonly name: string;
  /** Bytes of its JSON. */
  readonly bytes: number;
}

/** The lists whose items can be large, and the member that names an item. */
const lists: readonly (readonly [path: readonly string[], name: string])[] = [
  // URLs may hold passwords, so what comes from one is named by its place.
  [["ignition", "config", "merge"], ""],
  [["ignition", "security", "tls", "certificateAuthorities"], ""],
  [["passwd", "groups"], "name"],
  [["passwd", "users"], "name"],
  [["storage", "directories"], "path"],
  [["storage", "disks"], "device"],
  [["storage", "files"], "path"],
  [["storage", "filesystems"], "device"],
  [["storage", "links"], "path"],
  [["storage", "luks"], "name"],
  [["storage", "raid"], "name"],
];

/** The largest parts of a config, largest first; of equals the one that comes first. */
export function largestParts(config: IgnitionDocument, count: number): SizedPart[] {
  const parts = lists.flatMap(([path, name]) => itemsOf(config, path, name));
  return [...parts, ...unitsOf(config)].sort((a, b) => b.bytes - a.bytes).slice(0, count);
}

function itemsOf(config: IgnitionDocument, path: readonly string[], name: string): SizedPart[] {
  const list = path.reduce(memberOf, config);
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown, index) => part([...path, index], item, memberOf(item, name)));
}

/** A unit and each of its drop-ins count on their own. */
function unitsOf({ systemd }: IgnitionDocument): SizedPart[] {
  return (systemd?.units ?? []).flatMap((unit, index) => {
    if (!unit) return [];
    const path = ["systemd", "units", index];
    const { dropins, ...rest } = unit;
    return [
      ...part(path, rest, unit.name),
      ...(dropins ?? []).flatMap((dropin, i) =>
        part([...path, "dropins", i], dropin, dropin?.name && `${unit.name}.d/${dropin.name}`),
      ),
    ];
  });
}

function part(path: Path, value: unknown, name: unknown): SizedPart[] {
  if (value === undefined) return [];
  const bytes = Buffer.byteLength(JSON.stringify(value), "utf8");
  return [{ path, name: typeof name === "string" && name ? name : formatPath(path), bytes }];
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
