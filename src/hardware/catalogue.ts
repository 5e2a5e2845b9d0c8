import type { Architecture } from "./architecture.js";
import type { MachineFacts } from "./compare.js";

/** What a type is sold for, as the clouds group their families. */
export type Category = "general" | "compute" | "memory" | "storage" | "accelerated" | "hpc";

/**
 * What is special about a type: `metal` is a whole machine, `mac` an EC2 Mac host, `confidential`
 * starts only with encrypted memory, `constrained` has fewer processors than its family's size of
 * that price; `xen` is on EC2's older hypervisor; `previous` is what the cloud calls an earlier generation or deprecated, and `retired`
 * what stands in older lists only.
 */
export type Trait =
  | "metal"
  | "mac"
  | "confidential"
  | "constrained"
  | "xen"
  | "previous"
  | "retired";

/** What is known of one instance type; a fact that is absent is not known. */
export interface TypeFacts extends Omit<MachineFacts, "diskGb"> {
  /** As the cloud spells it. */
  readonly type: string;
  /** The types that differ from it in size only share its family. */
  readonly family?: string;
  readonly category?: Category;
  /** Hardware threads that a core shows by default. */
  readonly threadsPerCore?: number;
  /** Azure: the virtual machine generations it starts, 1 (BIOS) and 2 (UEFI). */
  readonly generations?: readonly number[];
  /** Azure: the disk controllers it takes. */
  readonly diskControllers?: readonly string[];
  readonly traits: readonly Trait[];
  /** A list of the cloud, the rules of its type names, or the user's own word. */
  readonly from: "table" | "name" | "declared";
}

/** What a type's name says by itself. */
export type NameFacts = Partial<Omit<TypeFacts, "type" | "from">>;

/** The types of one cloud, packed. `tools/catalogue` writes it. */
export interface Table {
  /** Date of the newest list in it. */
  readonly date: string;
  /** Where its figures come from. */
  readonly sources: readonly string[];
  /** A line a type: name, vCPU, memory in MiB, and words for what is not the usual; see `row.ts`. */
  readonly rows: string;
}

/** Why something does not start here, and what to use instead. */
interface Obstacle {
  readonly reason: string;
  readonly hint: string;
}

/** One cloud's instance types: the table, the rules of their names, and what is true of them there. */
export interface Catalogue {
  readonly cloud: "aws" | "azure" | "gcp";
  /** What the cloud calls a type. */
  readonly noun: string;
  readonly table: Table;
  /** The type in the form in which the table's names are compared. */
  readonly keyOf: (type: string) => string;
  /** What the name of a type says, or undefined when it is not made as the cloud's names are. */
  readonly readName: (type: string) => NameFacts | undefined;
  /** Families for machines of no special purpose, the first choice first. */
  readonly preferred: Readonly<Record<Architecture, readonly string[]>>;
  /** The same of burstable ones. */
  readonly preferredBurstable: Readonly<Record<Architecture, readonly string[]>>;
  /** Types on which no Flatcar image starts. */
  readonly unbootable: Readonly<Partial<Record<Trait, Obstacle>>>;
  /** Architectures for which Flatcar publishes no image there. */
  readonly imageless: Readonly<Partial<Record<Architecture, Obstacle>>>;
}
