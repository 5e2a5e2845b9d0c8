import { hyphenated } from "./mac-address.js";

/** Where everything lies below the boot directory. Paths are promises: firmware settings name them. */
export const bootFiles = Object.freeze({
  ipxeEntry: "boot.ipxe",
  grubEntry: "grub/grub.cfg",
  dnsmasq: "dnsmasq/boot.conf",
  dnsmasqHosts: (machine: string) => `dnsmasq/hosts/${machine}.conf`,
  ipxe: (mac: string) => `ipxe/${hyphenated(mac)}.ipxe`,
  /** GRUB's `$net_default_mac` has colons. */
  grub: (mac: string) => `grub/${mac}.cfg`,
  ignition: (machine: string) => `ignition/${machine}.ign`,
  installed: (machine: string, kind: "ipxe" | "cfg") => `installed/${machine}.${kind}`,
  manifest: (name: string) => `manifest/${name}.json`,
});

/** One file to be written: its text and its mode. */
export interface BootFile {
  readonly contents: string;
  readonly mode: number;
}

/** Path below the boot directory to file. */
export type BootFiles = Readonly<Record<string, BootFile>>;

/** Readable by whoever serves it. */
export function publicFile(lines: readonly string[]): BootFile {
  return { contents: `${lines.join("\n")}\n`, mode: 0o644 };
}
