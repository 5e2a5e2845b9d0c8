export { checkArchitectures } from "./agreement.js";
export { Architecture, architectures } from "./architecture.js";
export { type BootImage, checkBoot } from "./boot.js";
export type { Catalogue, TypeFacts } from "./catalogue.js";
export { checkHardware, type HardwareOptions } from "./check.js";
export type { MachineFacts } from "./compare.js";
export { lookUpType, typesOf } from "./look-up.js";
export { checkMeasuredType } from "./measured.js";
export { nearestTypes } from "./nearest.js";
export { applyOverrides, type CpuOverrides } from "./overrides.js";
export { pickType, type TypeWish } from "./pick.js";
export {
  defineProfile,
  type HardwareProfile,
  type ProfileSpec,
  standardProfile,
} from "./profile.js";
export { checkType, type TypeOptions } from "./type-check.js";
export { floor, formatMemory } from "./units.js";
