import { defineCodes } from "./doc.js";

/** Codes of the pxe and baremetal rooms. */
export const pxeCodes = defineCodes({
  PXE_MAC_MISSING: {
    title: "no MAC address",
    explanation:
      "Boot scripts are found by the address of the card that the firmware boots from. A machine with several cards may boot from any of them, so all belong on the list.",
  },
  PXE_MAC_INVALID: {
    title: "not the MAC address of a card",
    explanation:
      "Six pairs of hexadecimal digits, with colons, hyphens or nothing between them. Group addresses (an odd first pair) and all zeros are never sent by a card.",
  },
  PXE_MAC_DUPLICATE: {
    title: "one MAC address twice",
    explanation:
      "The address decides which machine a boot script is for. With two owners the later file would win and one machine would boot as the other.",
  },
  PXE_HOSTNAME_DUPLICATE: {
    title: "two machines with one hostname",
    explanation:
      "DHCP and DNS hand out one name to one machine; which of the two would get it is decided by who boots first.",
  },
  PXE_NAME_INVALID: {
    title: "the resource name cannot name files",
    explanation:
      "A machine's files are named after its resource: letters, digits, dots, underscores and hyphens, starting with a letter or digit.",
  },
  PXE_NAME_DUPLICATE: {
    title: "two machines with one name in one boot directory",
    explanation:
      "A machine's files are named after it; two of one name would overwrite each other's.",
  },
  PXE_DISK_PATH: {
    title: "not the path of a disk",
    explanation: "Disks are named by their device file below /dev, best one in /dev/disk/by-id.",
  },
  PXE_URL_INVALID: {
    title: "not a URL for boot firmware",
    explanation:
      "iPXE and GRUB load from http (some iPXE builds from https) and know no user, query or fragment.",
  },
  PXE_URL_HTTPS: {
    title: "https is not known to every loader",
    explanation:
      "GRUB speaks plain http only, so no GRUB config is written for an https address; iPXE speaks https only when built with it and with the certificate authority compiled in.",
  },
  PXE_KERNEL_ARGUMENT: {
    title: "not one kernel argument",
    explanation:
      "The kernel line is split at spaces, so an argument with a space in it becomes two.",
  },
  PXE_FIRST_BOOT_NEEDED: {
    title: "firstBoot is off for a machine that runs from memory",
    explanation:
      "Without a root disk every boot starts from nothing; with firstBoot off Ignition does not run and the machine comes up without any configuration.",
  },
});
