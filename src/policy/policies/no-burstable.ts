import { definePolicy } from "../policy.js";
import { schemaOf } from "../schema.js";
import { only, profileOf, sizeUp } from "../sizing.js";

/** HARDWARE_BURSTABLE. Off by default: for many machines a burstable type is the right one. */
export const noBurstable = definePolicy({
  name: "flatcar-no-burstable",
  description:
    "A Flatcar machine has processors of its own: no burstable and no shared-core types.",
  level: "disabled",
  severity: "medium",
  configSchema: schemaOf(),
  check: (machine, settings) =>
    only(sizeUp(machine, settings, profileOf(settings, false)), ["HARDWARE_BURSTABLE"]),
});
