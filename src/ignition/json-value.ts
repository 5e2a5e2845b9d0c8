import type { Path, Position } from "../report/index.js";
import { scanJson } from "./json.js";
import { JsonPlaces, positionAt } from "./json-places.js";

/** A JSON text as values, and where each of them stands; or where and why it is none. */
export type JsonReading =
  | { readonly value: unknown; readonly positionOf: (path: Path) => Position | undefined }
  | { readonly problem: string; readonly position?: Position };

/** Reads any JSON text; of a key that is given twice the last value counts. Columns count bytes. */
export function readJson(bytes: Buffer): JsonReading {
  const { tokens, problem } = scanJson(bytes);
  if (problem) return { problem: problem.message, position: positionAt(bytes, problem.offset) };
  const places = new JsonPlaces(tokens);
  return {
    value: JSON.parse(bytes.toString("utf8")) as unknown,
    positionOf: (path) => places.positionOf(path),
  };
}
