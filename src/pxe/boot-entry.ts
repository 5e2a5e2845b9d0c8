import { Architecture } from "../hardware/index.js";
import type { LocalDisk } from "./local-disk.js";

/** Everything that the boot script of one machine says. */
export interface BootEntry {
  readonly machine: string;
  readonly architecture: Architecture;
  /** Folder of `flatcar_production_pxe.vmlinuz` and `flatcar_production_pxe_image.cpio.gz`. */
  readonly releaseUrl: string;
  readonly ignitionUrl: string;
  /** Whether Ignition runs in this boot. */
  readonly firstBoot: boolean;
  /** Whether the root filesystem is on a disk, by its label; otherwise it is in memory. */
  readonly persistentRoot: boolean;
  /** Console devices, the last one gets the kernel's own messages. */
  readonly consoles: readonly string[];
  readonly kernelArguments: readonly string[];
  /** For a machine that is installed on a disk: what sends it there, in place of all this. */
  readonly toDisk?: LocalDisk;
}

export const kernelFile = "flatcar_production_pxe.vmlinuz";
export const initrdFile = "flatcar_production_pxe_image.cpio.gz";
/** What flatcar-install loads, and its signature beside it. */
export const diskImageFile = "flatcar_production_image.bin.bz2";

/** The serial port of a machine and its screen. */
export const defaultConsoles: Readonly<Record<Architecture, readonly string[]>> = Object.freeze({
  [Architecture.X64]: ["ttyS0,115200n8", "tty0"],
  [Architecture.Arm64]: ["ttyAMA0,115200n8", "tty0"],
});

/** The kernel's arguments, as Flatcar documents them. */
export function kernelLine(entry: BootEntry): string[] {
  return [
    // UEFI firmware passes the initrd by name only; without it the kernel waits for a disk for ever.
    `initrd=${initrdFile}`,
    ...(entry.firstBoot ? ["flatcar.first_boot=1"] : []),
    `ignition.config.url=${entry.ignitionUrl}`,
    ...(entry.persistentRoot ? ["root=LABEL=ROOT"] : []),
    ...entry.consoles.map((device) => `console=${device}`),
    ...entry.kernelArguments,
  ];
}
