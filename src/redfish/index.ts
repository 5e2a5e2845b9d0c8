export type { BmcAccess } from "./access.js";
export { Bmc, type BmcOptions, type Say } from "./bmc.js";
export type { BootChange, BootTarget } from "./boot-override.js";
export { checkBmc } from "./check.js";
export { Failure } from "./failure.js";
export { type Attempt, type Pace, persist, usualPace } from "./pace.js";
