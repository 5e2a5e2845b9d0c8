export type { ConfigArgs, HardwareProfileArgs, MachineArgs, SharedConfigArgs } from "./args.js";
export type { CloudMachineArgs, DeclaredHardwareArgs } from "./cloud-args.js";
export { keptProperties } from "./cloud-changes.js";
export { type Choice, checkCloudMachine, choose } from "./cloud-check.js";
export { configObject } from "./cloud-config-store.js";
export {
  checkDelivery,
  type Delivered,
  deliver,
  encodeBase64,
  userDataOf,
} from "./cloud-delivery.js";
export { besideOwn } from "./cloud-firewall.js";
export { type LookUp, lookUpsOf } from "./cloud-look-ups.js";
export { shownArgs } from "./cloud-shown.js";
export { promiseDisks } from "./cloud-volumes.js";
export {
  type AttachedDisk,
  checkDataDisks,
  checkDiskZone,
  type DataDiskArgs,
  dataDiskPresets,
  onDevices,
} from "./data-disks.js";
export type * from "./disk-args.js";
export { InvalidMachineError, raise, warn } from "./fail.js";
export type * from "./fragment-args.js";
export { IgnitionConfig, type IgnitionConfigArgs } from "./ignition-config.js";
export { type IngressRuleArgs, isIpv6, Protocol } from "./ingress.js";
export { type Known, knownNow, whenSettled } from "./inputs.js";
export { OnChange } from "./on-change.js";
export { OnInterruption } from "./on-interruption.js";
export type * from "./passwd-args.js";
export { requirePeer } from "./peer.js";
export { inspect, type Prepared, prepare, preset, type Recipe } from "./prepare.js";
export { profileOf } from "./profile.js";
export type * from "./storage-args.js";
export type * from "./systemd-args.js";
export { withhold } from "./withhold.js";
