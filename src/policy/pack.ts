import type {
  EnforcementLevel,
  Policies,
  PolicyPack,
  ResourceValidationArgs,
  ResourceValidationPolicy,
} from "@pulumi/policy";
import type { Path } from "../report/index.js";
import { Inputs } from "./inputs.js";
import { judge, mendingsOf, type Subject } from "./judge.js";
import { Ledger, renderExcused, renderUnjudged, type Verdicts } from "./ledger.js";
import { type PolicyName, policies } from "./policies/index.js";
import type { FlatcarPolicy } from "./policy.js";
import { isRead } from "./readers/index.js";
import { isOwn, waiverOf } from "./readers/own.js";
import { type PolicySettings, readSettings } from "./settings.js";

/** Rules that say what the others noted; always advisory unless a config says otherwise. */
const listings = [
  {
    name: "flatcar-exempted",
    description: "Lists what an exemption or a waiver excuses, and the reason it gives.",
    render: renderExcused,
  },
  {
    name: "flatcar-not-judged",
    description: "Lists what the other policies cannot judge in this run.",
    render: renderUnjudged,
  },
] as const;

/** Any name that a level can be set for. */
export type LevelName = PolicyName | (typeof listings)[number]["name"];

/** How a pack differs from the ready one. */
export interface PolicyPackOptions {
  /** Defaults to `pulumi-flatcar`. */
  readonly name?: string;
  /** Settings for every policy; Pulumi's policy config of one policy comes before them. */
  readonly settings?: Partial<PolicySettings>;
  /** Levels by policy; Pulumi's policy config comes before them. Defaults to each policy's own. */
  readonly levels?: Readonly<Partial<Record<LevelName, EnforcementLevel>>>;
  /** Policies of one's own to add. */
  readonly also?: Policies;
  /** The day that exemptions end by, as in 2027-03-31. Defaults to today's date in UTC. */
  readonly today?: () => string;
}

/**
 * The policies as Pulumi takes them, for a `PolicyPack` of one's own. Throws when a level is set for a
 * name that is not a policy.
 */
export function pulumiPolicies(options: PolicyPackOptions = {}): ResourceValidationPolicy[] {
  checkLevels(options.levels);
  const ledger = new Ledger();
  const base = readSettings({ ...options.settings });
  const today = options.today ?? (() => new Date().toISOString().slice(0, 10));
  const levels: Readonly<Record<string, EnforcementLevel | undefined>> = options.levels ?? {};
  return [
    ...policies.map((policy) => ruleOf(policy, levels[policy.name], base, today, ledger)),
    ...listings.map(({ name, description, render }) =>
      listingOf(name, description, levels[name], ledger, render),
    ),
  ];
}

/**
 * Starts a policy pack: call it once, in the entry file of a folder that has a PulumiPolicy.yaml and a
 * package.json with a version.
 */
export function createPolicyPack(options: PolicyPackOptions = {}): PolicyPack {
  // Loaded here and not above, so that the policies can be read as data without the package.
  const policy: typeof import("@pulumi/policy") = require("@pulumi/policy");
  return new policy.PolicyPack(options.name ?? "pulumi-flatcar", {
    description: "Flatcar machines that are large enough, and configs that Ignition accepts.",
    policies: [...pulumiPolicies(options), ...(options.also ?? [])],
  });
}

function checkLevels(levels: PolicyPackOptions["levels"] = {}): void {
  const names: readonly string[] = [...policies, ...listings].map(({ name }) => name);
  const unknown = Object.keys(levels).filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`levels names ${unknown.join(", ")}, and the policies are ${names.join(", ")}`);
}

function ruleOf(
  policy: FlatcarPolicy,
  level: EnforcementLevel | undefined,
  base: PolicySettings,
  today: () => string,
  ledger: Ledger,
): ResourceValidationPolicy {
  const { name, description, configSchema, severity, mend } = policy;
  const settingsOf = (args: ResourceValidationArgs) => readSettings(args.getConfig(), base);
  return {
    name,
    description,
    enforcementLevel: level ?? policy.level,
    severity,
    configSchema,
    validateResource: (args, reportViolation) => {
      remember(args, ledger);
      if (!isRead(args.type)) return;
      const verdict = judge(policy, subjectOf(args, ledger), settingsOf(args), today());
      ledger.enter(args.urn, name, verdict);
      if (verdict.violation !== undefined) reportViolation(verdict.violation);
    },
    ...(mend && {
      remediateResource: (args) => {
        remember(args, ledger);
        if (!isRead(args.type)) return undefined;
        const mendings = mendingsOf(policy, subjectOf(args, ledger), settingsOf(args), today());
        for (const { path, value } of mendings) write(args.props, path, value);
        return mendings.length > 0 ? args.props : undefined;
      },
    }),
  };
}

function listingOf(
  name: string,
  description: string,
  level: EnforcementLevel | undefined,
  ledger: Ledger,
  render: (verdicts: Verdicts) => string | undefined,
): ResourceValidationPolicy {
  return {
    name,
    description,
    enforcementLevel: level ?? "advisory",
    severity: "low",
    validateResource: ({ urn }, reportViolation) => {
      const text = render(ledger.of(urn));
      if (text !== undefined) reportViolation(text);
    },
  };
}

/** Our components are judged before what they make, so their waivers are known by then. */
function remember({ type, urn, props, opts }: ResourceValidationArgs, ledger: Ledger): void {
  if (isOwn(type)) ledger.waive(urn, waiverOf(new Inputs(props)) ?? ledger.waiverOf(opts.parent));
}

function subjectOf({ type, urn, props, opts }: ResourceValidationArgs, ledger: Ledger): Subject {
  const waiver = ledger.waiverOf(opts.parent);
  return { type, urn, props, ...(waiver !== undefined && { waiver }) };
}

/** Sets a value, and makes the objects and lists above it that are not there. */
function write(props: Record<string, unknown>, path: Path, value: unknown): void {
  let node: Record<string | number, unknown> = props;
  path.forEach((key, index) => {
    const next = path[index + 1];
    if (next === undefined) {
      node[key] = value;
      return;
    }
    node[key] ??= typeof next === "number" ? [] : {};
    node = node[key] as Record<string | number, unknown>;
  });
}
