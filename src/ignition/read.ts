import { type Path, type Position, Report } from "../report/index.js";
import { checkRules } from "./check.js";
import { Checker, type CheckOptions } from "./checker.js";
import { decode, type Misfit } from "./decode.js";
import { versionProblem } from "./ignition-section.js";
import { type JsonTokens, scanJson } from "./json.js";
import { JsonPlaces, positionAt } from "./json-places.js";
import { schema, versionSchema } from "./schema.js";
import type { IgnitionDocument } from "./spec.js";
import { checkKeys } from "./unused-keys.js";
import { readVersion } from "./versions.js";

/** What a text turned out to be. */
export interface Reading {
  /** The document, also when rules found errors in it; undefined when it could not be decoded. */
  readonly config?: IgnitionDocument;
  /** All issues of the text, with their positions in it. */
  readonly report: Report;
  /** Where a value stands in the text, or the nearest one above it. */
  readonly positionOf?: (path: Path) => Position | undefined;
}

/** Options of reading: rules are always those of the spec the text names. */
export type ReadOptions = Omit<CheckOptions, "spec" | "complete">;

/**
 * Reads a document of a supported stable spec from JSON and judges it as Ignition does at its own
 * spec. Texts of any size or kind are answered by a report. Columns count bytes.
 */
export function readIgnition(text: string | Uint8Array, options: ReadOptions = {}): Reading {
  const bytes = typeof text === "string" ? Buffer.from(text, "utf8") : bufferOf(text);
  const report = new Report();
  if (bytes.length === 0) {
    report.error(
      "JSON_EMPTY",
      [],
      "the document is empty",
      'write at least {"ignition":{"version":"3.4.0"}}',
    );
    return { report };
  }
  const { tokens, problem } = scanJson(bytes);
  if (problem) {
    report.error(
      "JSON_SYNTAX",
      [],
      `the document is not JSON: ${problem.message}`,
      "correct it there; comments, trailing commas and a byte order mark are not allowed",
      { position: positionAt(bytes, problem.offset) },
    );
    return { report };
  }
  return readTokens(tokens, options, report);
}

function readTokens(tokens: JsonTokens, options: ReadOptions, report: Report): Reading {
  const places = new JsonPlaces(tokens);
  const positionOf = (path: Path) => places.positionOf(path);
  const stub = decode(tokens, versionSchema, "3.0.0");
  if (addMisfits(stub.misfits, places, report)) return { report, positionOf };
  const { version } = (stub.value.ignition ?? {}) as { version?: string };
  const problem = versionProblem(version);
  const reading = readVersion(version ?? "");
  if (problem || reading.kind !== "supported") {
    const path = ["ignition", "version"];
    if (problem)
      report.error(problem.code, path, problem.message, problem.hint, {
        position: positionOf(path),
      });
    return { report, positionOf };
  }
  const { value, misfits } = decode(tokens, schema, reading.spec);
  if (addMisfits(misfits, places, report)) return { report, positionOf };
  const check = new Checker(reading.spec, { ...options, complete: true });
  checkRules(value, check);
  report.add(check.report, (issue) => ({ ...issue, position: positionOf(issue.path) }));
  const keys = new Checker(reading.spec, options);
  checkKeys(value, schema, places, keys);
  report.add(keys.report);
  const config: object = value;
  return { config: config as IgnitionDocument, report, positionOf };
}

function addMisfits(misfits: readonly Misfit[], places: JsonPlaces, report: Report): boolean {
  for (const { kind, path, offset, message, hint } of misfits) {
    const code = kind === "type" ? "JSON_TYPE" : "NUMBER_INEXACT";
    report.error(code, path, message, hint, { position: places.positionAt(offset) });
  }
  return misfits.length > 0;
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
