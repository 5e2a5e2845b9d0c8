export type { BareMetalHardwareArgs, BareMetalInstanceArgs, PxeBootDirectoryArgs } from "./args.js";
export { PxeBootDirectory } from "./boot-directory.js";
export { BareMetalInstance } from "./instance.js";
