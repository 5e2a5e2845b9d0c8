import type { EnforcementLevel, PolicyConfigSchema, Severity } from "@pulumi/policy";
import type { Path } from "../report/index.js";
import type { Machine } from "./machine.js";
import type { PolicySettings } from "./settings.js";
import type { Finding } from "./sizing.js";

/** One rule about machines, as data. Names are promises: configs and exemptions go by them. */
export interface FlatcarPolicy<Name extends string = string> {
  readonly name: Name;
  readonly description: string;
  /** Level when the config names none. */
  readonly level: EnforcementLevel;
  readonly severity: Severity;
  readonly configSchema: PolicyConfigSchema;
  /** Whether it is about Flatcar and leaves machines alone that are known to be something else. */
  readonly flatcarOnly?: true;
  /** Whether the hardwareWaiver of our own components counts for it. */
  readonly waivable?: true;
  readonly check: (machine: Machine, settings: PolicySettings) => Finding;
  /** What level `remediate` writes into the inputs; undefined when there is nothing to mend. */
  readonly mend?: (machine: Machine, settings: PolicySettings) => Mending | undefined;
}

/** One value to write into the inputs of a resource. */
export interface Mending {
  readonly path: Path;
  readonly value: unknown;
}

/** A rule as data, with its name in its type. */
export function definePolicy<const Name extends string>(
  policy: FlatcarPolicy<Name>,
): FlatcarPolicy<Name> {
  return Object.freeze(policy);
}
