export type { BareMetalHardwareArgs, BareMetalInstanceArgs, PxeBootDirectoryArgs } from "./args.js";
export type { BareMetalSummary } from "./boot-files.js";
export { PxeBootDirectory } from "./boot-directory.js";
export { BareMetalInstance } from "./instance.js";
