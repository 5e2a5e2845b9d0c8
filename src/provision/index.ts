export { type Decision, decide, keepsOldConfig, kept } from "./decide.js";
export { interruptible } from "./interruption.js";
export { clearMark } from "./mark.js";
export { type Place, Places } from "./places.js";
export { powerOff, provision } from "./provision.js";
export * from "./words.js";
