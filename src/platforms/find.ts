import { didYouMean, type Path, type Report } from "../report/index.js";
import type { Platform } from "./platform.js";
import { platforms } from "./sheets.js";

/** The sheet of a place by its id. Raises PLATFORM_UNKNOWN at `path`. */
export function findPlatform(id: string, path: Path, report: Report): Platform | undefined {
  const sheets: readonly Platform[] = Object.values(platforms);
  const sheet = sheets.find((each) => each.id === id);
  if (sheet) return sheet;
  const ids = sheets.map((each) => each.id);
  const near = didYouMean(id, ids);
  report.error(
    "PLATFORM_UNKNOWN",
    path,
    `${JSON.stringify(id)} is not a platform`,
    near ? `did you mean ${JSON.stringify(near)}?` : `use one of ${ids.join(", ")}`,
  );
  return undefined;
}
