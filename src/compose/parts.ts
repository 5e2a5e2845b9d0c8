import { translateButane } from "../butane/index.js";
import { readIgnition, type SpecVersion } from "../ignition/index.js";
import { at, type Path, type Position, type Report } from "../report/index.js";
import { checkContents } from "./contents.js";
import type { Fragment } from "./fragment.js";
import { lower, writtenAt } from "./lower.js";
import type { Part } from "./part.js";
import { toSpec } from "./spec.js";

/**
 * The configs that a fragment consists of, weakest first: fragments below it, raw Ignition, Butane,
 * and its typed sections, which win over all of them.
 */
export function partsOf(fragment: Fragment, path: Path, spec: SpecVersion, report: Report): Part[] {
  const below = each(fragment.fragments, (inner, index) =>
    partsOf(inner, at(path, "fragments", index), spec, report),
  );
  const documents = [
    ...each(fragment.ignition, (text, index) =>
      ignitionPart(text, at(path, "ignition", index), fragment, spec, report),
    ),
    ...each(fragment.butane, (text, index) =>
      butanePart(text, at(path, "butane", index), fragment, spec, report),
    ),
  ];
  return [...below, ...documents, typedPart(fragment, path, spec, report)];
}

function each<T, R>(list: readonly T[] | undefined, map: (item: T, index: number) => R[]): R[] {
  return list?.flatMap((item, index) => (item === undefined ? [] : map(item, index))) ?? [];
}

function typedPart(fragment: Fragment, path: Path, spec: SpecVersion, report: Report): Part {
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

/** What messages call a document that has no name of its own: `butane[0]`. */
function documentName(fragment: Fragment, path: Path): string {
  const [kind, index] = path.slice(-2);
  return `${fragment.name ? `${fragment.name}: ` : ""}${kind}[${index}]`;
}

function ignitionPart(
  text: string,
  path: Path,
  fragment: Fragment,
  spec: SpecVersion,
  report: Report,
): Part[] {
  const source = documentName(fragment, path);
  const read = readIgnition(text);
  report.add(read.report, (issue) => ({
    ...issue,
    path: at(path, ...issue.path),
    position: issue.position && { ...issue.position, source },
  }));
  if (!read.config || read.report.hasErrors) return [];
  const positionOf = (place: Path): Position | undefined => {
    const position = read.positionOf?.(place);
    return position && { ...position, source };
  };
  return [
    {
      config: toSpec(read.config, spec, path, report),
      writtenAt: (place) => ({ path: at(path, ...place), position: positionOf(place) }),
    },
  ];
}

function butanePart(
  text: string,
  path: Path,
  fragment: Fragment,
  spec: SpecVersion,
  report: Report,
): Part[] {
  const translated = translateButane(text, { name: documentName(fragment, path) });
  report.add(translated.report, (issue) => ({ ...issue, path: at(path, ...issue.path) }));
  if (!translated.config || translated.report.hasErrors) return [];
  return [
    {
      config: toSpec(translated.config, spec, path, report),
      writtenAt: (place) => {
        const origin = translated.origins.originOf(place);
        return { path: at(path, ...origin.path), position: origin.position };
      },
    },
  ];
}
