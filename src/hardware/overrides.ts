import type { TypeFacts } from "./catalogue.js";

/** What an instance may say about its processors beside its type, in each cloud's own words. */
export interface CpuOverrides {
  /** AWS `cpuOptions`: cores to leave switched on. */
  readonly coreCount?: number;
  /** AWS `cpuOptions` and GCP `advancedMachineFeatures`: 1 switches the second thread of each core off. */
  readonly threadsPerCore?: number;
  /** GCP `advancedMachineFeatures`: cores to leave switched on. */
  readonly visibleCoreCount?: number;
  /** Azure `vmSizeProperties`: processors to leave switched on. */
  readonly vCPUsAvailable?: number;
  /** Azure `vmSizeProperties`: 1 switches the second thread of each core off. */
  readonly vCPUsPerCore?: number;
}

/**
 * The facts of a type with the overrides of one instance: they change the number of processors and
 * nothing else, and never raise it. What an override leaves out stays as the type has it. When the
 * type's threads per core are not known, the count is the fewest that the override can mean.
 */
export function applyOverrides(facts: TypeFacts, overrides: CpuOverrides = {}): TypeFacts {
  const cores = overrides.coreCount ?? overrides.visibleCoreCount;
  const threads = overrides.threadsPerCore ?? overrides.vCPUsPerCore;
  const own = facts.vcpus ?? Number.POSITIVE_INFINITY;
  if (overrides.vCPUsAvailable !== undefined)
    return { ...facts, vcpus: Math.min(own, overrides.vCPUsAvailable) };
  if (cores === undefined && threads === undefined) return facts;
  const vcpus = Math.min(
    own,
    (cores ?? own / (facts.threadsPerCore ?? 2)) * (threads ?? facts.threadsPerCore ?? 1),
  );
  return { ...facts, vcpus: vcpus === Number.POSITIVE_INFINITY ? undefined : vcpus };
}
