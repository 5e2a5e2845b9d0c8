import { Architecture } from "../hardware/index.js";
import { type BootFile, bootFiles, publicFile } from "./files.js";
import { grubUrl } from "./grub-url.js";

/** Label of the filesystem that UEFI firmware starts Flatcar from. */
const espLabel = "EFI-SYSTEM";

/** What is there to be started: GRUB, and what the firmware looks for (flatcar/scripts, build_library/grub_install.sh). */
const loaders = Object.freeze({
  [Architecture.X64]: { grub: "grubx64.efi", boot: "bootx64.efi" },
  [Architecture.Arm64]: { grub: "grubaa64.efi", boot: "bootaa64.efi" },
});

/** What sends a machine to its disk. */
export interface LocalDisk {
  /** Address of the boot directory, where the mark of an installed machine lies; without one it is sent there always. */
  readonly baseUrl?: string;
}

/** The mark that a machine is installed, by paths: one file for each loader, there from then on. */
export function renderInstalled(machine: string, generation: number): Record<string, BootFile> {
  const title = `# ${machine} is installed, generation ${generation}: it boots from its disk.`;
  return {
    [bootFiles.installed(machine, "ipxe")]: publicFile(["#!ipxe", title, "set installed true"]),
    [bootFiles.installed(machine, "cfg")]: publicFile([title, "set installed=true"]),
  };
}

/** What an iPXE script begins with that goes to the disk of an installed machine. */
export function ipxeToDisk(
  { baseUrl }: LocalDisk,
  machine: string,
  architecture: Architecture,
): string[] {
  const mark = bootFiles.installed(machine, "ipxe");
  const { grub, boot } = loaders[architecture];
  const chain = (loader: string) =>
    `iseq \${platform} efi && chain file://${espLabel}/EFI/boot/${loader} ||`;
  return [
    baseUrl === undefined ? "set installed true" : `chain ${baseUrl}/${mark} ||`,
    "isset ${installed} || goto install",
    "iseq ${platform} pcbios && sanboot --no-describe --drive 0x80 ||",
    // Newer releases have a shim in front, which looks beside the loader for what is on the disk.
    ...[grub, boot].map(chain),
    // An error makes UEFI go on with its next boot option, and success with its menu.
    "exit 1",
    ":install",
  ];
}

/** The same for GRUB, whose -s opens a file and whose -e lists a folder, which http has not. */
export function grubToDisk(
  { baseUrl }: LocalDisk,
  machine: string,
  architecture: Architecture,
): string[] {
  const mark = baseUrl && grubUrl(`${baseUrl}/${bootFiles.installed(machine, "cfg")}`);
  // GRUB cannot read https: then the machine asks its disk by itself.
  if (baseUrl !== undefined && mark === undefined) return [];
  return [
    mark === undefined ? "set installed=true" : `if [ -s "${mark}" ]; then source "${mark}"; fi`,
    'if [ "$installed" = true ]; then',
    // What is loaded takes the root of this GRUB for the device that it came from.
    `  search --no-floppy --set=root --label ${espLabel}`,
    `  chainloader /EFI/boot/${loaders[architecture].boot}`,
    "  boot",
    "  exit 1",
    "fi",
  ];
}
