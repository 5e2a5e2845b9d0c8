import { type FileSource, mountUnit, type Translation, translateButane } from "../butane/index.js";
import {
  type EngineRules,
  type Reading,
  readIgnition,
  type SpecVersion,
  type Unit,
} from "../ignition/index.js";
import { at, type Path, type Position, type Report } from "../report/index.js";
import { checkContents } from "./contents.js";
import { copyOf } from "./copy.js";
import type { FilesystemEntry, Fragment } from "./fragment.js";
import { lower, writtenAt } from "./lower.js";
import { Memo } from "./memo.js";
import type { Part } from "./part.js";
import { partAt } from "./spec.js";

/** What all parts of one config share. */
export interface Surroundings {
  readonly spec: SpecVersion;
  readonly engine?: EngineRules;
  /** Local files that Butane documents may name. */
  readonly files?: FileSource;
  readonly report: Report;
}

/**
 * The configs that a fragment consists of, weakest first: fragments below it, raw Ignition, Butane,
 * units made for its filesystems, and its typed sections, which win over all of them.
 */
export function partsOf(fragment: Fragment, path: Path, around: Surroundings): Part[] {
  const name = (kind: string, index: number) =>
    `${fragment.name ? `${fragment.name}: ` : ""}${kind}[${index}]`;
  return [
    ...each(fragment.fragments, (inner, index) =>
      partsOf(inner, at(path, "fragments", index), around),
    ),
    ...each(fragment.ignition, (text, index) =>
      ignitionPart(text, at(path, "ignition", index), name("ignition", index), around),
    ),
    ...each(fragment.butane, (text, index) =>
      butanePart(text, at(path, "butane", index), name("butane", index), around),
    ),
    ...mountPart(fragment, path, around),
    typedPart(fragment, path, around),
  ];
}

function each<T, R>(list: readonly T[] | undefined, map: (item: T, index: number) => R[]): R[] {
  return list?.flatMap((item, index) => (item === undefined ? [] : map(item, index))) ?? [];
}

function typedPart(fragment: Fragment, path: Path, { spec, report }: Surroundings): Part {
  fragment.files?.forEach((file, index) => {
    if (!file) return;
    checkContents(file, at(path, "files", index), report);
    file.append?.forEach((item, i) => {
      if (item) checkContents(item, at(path, "files", index, "append", i), report);
    });
  });
  return {
    config: lower(fragment, spec),
    writtenAt: (place) => ({ path: at(path, ...writtenAt(fragment, place)) }),
  };
}

/** Units for the filesystems that ask for one with `withMountUnit`, as Butane makes them. */
function mountPart(fragment: Fragment, path: Path, { spec, report }: Surroundings): Part[] {
  const units: Unit[] = [];
  const places: Path[] = [];
  fragment.filesystems?.forEach((filesystem, index) => {
    if (!filesystem?.withMountUnit) return;
    const place = at(path, "filesystems", index);
    if (!canBeMounted(filesystem, place, report)) return;
    units.push(mountUnit(filesystem, fragment.luks));
    places.push(at(place, "withMountUnit"));
  });
  if (units.length === 0) return [];
  return [
    {
      config: { ignition: { version: spec }, systemd: { units } },
      implied: true,
      writtenAt: ([, , index]) => ({ path: places[Number(index)] ?? path }),
    },
  ];
}

/** Raises MOUNT_UNIT_FORMAT and MOUNT_UNIT_PATH. */
function canBeMounted(
  { device, format, path }: FilesystemEntry,
  place: Path,
  report: Report,
): boolean {
  const missing = { missing: true } as const;
  if (!format) {
    const message = "withMountUnit is true and no format is given";
    report.error(
      "MOUNT_UNIT_FORMAT",
      at(place, "format"),
      message,
      "name the format, as in ext4",
      missing,
    );
  } else if (!path && format !== "swap") {
    const message = "withMountUnit is true and no path is given to mount it at";
    report.error(
      "MOUNT_UNIT_PATH",
      at(place, "path"),
      message,
      "give the mount point in path",
      missing,
    );
  }
  return Boolean(device && format && (path || format === "swap"));
}

const readings = new Memo<Reading>();
const translations = new Memo<Translation>();

function ignitionPart(text: string, path: Path, source: string, around: Surroundings): Part[] {
  const { engine } = around;
  const read = () => readIgnition(text, { engine });
  const { config, report, positionOf } = readings.get(text, engine, read);
  addNamed(report, path, source, around.report);
  if (!config || report.hasErrors) return [];
  const writtenAt = (place: Path) => ({
    path: at(path, ...place),
    position: named(positionOf?.(place), source),
  });
  return [partAt(around.spec, copyOf(config), writtenAt, around.report)];
}

function butanePart(text: string, path: Path, source: string, around: Surroundings): Part[] {
  const { engine, files } = around;
  const translate = () => translateButane(text, { engine, files });
  // Local files may be others the next time.
  const translation = files ? translate() : translations.get(text, engine, translate);
  const { config, report, origins } = translation;
  addNamed(report, path, source, around.report);
  if (!config || report.hasErrors) return [];
  const writtenAt = (place: Path) => {
    const origin = origins.originOf(place);
    return { path: at(path, ...origin.path), position: named(origin.position, source) };
  };
  return [partAt(around.spec, copyOf(config), writtenAt, around.report)];
}

/** Takes over the issues of a document that stands at `path`. */
function addNamed(issues: Report, path: Path, source: string, report: Report): void {
  report.add(issues, (issue) => ({
    ...issue,
    path: at(path, ...issue.path),
    position: named(issue.position, source),
  }));
}

/** A position with the name of its document, which shared documents have none of. */
function named(position: Position | undefined, source: string): Position | undefined {
  return position && { ...position, source };
}
