import { architectures } from "../hardware/index.js";
import type { Platform } from "./platform.js";

/** EC2. User data counts before base64 (EC2 user guide); Ignition parses it raw, so it cannot be gzipped as a whole. */
export const aws: Platform = Object.freeze({
  id: "aws",
  ignitionPlatformId: "aws",
  architectures,
  userDataLimit: Object.freeze({ bytes: 16_384, of: "raw" }),
  kernelArguments: true,
});
