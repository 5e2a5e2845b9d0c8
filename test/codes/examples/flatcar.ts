import type { flatcarCodes } from "../../../src/report/codes/flatcar.js";
import { config, type Example, machine } from "../example.js";

export const flatcarExamples = {
  FLATCAR_CHANNEL_UNKNOWN: machine({ channel: "stabel" }, { channel: "stable" }),
  FLATCAR_CHANNEL_EDGE: machine({ channel: "edge" }, { channel: "alpha" }),
  FLATCAR_VERSION_INVALID: machine({ version: "v4593.2" }, { version: "4593.2.5" }),
  FLATCAR_VERSION_CHANNEL: machine(
    { channel: "beta", version: "4593.2.5" },
    { channel: "stable", version: "4593.2.5" },
  ),
  FLATCAR_VERSION_TOO_OLD: machine({ version: "2905.2.6" }, { version: "4593.2.5" }),
  HOSTNAME_INVALID: config({ hostname: "node_a" }, { hostname: "node-a" }),
  FLATCAR_SPEC_UNKNOWN: config({ spec: "3.4" }, { spec: "3.4.0" }),
  FLATCAR_SPEC_TOO_NEW: config(
    { version: "4593.2.5", spec: "3.6.0" },
    { version: "4593.2.5", spec: "3.5.0" },
  ),
} satisfies Record<keyof typeof flatcarCodes, Example>;
