import { formatIssue, formatPath, type Issue, Report } from "../report/index.js";
import { exemptionFor } from "./exemptions.js";
import { identify } from "./identity.js";
import type { Machine } from "./machine.js";
import type { FlatcarPolicy, Mending } from "./policy.js";
import { readMachines } from "./readers/index.js";
import type { PolicySettings } from "./settings.js";

/** A resource as a policy sees it: its inputs, with secrets in plain text. */
export interface Subject {
  readonly type: string;
  readonly urn: string;
  readonly props: unknown;
  /** The hardwareWaiver of the component of ours that it belongs to. */
  readonly waiver?: string;
}

/** What one policy says about one resource. */
export interface Verdict {
  /** Lines of text to report, undefined when there is nothing to say. */
  readonly violation?: string;
  /** What is wrong, also when it is excused. */
  readonly issues: readonly Issue[];
  /** Why it is excused. */
  readonly excused?: string;
  /** Places of values that this policy needs and that are not known yet. */
  readonly pending: readonly string[];
  /** What this policy would have to see and no input shows. */
  readonly unseen: readonly string[];
}

const nothing: Verdict = Object.freeze({
  issues: Object.freeze([]),
  pending: Object.freeze([]),
  unseen: Object.freeze([]),
});

/**
 * What a policy says about a resource on a day, given as in 2027-03-31. Nothing for resources that
 * make no machine.
 */
export function judge(
  policy: FlatcarPolicy,
  subject: Subject,
  settings: PolicySettings,
  today: string,
): Verdict {
  const machines = readMachines(subject.type, subject.props, settings);
  if (!machines) return nothing;
  const report = new Report();
  const pending = new Set<string>();
  const unseen = new Set<string>();
  const assumed = new Set<string>();
  let waiver = subject.waiver;
  for (const machine of machines) {
    const { applies, assumption } = lookAt(policy, machine, settings);
    if (!applies) continue;
    waiver ??= machine.waiver;
    const found = policy.check(machine, settings);
    report.add(found.report);
    for (const path of found.pending) pending.add(formatPath(path));
    if (found.unseen) unseen.add(found.unseen);
    if (assumption && found.report.hasErrors) assumed.add(assumption);
  }
  const { issues } = report.sorted();
  const seen = { issues, pending: [...pending], unseen: [...unseen] };
  if (issues.length === 0) return seen;
  const { counts, void: lapsed } = exemptionFor(subject.urn, settings.exemptions, today);
  const excused = counts
    ? `exempted ${counts.until ? `until ${counts.until}` : "for ever"}: ${counts.reason}`
    : policy.waivable && settings.waivers === "accept" && waiver?.trim()
      ? `waived in the program: ${waiver}`
      : undefined;
  if (excused !== undefined) return { ...seen, excused };
  const notes = [...lapsed, ...[...assumed].map((text) => `${text}; ${sayOtherwise}`)];
  return { ...seen, violation: render(issues, notes) };
}

const sayOtherwise = '"tags" in the config of this policy tells Flatcar machines apart';

function lookAt(
  { flatcarOnly }: FlatcarPolicy,
  machine: Machine,
  settings: PolicySettings,
): { applies: boolean; assumption?: string } {
  const { flatcar, applies, assumed } = identify(machine, settings);
  if (!applies || (flatcarOnly && flatcar === false)) return { applies: false };
  return { applies, ...(assumed && { assumption: assumed }) };
}

function render(issues: readonly Issue[], notes: readonly string[]): string {
  return [...issues.map(formatIssue), ...notes.map((note) => `  note: ${note}`)].join("\n\n");
}

/** What level `remediate` of a policy writes into the inputs of a resource. */
export function mendingsOf(
  policy: FlatcarPolicy,
  subject: Subject,
  settings: PolicySettings,
  today: string,
): readonly Mending[] {
  const { mend } = policy;
  if (!mend || judge(policy, subject, settings, today).violation === undefined) return [];
  const machines = readMachines(subject.type, subject.props, settings) ?? [];
  return machines.flatMap((machine) =>
    lookAt(policy, machine, settings).applies ? (mend(machine, settings) ?? []) : [],
  );
}
