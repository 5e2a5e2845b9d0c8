export {
  checkDirectoryWords,
  checkProvision,
  readinessOf,
} from "./check.js";
export { type Decision, decide, kept } from "./decide.js";
export { interruptible } from "./interruption.js";
export { type Place, Places } from "./places.js";
export { powerOff, provision } from "./provision.js";
export { type Done, Readiness, type Wanted } from "./wanted.js";
