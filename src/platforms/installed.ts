import { baremetal } from "./baremetal.js";
import type { Platform } from "./platform.js";

/**
 * A machine that Flatcar was installed on: Ignition reads the config from its disk, whatever brought the installer there, and
 * edits kernel arguments in the file beside it.
 */
export const installed: Platform = Object.freeze({ ...baremetal, kernelArguments: true });
