export {
  type BootEntry,
  defaultConsoles,
  diskImageFile,
  initrdFile,
  kernelFile,
  kernelLine,
} from "./boot-entry.js";
export { renderDnsmasq, renderDnsmasqHost } from "./dnsmasq.js";
export { type BootFile, type BootFiles, bootFiles } from "./files.js";
export { renderGrub, renderGrubEntry } from "./grub.js";
export { checkInstallDisk } from "./install-disk.js";
export {
  checkAddress,
  checkBaseUrl,
  checkKernelArguments,
  checkMacs,
  checkRootDisk,
} from "./inventory.js";
export { renderIpxe, renderIpxeEntry } from "./ipxe.js";
export { type LocalDisk, renderInstalled } from "./local-disk.js";
export { normalizeMacs } from "./mac-address.js";
export { describeFile, type ManifestEntry, renderManifest } from "./manifest.js";
export { matchboxQueries, renderMatchbox } from "./matchbox.js";
