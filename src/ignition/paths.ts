import type { PathKey } from "../report/index.js";
import { type Checker, missingIf, quoted } from "./checker.js";

/** The shortest name of a path, as Go's `path.Clean`: no empty, `.` or `..` element, no `/` at the end. */
export function pathClean(path: string): string {
  const rooted = path.startsWith("/");
  const kept: string[] = [];
  for (const element of path.split("/")) {
    if (element === "" || element === ".") continue;
    if (element !== "..") kept.push(element);
    else if (kept.length > 0 && kept.at(-1) !== "..") kept.pop();
    else if (!rooted) kept.push(element);
  }
  const clean = kept.join("/");
  return rooted ? `/${clean}` : clean || ".";
}

/** Finds what `pathClean` would change in an absolute path. */
const unclean = /\/(?:\/|\.\.?(?:\/|$))|.\/$/s;

/** Raises PATH_MISSING, PATH_RELATIVE and PATH_NOT_CLEAN: the first that holds. */
export function checkPath(
  path: string | undefined,
  below: readonly PathKey[],
  check: Checker,
): void {
  if (path === undefined || path === "") {
    check.error(
      "PATH_MISSING",
      below,
      "an absolute path is required here",
      `set ${String(below.at(-1))} to a path that starts with "/"`,
      missingIf(path),
    );
  } else if (!path.startsWith("/")) {
    check.error(
      "PATH_RELATIVE",
      below,
      `${quoted(path)} is not an absolute path`,
      `start it with "/": ${quoted(pathClean(`/${path}`))}`,
    );
  } else if (unclean.test(path)) {
    check.error(
      "PATH_NOT_CLEAN",
      below,
      `${quoted(path)} has an empty, "." or ".." element or a "/" at its end`,
      `write ${quoted(pathClean(path))}`,
    );
  }
}

/** `checkPath` for a path that may be left out. */
export function checkOptionalPath(
  path: string | undefined,
  below: readonly PathKey[],
  check: Checker,
): void {
  if (path) checkPath(path, below, check);
}
