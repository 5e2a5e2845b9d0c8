export { Channel } from "./channel.js";
export { checkHostname, hostname } from "./hostname.js";
export { MachineMode } from "./machine-mode.js";
export { readInterfaceAddress } from "./network/address.js";
export { checkNetwork } from "./network/check.js";
export { connectionsOf, type MachineNetwork } from "./network/network.js";
export { type DataDisk, DiskFormat, dataDisk } from "./presets/data-disk.js";
export { hardwareCheck } from "./presets/hardware-check.js";
export { type Installation, type InstallDisk, installer } from "./presets/installer.js";
export { machineNetwork } from "./presets/network.js";
export { persistentRoot } from "./presets/persistent-root.js";
export { configDigestArgument, type PhoneHome, phoneHome } from "./presets/phone-home.js";
export {
  checkRelease,
  highestSpec,
  type Release,
  type ReleaseRequest,
  releaseOf,
  targetOf,
} from "./release.js";
export {
  digestIn,
  releasePath,
  releaseServer,
  releasesUrl,
  releaseUrl,
  versionIn,
} from "./release-server.js";
export { imageSigningKey } from "./signing-key.js";
