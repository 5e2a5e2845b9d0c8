import { definePolicy } from "../policy.js";
import { schemaOf } from "../schema.js";
import { only, profileOf, sizeUp } from "../sizing.js";

/** HARDWARE_TOO_SMALL and HARDWARE_INVALID of processors and memory. */
export const machineSize = definePolicy({
  name: "flatcar-machine-size",
  description: "A Flatcar machine has at least 4 vCPU and 8 GB of memory.",
  level: "mandatory",
  severity: "high",
  configSchema: schemaOf("minVcpus", "minMemoryMib", "types", "waivers"),
  waivable: true,
  check: (machine, settings) =>
    only(sizeUp(machine, settings, profileOf(settings)), [
      "HARDWARE_TOO_SMALL",
      "HARDWARE_INVALID",
    ]),
});
