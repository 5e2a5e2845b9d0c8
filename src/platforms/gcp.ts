import { Architecture } from "../hardware/index.js";
import type { Platform } from "./platform.js";

/**
 * Compute Engine. The metadata value `user-data` takes 262,144 bytes of plain text (Compute REST
 * reference). Flatcar has no arm64 image there (flatcar/Flatcar#2000).
 */
export const gcp: Platform = Object.freeze({
  id: "gcp",
  ignitionPlatformId: "gcp",
  architectures: Object.freeze([Architecture.X64]),
  userDataLimit: Object.freeze({ bytes: 262_144, of: "raw" }),
  kernelArguments: true,
});
