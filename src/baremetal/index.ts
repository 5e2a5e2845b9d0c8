export type {
  BareMetalHardwareArgs,
  BareMetalInstanceArgs,
  PxeBootAssetsArgs,
  PxeBootDirectoryArgs,
} from "./args.js";
export { PxeBootAssets } from "./boot-assets.js";
export { PxeBootDirectory } from "./boot-directory.js";
export { BareMetalInstance } from "./instance.js";
