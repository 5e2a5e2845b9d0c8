import { type Architecture, architectures } from "./architecture.js";
import { floor } from "./units.js";

/** What a machine has to have at least. */
export interface HardwareProfile {
  /** Name that messages use. */
  readonly name: string;
  /** Virtual processors, as the operating system counts them. */
  readonly vcpus: number;
  /** Memory in MiB. */
  readonly memoryMib: number;
  /** Disk for the operating system, in the unit of the place: GiB in clouds, GB on bare metal. */
  readonly diskGb: number;
  readonly architectures: readonly Architecture[];
}

/** The floor under every machine: 4 vCPU, 8 GB memory, 32 GB disk, x64 or arm64. */
export const standardProfile: HardwareProfile = Object.freeze({
  name: "flatcar-standard",
  ...floor,
  architectures,
});
