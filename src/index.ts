export { OnConflict } from "./compose/index.js";
export { Channel, DiskFormat } from "./flatcar/index.js";
export { Architecture } from "./hardware/index.js";
export type * from "./machine/index.js";
export {
  IgnitionConfig,
  InvalidMachineError,
  OnChange,
  OnInterruption,
  Protocol,
} from "./machine/index.js";
export { PlatformName } from "./platforms/index.js";
export { codes, type Issue, type IssueCode, type IssueDoc, Report } from "./report/index.js";
