import { architectures } from "../hardware/index.js";
import type { Platform } from "./platform.js";

/** Azure. Custom data takes 65,535 bytes before base64, user data 64 KB (learn.microsoft.com, custom data). */
export const azure: Platform = Object.freeze({
  id: "azure",
  ignitionPlatformId: "azure",
  architectures,
  userDataLimit: Object.freeze({ bytes: 65_535, of: "raw" }),
  kernelArguments: true,
});
