import { type ButaneOptions, translateButane } from "../../../src/butane/index.js";
import { mergeIgnition, readIgnition, renderIgnition } from "../../../src/ignition/index.js";
import type { Issue, IssueCode } from "../../../src/report/index.js";
import { sameDocument } from "../../conformance/butane.js";
import { butaneClassOfCode, butaneClassOfText } from "../../conformance/butane-classes.js";
import { classOfCode, classOfText, terminalErrors } from "../../conformance/classes.js";
import type { Answer, Entry } from "./batch.js";

/** What is compared of a document: the same lines here and there, repeated or not, mean agreement. */
export interface Judgement {
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  /** All that we say. */
  readonly issues: readonly Issue[];
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
    issues,
  };
}

/** Both sides' merge of a parent and a child, when both are accepted. */
export function judgeMerge(pair: readonly [string, string], answer: Answer): Judgement {
  const [parent, child] = pair.map((text) => readIgnition(text));
  const merged =
    parent?.config && child?.config && !parent.report.hasErrors && !child.report.hasErrors
      ? renderIgnition(mergeIgnition(parent.config, child.config).config)
      : verdict(false);
  return { ours: [merged], theirs: [answer.output ?? verdict(false)], issues: [] };
}

/** Both sides' view of a Butane document: verdict, what ended the translation, the report, the output. */
export function judgeButane(text: string, answer: Answer, options: ButaneOptions = {}): Judgement {
  const { config, report } = translateButane(text, options);
  const { issues } = report;
  const unread = issues.some(({ severity, code }) => severity === "error" && isUnread(code));
  const output = config && renderIgnition(config);
  const own = linesOfIssues(
    issues.filter((issue) => !isUnread(issue.code) && !isInner(issue)),
    butaneClassOfCode,
  );
  const their = linesOfEntries(answer.entries, butaneClassOfText);
  const inner = issues.some(isInner);
  return {
    ours: [
      verdict(config !== undefined),
      ...(unread ? ["ended unread"] : own),
      ...(output === undefined ? [] : [`output ${output}`]),
    ],
    theirs: [
      verdict(answer.accepted),
      ...(inner ? their.filter((line) => own.includes(line)) : their),
      ...(endsUnread.test(answer.error ?? "") ? ["ended unread"] : []),
      ...(answer.output
        ? [`output ${output && isSame(output, answer.output) ? output : answer.output}`]
        : []),
    ],
    issues,
  };
}

/** Of what cannot be decoded Butane has no report, only the first failures as a text. */
const isUnread = (code: string) => /^YAML_|^BUTANE_(VARIANT|VERSION)_/.test(code);
const endsUnread = /^Error unmarshaling yaml: |^yaml: |^error parsing |^No translator /;

/** About a config inside of the document: Butane gives paths in there, which lead nowhere in the document. */
const isInner = ({ message }: Issue) => message.startsWith("in the inline ");

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
function linesOfIssues(
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
function linesOfEntries(
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
