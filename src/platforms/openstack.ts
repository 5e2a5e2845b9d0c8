import { architectures } from "../hardware/index.js";
import type { Platform } from "./platform.js";

/** OpenStack. Nova counts the base64 text, at most 65,535 bytes: 49,149 bytes of config. */
export const openstack: Platform = Object.freeze({
  id: "openstack",
  ignitionPlatformId: "openstack",
  architectures,
  userDataLimit: Object.freeze({ bytes: 65_535, of: "base64" }),
  kernelArguments: true,
});
