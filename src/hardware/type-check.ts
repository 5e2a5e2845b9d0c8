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
import { compare, type MachineFacts } from "./compare.js";
import { lookUpType, namesOf } from "./look-up.js";
import { nearestTypes } from "./nearest.js";
import { applyOverrides, type CpuOverrides } from "./overrides.js";
import { standardProfile } from "./profile.js";
import { formatType } from "./suitable.js";
import { formatMemory } from "./units.js";

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
  const found = lookUpType(catalogue, type);
  const facts = applyOverrides(declare(found, type, options.declared), options.overrides);
  const gaps = compare(facts, profile, ["diskGb"]);
  const boot = checkBoot(catalogue, facts, path, options.image);
  for (const gap of gaps) {
    if (gap.kind !== "invalid") continue;
    const { fact } = gap.measure;
    const hint = `give ${fact} as a number above 0`;
    report.error("HARDWARE_INVALID", path, `${fact} of ${type} is ${gap.amount}`, hint);
  }
  if (gaps.some(({ kind }) => kind === "small")) {
    const adjusted = facts.vcpus !== found?.vcpus && options.overrides !== undefined;
    const message = `${facts.type} ${adjusted ? "with its processor options " : ""}has ${sizesOf(facts)}; profile "${profile.name}" needs ${sizesOf(profile)}`;
    const near = adjusted ? [] : nearestTypes(catalogue, type, profile);
    raiseTooSmall(report, path, message, insteadOf(near, adjusted), options);
  } else if (!boot.hasErrors) {
    raiseUnknown(report, catalogue, facts, type, path, [
      ...gaps.filter(({ kind }) => kind === "unknown").map(({ measure }) => measure.fact),
      ...(facts.architecture === undefined ? ["architecture"] : []),
      ...(profile.gpu && facts.gpu === undefined ? ["gpu"] : []),
    ]);
  }
  report
    .add(checkArchitecture(facts, path, profile))
    .add(checkKind(facts, path, profile, facts.type))
    .add(boot);
  return { facts, report };
}

/** What the user declares fills the gaps that table and name leave. */
function declare(
  found: TypeFacts | undefined,
  type: string,
  declared: MachineFacts = {},
): TypeFacts {
  const facts: TypeFacts = found ?? { type, traits: [], from: "declared" };
  return {
    ...facts,
    vcpus: facts.vcpus ?? declared.vcpus,
    memoryMib: facts.memoryAtLeast
      ? (declared.memoryMib ?? facts.memoryMib)
      : (facts.memoryMib ?? declared.memoryMib),
    memoryAtLeast: facts.memoryAtLeast && declared.memoryMib === undefined,
    architecture: facts.architecture ?? declared.architecture,
    gpu: facts.gpu ?? declared.gpu,
  };
}

function sizesOf({ vcpus, memoryMib }: Pick<MachineFacts, "vcpus" | "memoryMib">): string {
  return [
    ...(vcpus === undefined ? [] : [`${vcpus} vCPU`]),
    ...(memoryMib === undefined ? [] : [formatMemory(memoryMib)]),
  ].join(" and ");
}

function insteadOf(near: readonly TypeFacts[], adjusted: boolean): string {
  if (adjusted) return "switch more processors on";
  const names = near.map(formatType);
  const last = names.pop();
  if (last === undefined) return "use a larger type";
  return `use ${names.length === 0 ? last : `${names.join(", ")} or ${last}`}`;
}

function raiseUnknown(
  report: Report,
  catalogue: Catalogue,
  facts: TypeFacts,
  type: string,
  path: Path,
  missing: readonly string[],
): void {
  const unknown = decided.filter(({ fact }) => missing.includes(fact));
  if (unknown.length === 0) return;
  const nouns = unknown.map(({ noun }) => noun).join(", ");
  const keys = unknown.map(({ fact }) => fact).join(", ");
  const near = facts.family ? undefined : suggest(catalogue, type);
  const { noun, table } = catalogue;
  report.error(
    "HARDWARE_UNKNOWN",
    path,
    `"${type}" is no ${noun} of the list of ${table.date}, and its name does not tell its ${nouns}`,
    `${near ? `did you mean "${near}"? otherwise ` : ""}declare ${keys} in hardware`,
    { missing: true },
  );
}

/** The name meant, also when only Azure's `Standard_` is missing. */
function suggest(catalogue: Catalogue, type: string): string | undefined {
  const names = namesOf(catalogue);
  return names.find((name) => name.endsWith(`_${type}`)) ?? didYouMean(type, names);
}
