import { defineCodes } from "./doc.js";

/** Codes of the hardware room. */
export const hardwareCodes = defineCodes({
  HARDWARE_TOO_SMALL: {
    title: "the machine is smaller than its hardware profile",
    explanation:
      "A Flatcar machine has at least 4 vCPU, 8 GB memory and 32 GB disk; a profile may ask for more. Smaller machines boot and then fail under load or run out of disk during an update. A waiver with a reason turns the error into a warning that is shown at every preview.",
  },
  HARDWARE_UNKNOWN: {
    title: "a size that the profile needs is not known",
    explanation:
      "The rule holds for every machine, so a size that nobody declared and no table knows is an error and not a pass.",
  },
  HARDWARE_INVALID: {
    title: "a size is not a number above zero",
    explanation:
      "Sizes are counts and amounts; zero, negative and infinite ones are typing errors.",
  },
  HARDWARE_ARCHITECTURE: {
    title: "the architecture is not one that Flatcar is released for",
    explanation: "Flatcar is released for x64 (amd64) and arm64 only.",
  },
  HARDWARE_WAIVER_EMPTY: {
    title: "a waiver without a reason",
    explanation:
      "A waiver is for the next reader: without a reason nobody can tell whether it still holds, so an empty one is refused.",
  },
});
