import { readIgnition } from "../../../src/ignition/index.js";
import type { Issue, IssueCode } from "../../../src/report/index.js";
import { classOfCode, classOfText, terminalErrors } from "../../conformance/classes.js";
import type { Answer, Entry } from "./batch.js";

/** What is compared of a document: the same lines here and there mean agreement. */
export interface Judgement {
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

/** Both sides' view of an Ignition config: verdict, what ended the reading, and the report. */
export function judgeIgnition(text: string, answer: Answer): Judgement {
  const { issues, hasErrors } = readIgnition(text).report;
  const theirEnd = answer.error ?? "";
  const ended = terminalErrors.get(theirEnd);
  return {
    ours: [verdict(!hasErrors), ...linesOfIssues(comparable(issues), classOfCode), ...ends(issues)],
    theirs: [
      verdict(answer.accepted),
      ...linesOfEntries(answer.entries, classOfText),
      ...(ended ? [`ended ${ended[0]}`] : []),
    ],
  };
}

const verdict = (accepted: boolean) => (accepted ? "accepted" : "rejected");

/** Terminal errors have no entry upstream, and of all wrong types it shows the first, at the top. */
function comparable(issues: readonly Issue[]): readonly Issue[] {
  const [first] = issues.filter(({ code }) => code === "JSON_TYPE");
  if (first) return [{ ...first, path: [] }];
  return issues.filter(({ code }) => !terminal.has(code));
}

const terminal = new Map(
  [...terminalErrors.values()].flatMap((codes) => codes.map((code) => [code, codes[0]] as const)),
);

function ends(issues: readonly Issue[]): string[] {
  return issues.flatMap(({ code }) => (terminal.has(code) ? [`ended ${terminal.get(code)}`] : []));
}

/** Issues, one a line: severity, class, path, line and column. */
export function linesOfIssues(
  issues: readonly Issue[],
  classOf: (code: IssueCode) => string | number,
): string[] {
  return issues
    .map(({ severity, code, path, position }) =>
      line(severity, classOf(code), path, position?.line ?? 0, position?.column ?? 0),
    )
    .sort();
}

/** The same of an original's report. */
export function linesOfEntries(
  entries: readonly Entry[],
  classOf: (message: string) => string | number,
): string[] {
  return entries
    .map((entry) =>
      line(entry.kind, classOf(entry.message), entry.path, entry.line, entry.column),
    )
    .sort();
}

/** Classes whose last key and position are not compared. */
const inexact = new Set([
  // Where several numbers are taken twice, Ignition names one of them at random.
  classOfCode("PARTITION_NUMBER_TAKEN"),
  // Ignition names a member `keys`, which there is none.
  classOfCode("LUKS_KEY_FILE_INVALID"),
]);

function line(
  severity: string,
  problem: string | number,
  path: readonly (string | number)[],
  ...position: readonly number[]
): string {
  const place = inexact.has(problem) ? [path.slice(0, -1)] : [path, position];
  return JSON.stringify([severity, problem, ...place]);
}
