import { architectures } from "../hardware/index.js";
import type { Platform } from "./platform.js";

/**
 * A rack that boots over the network. Ignition reads the config from the URL on the kernel line, so
 * there is no size limit; it edits kernel arguments in a file of an installed system, which a network
 * boot does not have, so they belong on the kernel line as well.
 */
export const baremetal: Platform = Object.freeze({
  id: "baremetal",
  ignitionPlatformId: "metal",
  architectures,
  kernelArguments: false,
});
