import { definePolicy } from "../policy.js";
import { schemaOf } from "../schema.js";
import { only, profileOf, sizeUp } from "../sizing.js";

/** HARDWARE_UNKNOWN: what nobody knows does not pass. */
export const typeKnown = definePolicy({
  name: "flatcar-machine-type-known",
  description: "What a Flatcar machine's type has is known, so that its size can be judged.",
  level: "mandatory",
  severity: "medium",
  configSchema: schemaOf("minVcpus", "minMemoryMib", "types"),
  check: (machine, settings) =>
    only(sizeUp(machine, settings, profileOf(settings)), ["HARDWARE_UNKNOWN"]),
});
