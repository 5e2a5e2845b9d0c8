import { defineCodes } from "./doc.js";

/** Codes of the delivery room. */
export const deliveryCodes = defineCodes({
  DELIVERY_TOO_LARGE: {
    title: "the config is too large for the platform",
    explanation:
      "Each platform carries a limited amount of user data and refuses more when the machine is made. The config is sent as it is when it fits, else compressed inside of a small one; what is still too large must be fetched from elsewhere.",
  },
  PLATFORM_UNKNOWN: {
    title: "an unknown platform",
    explanation: "Limits and abilities are known for the platforms of this library only.",
  },
  PLATFORM_SPEC: {
    title: "a spec that the platform does not hand on",
    explanation:
      "Some places read the config themselves before the machine does, and alter or empty one of a spec newer than they know.",
  },
  PLATFORM_KERNEL_ARGUMENTS: {
    title: "kernel arguments in the config of a place that ignores them",
    explanation:
      "Ignition changes kernel arguments in the boot loader config of an installed system. A network boot has none: Ignition stops, and the machine does not come up.",
  },
});
