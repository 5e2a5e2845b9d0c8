import type { Architecture } from "../hardware/index.js";
import type { SpecVersion } from "../ignition/index.js";

/** What is true of one place where machines run. Facts only: the core asks, a sheet answers. */
export interface Platform {
  readonly id: string;
  /** What Ignition calls the place (`ignition.platform.id`). */
  readonly ignitionPlatformId: string;
  readonly architectures: readonly Architecture[];
  /** The newest Ignition spec that the place hands on unharmed; undefined where any passes. */
  readonly highestSpec?: SpecVersion;
  /** How many bytes of config the place carries, and of which form; undefined where there is no limit. */
  readonly userDataLimit?: { readonly bytes: number; readonly of: "raw" | "base64" };
  /** Whether kernel arguments in the config take effect. */
  readonly kernelArguments: boolean;
}
