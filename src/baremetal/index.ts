export { MachineMode } from "../flatcar/index.js";
export { Readiness } from "../provision/words.js";
export type {
  BareMetalHardwareArgs,
  BareMetalInstanceArgs,
  BmcArgs,
  InstallDiskArgs,
  MatchboxArgs,
  PxeBootAssetsArgs,
  PxeBootDirectoryArgs,
} from "./args.js";
export { PxeBootAssets } from "./boot-assets.js";
export { PxeBootDirectory } from "./boot-directory.js";
export { BareMetalInstance } from "./instance.js";
export type { BondArgs, ConnectionArgs, NetworkArgs, VlanArgs } from "./network-args.js";
export { BareMetalRack } from "./rack.js";
export type {
  BareMetalRackArgs,
  BmcCredentialsArgs,
  RackBmcArgs,
  RackMachineArgs,
} from "./rack-args.js";
