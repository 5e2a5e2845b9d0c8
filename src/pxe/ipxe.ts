import { type BootEntry, initrdFile, kernelFile, kernelLine } from "./boot-entry.js";
import { type BootFile, publicFile } from "./files.js";
import { ipxeToDisk } from "./local-disk.js";

/** The script that every machine loads first: it goes on to the machine's own, by its MAC address. */
export function renderIpxeEntry(): BootFile {
  return publicFile([
    "#!ipxe",
    "# Every machine has a script of its own, named after the card it boots from.",
    "isset ${mac:hexhyp} || dhcp",
    "chain ipxe/${mac:hexhyp}.ipxe ||",
    // One that is sent to its disk.
    "isset ${installed} && exit 1 ||",
    "echo",
    "echo No Flatcar machine has the address ${mac}. Add it to macAddresses, then boot again.",
    "sleep 10",
    "exit 1",
  ]);
}

/** The script of one machine. */
export function renderIpxe(entry: BootEntry): BootFile {
  return publicFile([
    "#!ipxe",
    `# ${entry.machine} (${entry.architecture})`,
    ...(entry.toDisk ? ipxeToDisk(entry.toDisk, entry.machine, entry.architecture) : []),
    `kernel ${entry.releaseUrl}/${kernelFile} ${kernelLine(entry).join(" ")}`,
    `initrd ${entry.releaseUrl}/${initrdFile}`,
    "boot",
  ]);
}
