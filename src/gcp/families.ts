import { gcpCatalogue } from "../hardware/gcp.js";
import { lookUpType } from "../hardware/index.js";

/**
 * Families that take no Persistent Disk (nextflow-io/nextflow#6841; machine pools of openshift/installer).
 */
const withoutPersistentDisk = new Set(["c4", "c4a", "c4d", "n4", "n4a", "n4d"]);

/** Families of the same generation, all of which take Hyperdisk Balanced, as whole machines of any family do. */
const onHyperdisk = new Set([
  ...withoutPersistentDisk,
  ...["a4", "a4x", "c4n", "g4", "h4d", "m4", "m4n", "x4"],
]);

/** Families whose disks are NVMe, of those that were measured; the disks of the others are SCSI. */
const withNvme = new Set([
  ...withoutPersistentDisk,
  ...["a3", "c3", "c3d", "c4n", "g2", "h3", "h4d", "m3", "t2a", "z3"],
]);

/** What the family of a machine type says about disks. */
export interface DiskFacts {
  /** Kind of disk that every type of the family starts from. */
  readonly usualDisk: string;
  /** Whether it refuses every kind of Persistent Disk. */
  readonly hyperdiskOnly: boolean;
  /** Whether its disks are known to be NVMe. */
  readonly nvme: boolean;
}

/** Looks up the family of a machine type. */
export function diskFacts(type: string): DiskFacts {
  const { family = "", traits = [] } = lookUpType(gcpCatalogue, type) ?? {};
  const hyperdisk = onHyperdisk.has(family) || traits.includes("metal");
  return {
    usualDisk: hyperdisk ? "hyperdisk-balanced" : "pd-balanced",
    hyperdiskOnly: withoutPersistentDisk.has(family),
    nvme: withNvme.has(family),
  };
}

/** Whether machines of a type are stopped for the maintenance of their host, because they cannot be moved. */
export function staysOnHost(type: string): boolean {
  const { gpu, traits = [] } = lookUpType(gcpCatalogue, type) ?? {};
  return gpu === true || traits.includes("metal");
}
