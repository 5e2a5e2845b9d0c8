import { checkArchitectures } from "../../hardware/index.js";
import { definePolicy } from "../policy.js";
import { schemaOf } from "../schema.js";
import { only, profileOf, sizeUp } from "../sizing.js";

/**
 * HARDWARE_ARCHITECTURE, HARDWARE_ARCHITECTURE_MISMATCH, HARDWARE_NO_IMAGE and HARDWARE_CANNOT_BOOT:
 * types and image are made for the same processor and firmware, and Flatcar exists for it.
 */
export const architectureAgrees = definePolicy({
  name: "flatcar-architecture-agrees",
  description:
    "The type and the image of a Flatcar machine agree, and the image starts on the type.",
  level: "mandatory",
  severity: "high",
  configSchema: schemaOf("types"),
  flatcarOnly: true,
  check: (machine, settings) => {
    const { image } = machine;
    const sizes = sizeUp(machine, settings, profileOf(settings));
    const finding = only(sizes, [
      "HARDWARE_ARCHITECTURE",
      "HARDWARE_NO_IMAGE",
      "HARDWARE_CANNOT_BOOT",
    ]);
    const parts = sizes.map(({ what, facts }) => ({ what, architecture: facts?.architecture }));
    const all = image ? [...parts, { what: image.what, architecture: image.architecture }] : parts;
    const path = image?.path ?? machine.sizes.find(({ type }) => type)?.type?.path ?? [];
    return {
      report: finding.report.add(checkArchitectures(all, path)),
      pending: [...finding.pending, ...(image?.unknown ? [image.path] : [])],
    };
  },
});
