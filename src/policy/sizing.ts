import {
  type BootImage,
  type Catalogue,
  checkHardware,
  checkType,
  type HardwareProfile,
  type MachineFacts,
  standardProfile,
  type TypeOptions,
} from "../hardware/index.js";
import { formatPath, type Issue, type Path, Report, root } from "../report/index.js";
import type { Machine, Size } from "./machine.js";
import type { PolicySettings } from "./settings.js";

/** What a rule says about a machine. */
export interface Finding {
  readonly report: Report;
  /** Values that the rule needs and that are not known yet. */
  readonly pending: readonly Path[];
  /** What the rule would have to see and no input shows. */
  readonly unseen?: string;
}

/** What was found out about one size. */
export interface Sizing extends Finding {
  /** As messages call it. */
  readonly what: string;
  readonly facts?: MachineFacts;
}

/** What a machine has to have at least, by the settings. */
export function profileOf(settings: PolicySettings, burstableAllowed = true): HardwareProfile {
  const { minVcpus: vcpus, minMemoryMib: memoryMib, minDiskGb: diskGb } = settings;
  const { name, architectures, ...floor } = standardProfile;
  const raised =
    vcpus > floor.vcpus ||
    memoryMib > floor.memoryMib ||
    diskGb > floor.diskGb ||
    !burstableAllowed;
  return {
    name: raised ? "policy config" : name,
    vcpus,
    memoryMib,
    diskGb,
    architectures,
    burstableAllowed,
  };
}

/** Looks at every size of a machine with the one rule of the hardware room. */
export function sizeUp(
  machine: Machine,
  settings: PolicySettings,
  profile: HardwareProfile,
): Sizing[] {
  return machine.sizes.map((size) => sizeUpOne(machine, size, settings, profile));
}

function sizeUpOne(
  machine: Machine,
  size: Size,
  settings: PolicySettings,
  profile: HardwareProfile,
): Sizing {
  const { type, overrides, facts, unknown: pending = [] } = size;
  if (facts) return byFacts(size, facts, profile);
  if (type?.value === undefined) {
    const paths = type?.unknown ? [type.path] : pending;
    return { what: "the type", report: new Report(), pending: paths };
  }
  const { catalogue, noun = "type" } = machine;
  const declared = settings.types[type.value];
  if (!catalogue) return byDeclaration(type.value, type.path, noun, declared, profile);
  const { report, facts: known } = lookUp(catalogue, type.value, {
    profile,
    ...(overrides && { overrides }),
    ...(declared && { declared }),
    ...(machine.image && { image: bootImage(machine.image) }),
  });
  return {
    what: `${catalogue.noun} ${known?.type ?? type.value}`,
    ...(known && { facts: known }),
    report: new Report().add(report, (issue) => inPolicyTerms({ ...issue, path: type.path })),
    pending,
  };
}

const answers = new Map<string, ReturnType<typeof checkType>>();

/**
 * Keeps what was found out about a type: several policies ask about it, a stack has many machines of
 * few types, and to find the nearest types that pass takes most of the time of a pack.
 */
function lookUp(catalogue: Catalogue, type: string, options: TypeOptions) {
  const key = JSON.stringify([catalogue.cloud, type, options]);
  const known = answers.get(key);
  if (known) return known;
  const answer = checkType(catalogue, type, root, options);
  if (answers.size >= 1000) answers.clear();
  answers.set(key, answer);
  return answer;
}

/** Whatever is not known to come from the Flatcar project counts as the user's own image. */
function bootImage({ what, published, generation }: NonNullable<Machine["image"]>): BootImage {
  return { what, own: published !== true, ...(generation && { generation }) };
}

/** Sizes that are given by themselves; their messages stand where each number stands. */
function byFacts(
  { places = {}, unknown: pending = [] }: Size,
  facts: MachineFacts,
  profile: HardwareProfile,
): Sizing {
  const ignored = facts.architecture === undefined ? (["architecture"] as const) : [];
  const found = checkHardware(facts, root, { profile, ignore: ["diskGb", ...ignored] });
  const promised = new Set(pending.map(formatPath));
  const report = new Report().add(found, (issue) => {
    const [fact] = issue.path;
    const place = fact === "vcpus" || fact === "memoryMib" ? places[fact] : undefined;
    if (place && promised.has(formatPath(place))) return undefined;
    return inPolicyTerms({ ...issue, path: place ?? Object.values(places)[0] ?? issue.path });
  });
  return { what: "this machine", facts, report, pending };
}

/** Types that are made by each cloud for itself: what the settings say of them, or nothing. */
function byDeclaration(
  type: string,
  path: Path,
  noun: string,
  declared: MachineFacts | undefined,
  profile: HardwareProfile,
): Sizing {
  const what = `${noun} ${type}`;
  const report = new Report();
  if (!declared) {
    report.error(
      "HARDWARE_UNKNOWN",
      path,
      `what ${what} has is decided by its cloud, and no list knows it`,
      `say it under "types" in the config of this policy, as in { "types": { ${JSON.stringify(type)}: { "vcpus": 4, "memoryMib": 8192 } } }`,
    );
    return { what, report, pending: [] };
  }
  const ignored = declared.architecture === undefined ? (["architecture"] as const) : [];
  const found = checkHardware(declared, path, { profile, ignore: ["diskGb", ...ignored] });
  report.add(found, (issue) =>
    inPolicyTerms({ ...issue, path, message: `${what}: ${issue.message}` }),
  );
  return { what, facts: declared, report, pending: [] };
}

/**
 * The hardware room speaks to users of our components, who have `hardwareWaiver` and `hardware`; a
 * raw resource has neither, but its policy has a config.
 */
function inPolicyTerms(issue: Issue): Issue {
  const hint = issue.hint
    .replace(/, or say in hardwareWaiver .*$/, ", or exempt this one with a reason")
    .replace(/\bdeclare (.+) in hardware$/, 'say $1 under "types" in the config of this policy')
    .replace(/give \S+ as a number above 0$/, "give a number above 0");
  return { ...issue, hint };
}

/** The issues of some codes, with what the rule could not see yet. */
export function only(found: readonly Finding[], codes: readonly Issue["code"][]): Finding {
  const report = new Report();
  for (const each of found)
    report.add(each.report, (issue) => (codes.includes(issue.code) ? issue : undefined));
  return { report, pending: found.flatMap(({ pending }) => pending) };
}
