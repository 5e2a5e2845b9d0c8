import { defineCodes } from "./doc.js";

/** Codes of the delivery room. */
export const deliveryCodes = defineCodes({
  DELIVERY_TOO_LARGE: {
    title: "The config fits into the user data of its platform",
    explanation:
      "Each platform carries a limited amount of user data and refuses more when the machine is made. The config is sent as it is when it fits, else compressed inside of a small one; what is still too large must be fetched from elsewhere.",
  },
  PLATFORM_UNKNOWN: {
    title: "The platform is a known one",
    explanation: "What a platform can take and do is known for the platforms of this library only.",
  },
  PLATFORM_SPEC: {
    title: "The platform hands on the spec of the config",
    explanation:
      "Some places read the config themselves before the machine does, and alter or empty one of a spec newer than they know.",
  },
  PLATFORM_KERNEL_ARGUMENTS: {
    title: "Kernel arguments stand in a config only where they take effect",
    explanation:
      "Ignition changes kernel arguments in the boot loader config of an installed system. A network boot has none: Ignition stops, and the machine does not come up.",
  },
});
