import { didYouMean, type Path, type Report } from "../report/index.js";
import { type BootImage, checkBoot } from "./boot.js";
import type { Catalogue, TypeFacts } from "./catalogue.js";
import {
  checkArchitecture,
  checkKind,
  checkWaiver,
  type HardwareOptions,
  raiseTooSmall,
} from "./check.js";
import { compare, type Gap, type MachineFacts } from "./compare.js";
import { lookUpType, namesOf } from "./look-up.js";
import { nearestTypes } from "./nearest.js";
import { applyOverrides, type CpuOverrides } from "./overrides.js";
import { standardProfile } from "./profile.js";
import { formatType } from "./suitable.js";
import { formatSizes, joinWords } from "./units.js";

/** How to look at a type. */
export interface TypeOptions extends Omit<HardwareOptions, "ignore"> {
  /** What the instance says about its processors beside its type. */
  readonly overrides?: CpuOverrides;
  /** What the user declares; counts for what neither table nor name says. */
  readonly declared?: MachineFacts;
  /** What the machine starts from. */
  readonly image?: BootImage;
}

/** Facts that a type decides, and how they are called and declared. */
const decided = [
  { fact: "vcpus", noun: "processors" },
  { fact: "memoryMib", noun: "memory" },
  { fact: "architecture", noun: "architecture" },
  { fact: "gpu", noun: "graphics processor" },
] as const;

/**
 * Looks a type up and compares it with a profile; disk is no matter of a type. All issues stand at the
 * path of the type. Raises HARDWARE_TOO_SMALL with the three nearest types that are large enough,
 * HARDWARE_UNKNOWN, HARDWARE_INVALID, HARDWARE_ARCHITECTURE, HARDWARE_GPU_MISSING, HARDWARE_BURSTABLE,
 * HARDWARE_WAIVER_EMPTY and what `checkBoot` raises. No type, no issue.
 */
export function checkType(
  catalogue: Catalogue,
  type: string | undefined,
  path: Path,
  options: TypeOptions = {},
): { facts?: TypeFacts; report: Report } {
  const report = checkWaiver(options);
  if (type === undefined) return { report };
  const profile = options.profile ?? standardProfile;
  const own = declare(catalogue, type, options.declared);
  const facts = applyOverrides(own, options.overrides);
  const gaps = compare(facts, profile, ["diskGb"]);
  const boot = checkBoot(catalogue, facts, path, options.image);
  for (const gap of gaps) {
    if (gap.kind !== "invalid") continue;
    const { fact } = gap.measure;
    const hint = `give ${fact} as a number above 0`;
    report.error("HARDWARE_INVALID", path, `${fact} of ${type} is ${gap.amount}`, hint);
  }
  if (gaps.some(isSmall)) {
    const reduced = !compare(own, profile, ["diskGb"]).some(isSmall);
    const subject = reduced ? `${facts.type} with its processor options` : facts.type;
    const message = `${subject} has ${sizesOf(facts)}; profile "${profile.name}" needs ${sizesOf(profile)}`;
    const instead = reduced
      ? "leave more processors switched on"
      : insteadOf(nearestTypes(catalogue, type, profile));
    raiseTooSmall(report, path, message, instead, options);
  } else {
    raiseUnknown(report, catalogue, facts, path, [
      ...gaps.filter(({ kind }) => kind === "unknown").map(({ measure }) => measure.fact),
      ...(facts.architecture === undefined && !boot.hasErrors ? ["architecture"] : []),
      ...(profile.gpu && facts.gpu === undefined ? ["gpu"] : []),
    ]);
  }
  report
    .add(checkArchitecture(facts, path, profile, facts.type))
    .add(checkKind(facts, path, profile, facts.type))
    .add(boot);
  return { facts, report };
}

/** What the user declares fills the gaps that table and name leave. */
function declare(catalogue: Catalogue, type: string, declared: MachineFacts = {}): TypeFacts {
  const facts: TypeFacts = lookUpType(catalogue, type) ?? { type, traits: [], from: "declared" };
  const { vcpus, architecture, gpu, burstable } = { ...declared, ...known(facts) };
  const better = facts.memoryMib === undefined || facts.memoryAtLeast;
  const memory = better && declared.memoryMib !== undefined ? declared : facts;
  const { memoryMib, memoryAtLeast } = memory;
  return { ...facts, vcpus, memoryMib, memoryAtLeast, architecture, gpu, burstable };
}

function known(facts: TypeFacts): Partial<TypeFacts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function isSmall({ kind }: Gap): boolean {
  return kind === "small";
}

function sizesOf(facts: Pick<MachineFacts, "vcpus" | "memoryMib" | "memoryAtLeast">): string {
  return formatSizes(facts).join(" and ");
}

function insteadOf(near: readonly TypeFacts[]): string {
  return near.length === 0 ? "use a larger type" : `use ${joinWords(near.map(formatType), "or")}`;
}

function raiseUnknown(
  report: Report,
  catalogue: Catalogue,
  { type, vcpus }: TypeFacts,
  path: Path,
  missing: readonly string[],
): void {
  const unknown = decided.filter(({ fact }) => missing.includes(fact));
  if (unknown.length === 0) return;
  const nouns = joinWords(unknown.map(({ noun }) => noun));
  const keys = joinWords(unknown.map(({ fact }) => fact));
  const meant = vcpus === undefined ? suggest(catalogue, type) : undefined;
  const { noun, table } = catalogue;
  report.error(
    "HARDWARE_UNKNOWN",
    path,
    `"${type}" is no ${noun} of the list of ${table.date}, and its name does not tell its ${nouns}`,
    `${meant ? `did you mean "${meant}"? otherwise ` : ""}declare ${keys} in hardware`,
    { missing: true },
  );
}

/** The name meant, also when only Azure's `Standard_` is missing. */
function suggest(catalogue: Catalogue, type: string): string | undefined {
  if (type === "") return undefined;
  const names = namesOf(catalogue);
  return names.find((name) => name === `Standard_${type}`) ?? didYouMean(type, names);
}
