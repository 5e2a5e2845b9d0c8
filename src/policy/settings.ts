import { type Architecture, architectures, floor } from "../hardware/index.js";
import type { Exemption } from "./exemptions.js";

/** What a type has, for types that no list knows. */
export interface DeclaredType {
  readonly vcpus?: number;
  /** MiB */
  readonly memoryMib?: number;
  readonly architecture?: Architecture;
  /** OpenStack: size of the flavor's own disk. */
  readonly diskGb?: number;
}

/** What can be set; each policy takes the part that it lists in its schema. */
export interface PolicySettings {
  /** `flatcar`: machines that are Flatcar or cannot be told. `all`: every machine. */
  readonly appliesTo: "flatcar" | "all";
  /** Tags or labels of Flatcar machines, for images that do not tell. Empty: all of those are Flatcar. */
  readonly tags: Readonly<Record<string, string>>;
  readonly exemptions: readonly Exemption[];
  /** At least the floor's 4. */
  readonly minVcpus: number;
  /** MiB, at least the floor's 8000. */
  readonly minMemoryMib: number;
  /** At least the floor's 32. */
  readonly minDiskGb: number;
  /** Types by name, for those that neither list nor name tells. */
  readonly types: Readonly<Record<string, DeclaredType>>;
  /** Whether a hardwareWaiver of our own components counts as an exemption. */
  readonly waivers: "accept" | "refuse";
  /** AWS: device name of the root disk in launch templates. */
  readonly rootDevice: string;
}

/** What holds when nothing is set. */
export const defaultSettings: PolicySettings = Object.freeze({
  appliesTo: "flatcar",
  tags: Object.freeze({}),
  exemptions: Object.freeze([]),
  minVcpus: floor.vcpus,
  minMemoryMib: floor.memoryMib,
  minDiskGb: floor.diskGb,
  types: Object.freeze({}),
  waivers: "accept",
  rootDevice: "/dev/xvda",
});

/**
 * Settings of one policy: its config over those of the pack over the defaults. Values of a wrong kind
 * count as not given, because the engine has already refused them by the schema. What a machine has at
 * least is only ever raised; exemptions and types add up.
 */
export function readSettings(
  config: Readonly<Record<string, unknown>>,
  base: PolicySettings = defaultSettings,
): PolicySettings {
  const { appliesTo, tags, exemptions, types, waivers, rootDevice } = config;
  const least = (key: "minVcpus" | "minMemoryMib" | "minDiskGb") => {
    const value = config[key];
    const asked = typeof value === "number" && Number.isFinite(value) ? value : 0;
    return Math.max(asked, base[key]);
  };
  return {
    appliesTo: appliesTo === "all" || appliesTo === "flatcar" ? appliesTo : base.appliesTo,
    tags: isRecord(tags) ? textsOf(tags) : base.tags,
    exemptions: Array.isArray(exemptions)
      ? [...base.exemptions, ...exemptions.filter(isExemption)]
      : base.exemptions,
    minVcpus: least("minVcpus"),
    minMemoryMib: least("minMemoryMib"),
    minDiskGb: least("minDiskGb"),
    types: isRecord(types) ? { ...base.types, ...declaredTypes(types) } : base.types,
    waivers: waivers === "accept" || waivers === "refuse" ? waivers : base.waivers,
    rootDevice: typeof rootDevice === "string" ? rootDevice : base.rootDevice,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textsOf(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
}

function isExemption(value: unknown): value is Exemption {
  return (
    isRecord(value) &&
    typeof value.urn === "string" &&
    typeof value.reason === "string" &&
    (value.until === undefined || typeof value.until === "string")
  );
}

function declaredTypes(types: Record<string, unknown>): Record<string, DeclaredType> {
  return Object.fromEntries(
    Object.entries(types).flatMap(([name, value]) =>
      isRecord(value) ? [[name, declaredType(value)]] : [],
    ),
  );
}

function declaredType({
  vcpus,
  memoryMib,
  diskGb,
  architecture,
}: Record<string, unknown>): DeclaredType {
  return {
    ...(typeof vcpus === "number" && { vcpus }),
    ...(typeof memoryMib === "number" && { memoryMib }),
    ...(typeof diskGb === "number" && { diskGb }),
    ...(isArchitecture(architecture) && { architecture }),
  };
}

function isArchitecture(value: unknown): value is Architecture {
  return architectures.some((each) => each === value);
}
