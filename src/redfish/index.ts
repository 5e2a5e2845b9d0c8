export type { BmcAccess } from "./access.js";
export { Bmc } from "./bmc.js";
export type { BootChange } from "./boot-override.js";
export { checkBmc } from "./check.js";
export { Failure } from "./failure.js";
export { type Attempt, type Pace, persist, usualPace } from "./pace.js";
