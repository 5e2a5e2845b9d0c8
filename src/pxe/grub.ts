import { type BootEntry, initrdFile, kernelFile, kernelLine } from "./boot-entry.js";
import { type BootFile, publicFile } from "./files.js";
import { grubUrl } from "./grub-url.js";
import { grubToDisk } from "./local-disk.js";

/** The config that GRUB loads first: it goes on to the machine's own, by its MAC address. */
export function renderGrubEntry(): BootFile {
  return publicFile([
    "# Every machine has a config of its own, named after the card it boots from.",
    "configfile $config_directory/$net_default_mac.cfg",
  ]);
}

/** The config of one machine; undefined when its release is not on plain http, all that GRUB speaks. */
export function renderGrub(entry: BootEntry): BootFile | undefined {
  const release = grubUrl(entry.releaseUrl);
  if (release === undefined) return undefined;
  const kernelArguments = kernelLine(entry).map(quote).join(" ");
  return publicFile([
    ...(entry.toDisk ? grubToDisk(entry.toDisk, entry.machine, entry.architecture) : []),
    "set timeout=1",
    `menuentry "Flatcar ${entry.machine} (${entry.architecture})" {`,
    `  linux ${release}/${kernelFile} ${kernelArguments}`,
    `  initrd ${release}/${initrdFile}`,
    "}",
  ]);
}

/** GRUB's shell reads `;`, `&`, `$` and friends; single quotes stop that. */
function quote(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}
