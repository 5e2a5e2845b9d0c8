import { baremetal } from "./baremetal.js";
import type { Platform } from "./platform.js";

/**
 * A rack that boots from Matchbox 0.11. It reads configs at spec 3.4.0; of a newer one it logs a warning
 * and serves an empty config with status 200 (matchbox/http/ignition.go).
 */
export const matchbox: Platform = Object.freeze({
  ...baremetal,
  id: "matchbox",
  highestSpec: "3.4.0",
});
