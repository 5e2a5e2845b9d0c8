import type { Architecture } from "./architecture.js";
import type { HardwareProfile } from "./profile.js";
import { floor, formatMemory, isSize } from "./units.js";

/** What is known of a machine; a fact that is absent is not known. */
export interface MachineFacts {
  vcpus?: number;
  /** MiB */
  memoryMib?: number;
  /** Set when `memoryMib` is only the least that the machine has, as some type names say. */
  memoryAtLeast?: boolean;
  /** Unit of the place: GiB in clouds, GB on bare metal. */
  diskGb?: number;
  architecture?: Architecture;
  /** Whether it has a graphics processor. */
  gpu?: boolean;
  /** Whether its processors are a share of time that a credit or a neighbour decides about. */
  burstable?: boolean;
}

/** How a fact is compared and spoken of. */
export interface Measure {
  readonly fact: "vcpus" | "memoryMib" | "diskGb";
  readonly noun: string;
  readonly format: (amount: number) => string;
}

const measures: readonly Measure[] = [
  { fact: "vcpus", noun: "processors", format: (n) => `${n} vCPU` },
  { fact: "memoryMib", noun: "memory", format: formatMemory },
  { fact: "diskGb", noun: "disk", format: (n) => `${n} GB` },
];

/** A measure in which a machine does not meet a profile, or is not known to. */
export type Gap = { readonly measure: Measure; readonly needed: number } & (
  | { readonly kind: "unknown" }
  | { readonly kind: "invalid" | "small"; readonly amount: number }
);

/** Where a machine falls short of a profile. A profile below the floor counts as the floor. */
export function compare(
  facts: MachineFacts,
  profile: HardwareProfile,
  ignore: readonly string[] = [],
): Gap[] {
  return measures.flatMap((measure): Gap[] => {
    const { fact } = measure;
    if (ignore.includes(fact)) return [];
    const amount = facts[fact];
    const needed = Math.max(profile[fact], floor[fact]);
    if (amount === undefined) return [{ kind: "unknown", measure, needed }];
    if (!isSize(amount)) return [{ kind: "invalid", measure, needed, amount }];
    if (amount >= needed) return [];
    return fact === "memoryMib" && facts.memoryAtLeast
      ? [{ kind: "unknown", measure, needed }]
      : [{ kind: "small", measure, needed, amount }];
  });
}
