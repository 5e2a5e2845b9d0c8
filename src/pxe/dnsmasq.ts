import { type BootFile, bootFiles, publicFile } from "./files.js";

/** A kind of firmware by the number it sends in DHCP option 93 (RFC 4578 and the IANA registry). */
interface Firmware {
  readonly tag: string;
  readonly clientArchitectures: readonly number[];
  /** The loader in the TFTP root, under the name that iPXE's own builds have. */
  readonly loader: string;
  readonly comment: string;
}

const firmwares: readonly Firmware[] = Object.freeze([
  { tag: "bios", clientArchitectures: [0], loader: "undionly.kpxe", comment: "x64, BIOS" },
  { tag: "efi32", clientArchitectures: [6], loader: "ipxe-i386.efi", comment: "x64, 32-bit UEFI" },
  { tag: "efi64", clientArchitectures: [7, 9], loader: "ipxe.efi", comment: "x64, UEFI" },
  { tag: "arm64", clientArchitectures: [11], loader: "ipxe-arm64.efi", comment: "arm64, UEFI" },
]);

/** Names of the loaders that the fragment asks the TFTP server for. */
export const loaders: readonly string[] = Object.freeze(firmwares.map(({ loader }) => loader));

/**
 * The part of a dnsmasq configuration that picks the loader by firmware and then, once iPXE asks
 * again, the entry script by HTTP.
 */
export function renderDnsmasq(baseUrl: string): BootFile {
  return publicFile([
    "# Include with conf-file=<this file>; the machines are in hosts/ (conf-dir=<that folder>,*.conf).",
    `# Loaders needed in the TFTP root: ${loaders.join(", ")}.`,
    "dhcp-userclass=set:ipxe,iPXE",
    ...firmwares.flatMap(({ tag, clientArchitectures, loader, comment }) => [
      `# ${comment}`,
      ...clientArchitectures.map((number) => `dhcp-match=set:${tag},option:client-arch,${number}`),
      `dhcp-boot=tag:!ipxe,tag:${tag},${loader}`,
    ]),
    "# iPXE, whatever loaded it",
    `dhcp-boot=tag:ipxe,${baseUrl}/${bootFiles.ipxeEntry}`,
  ]);
}

/** One machine's line: all its cards, its name, and its address when it has a fixed one. */
export function renderDnsmasqHost(
  macs: readonly string[],
  hostname: string,
  address?: string,
): BootFile {
  return publicFile([`dhcp-host=${[...macs, ...(address ? [address] : []), hostname].join(",")}`]);
}
