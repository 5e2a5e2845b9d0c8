import { type ButaneOptions, translateButane } from "../../../src/butane/index.js";
import { readIgnition, renderIgnition } from "../../../src/ignition/index.js";
import type { Issue, IssueCode } from "../../../src/report/index.js";
import { sameDocument } from "../../conformance/butane.js";
import { butaneClassOfCode, butaneClassOfText } from "../../conformance/butane-classes.js";
import { classOfCode, classOfText, terminalErrors } from "../../conformance/classes.js";
import type { Answer, Entry } from "./batch.js";

/** What is compared of a document: the same lines here and there, repeated or not, mean agreement. */
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

/** Both sides' view of a Butane document: verdict, what ended the translation, the report, the output. */
export function judgeButane(text: string, answer: Answer, options: ButaneOptions = {}): Judgement {
  const { config, report } = translateButane(text, options);
  const ended = report.errors.some(({ code }) => isUnread(code));
  const output = config && renderIgnition(config);
  const [inner, outer] = partition(report.issues, ({ message }) => /^in the inline /.test(message));
  const told = outer.filter(({ code }) => !isUnread(code));
  const innerClasses = inner.map(({ severity, code }) => [severity, butaneClassOfCode(code)]);
  return {
    ours: [
      verdict(config !== undefined),
      ...(ended ? ["ended unread"] : linesOfIssues(told, butaneClassOfCode)),
      ...(output === undefined ? [] : [`output ${output}`]),
    ],
    theirs: [
      verdict(answer.accepted),
      ...linesOfEntries(without(answer.entries, innerClasses), butaneClassOfText),
      ...(endsUnread.test(answer.error ?? "") ? ["ended unread"] : []),
      ...(answer.output
        ? [`output ${output && isSame(output, answer.output) ? output : answer.output}`]
        : []),
    ],
  };
}

/** Of what cannot be decoded Butane has no report, only the first failures as a text. */
const isUnread = (code: string) => /^YAML_|^BUTANE_(VARIANT|VERSION)_/.test(code);
const endsUnread = /^Error unmarshaling yaml: |^yaml: |^error parsing |^No translator /;

/** Entries of a config inside of the document: Butane gives their paths in there, which lead nowhere here. */
function without(entries: readonly Entry[], inner: readonly (readonly unknown[])[]): Entry[] {
  // One that is not JSON is told twice: there, and once more at its place.
  const rest = entries.filter(({ message }) => message !== "config is not valid");
  for (const [severity, problem] of inner) {
    const index = rest.findIndex(
      ({ kind, message }) => kind === severity && butaneClassOfText(message) === problem,
    );
    if (index >= 0) rest.splice(index, 1);
  }
  return rest;
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

/** Bytes may differ only where contents are compressed. */
function isSame(our: string, their: string): boolean {
  return their.includes('"compression":"gzip"') || our.includes('"compression":"gzip"')
    ? sameDocument(JSON.parse(our), JSON.parse(their))
    : our === their;
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
  return unique(
    issues.map(({ severity, code, path, position }) =>
      line(severity, classOf(code), path, position?.line ?? 0, position?.column ?? 0),
    ),
  );
}

/** The same of an original's report. */
export function linesOfEntries(
  entries: readonly Entry[],
  classOf: (message: string) => string | number,
): string[] {
  return unique(
    entries.map((entry) =>
      line(entry.kind, classOf(entry.message), entry.path, entry.line, entry.column),
    ),
  );
}

/** Two links with one path make Ignition say everything of what is below them twice; here it is said once. */
function unique(lines: readonly string[]): string[] {
  return [...new Set(lines)].sort();
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
