export { Architecture, architectures } from "./architecture.js";
export { checkHardware, type HardwareOptions, type MachineFacts } from "./check.js";
export { type HardwareProfile, standardProfile } from "./profile.js";
export { floor, formatMemory } from "./units.js";
