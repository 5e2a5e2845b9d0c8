import type { EngineRules } from "../ignition/index.js";
import type { IssueCode, Path } from "../report/index.js";
import type { ButaneConfig } from "./config.js";
import type { Journal } from "./journal.js";
import type { LocalFiles, LocalProblem } from "./local-files.js";
import type { Origins } from "./origins.js";

/** What the steps of one translation work on. */
export interface Work {
  /** The decoded document, which each step changes towards the Ignition config. */
  readonly config: ButaneConfig;
  readonly journal: Journal;
  readonly origins: Origins;
  readonly files: LocalFiles;
  /** Whether contents may be compressed when that is shorter. */
  readonly compress: boolean;
  /** The Ignition release whose rules count. */
  readonly engine: EngineRules | undefined;
}

/** Adds an error at a path of the config. */
export function error(
  { journal, origins }: Work,
  code: IssueCode,
  path: Path,
  message: string,
  hint: string,
): void {
  journal.error(code, origins.pathOf(path), message, hint);
}

/** Adds a warning at a path of the config. */
export function warning(
  { journal, origins }: Work,
  code: IssueCode,
  path: Path,
  message: string,
  hint: string,
): void {
  journal.warning(code, origins.pathOf(path), message, hint);
}

/** Adds a problem with local files at a path of the config. */
export function reportLocal(work: Work, path: Path, { code, message, hint }: LocalProblem): void {
  error(work, code, path, message, hint);
}
