import { defineCodes } from "./doc.js";

/** Codes of the pxe and baremetal rooms. */
export const pxeCodes = defineCodes({
  PXE_MAC_MISSING: {
    title: "A machine that boots over the network has a MAC address",
    explanation:
      "Boot scripts are found by the address of the card that the firmware boots from. A machine with several cards may boot from any of them, so all belong on the list.",
  },
  PXE_MAC_INVALID: {
    title: "A MAC address is that of one network card",
    explanation:
      "Six pairs of hexadecimal digits, with colons, hyphens or nothing between them. Group addresses (an odd first pair) and all zeros are never sent by a card.",
  },
  PXE_MAC_DUPLICATE: {
    title: "A MAC address belongs to one machine",
    explanation:
      "The address decides which machine a boot script is for. With two owners the later file would win and one machine would boot as the other.",
  },
  PXE_HOSTNAME_DUPLICATE: {
    title: "A hostname belongs to one machine",
    explanation:
      "DHCP and DNS hand out one name to one machine; which of the two would get it is decided by who boots first.",
  },
  PXE_NAME_INVALID: {
    title: "A resource name can name files",
    explanation:
      "A machine's files are named after its resource: letters, digits, dots, underscores and hyphens, starting with a letter or digit.",
  },
  PXE_NAME_DUPLICATE: {
    title: "Machines of one boot directory have names of their own",
    explanation:
      "A machine's files are named after it; two of one name would overwrite each other's.",
  },
  PXE_ADDRESS_INVALID: {
    title: "The address that DHCP gives is one of IPv4",
    explanation:
      "It is written beside the addresses of the cards, by which a DHCP server knows the machine. DHCP for IPv6 knows machines by other means, and addresses that a machine gives itself are a matter of its network.",
  },
  PXE_ADDRESS_DUPLICATE: {
    title: "An address belongs to one machine",
    explanation:
      "Two machines with one address take turns in answering to it; connections break at random, and neither of them says why.",
  },
  PXE_DESTINATION: {
    title: "Boot files go to one place",
    explanation:
      "A machine boots from a folder that any web server serves (directory, with the address it is served under as baseUrl), or from Matchbox. From two places it would get one script or the other, by who answers first.",
  },
  PXE_DISK_PATH: {
    title: "A root disk is a path below /dev",
    explanation:
      "Disks are named by their device file below /dev, best by one in /dev/disk/by-id, because names such as /dev/sda change.",
  },
  PXE_URL_INVALID: {
    title: "Boot firmware can load from the base URL",
    explanation:
      "iPXE and GRUB load from http (some iPXE builds from https) and know no user, query or fragment.",
  },
  PXE_URL_HTTPS: {
    title: "The base URL is http, which every loader knows",
    explanation:
      "GRUB speaks plain http only, so no GRUB config is written for an https address; iPXE speaks https only when built with it and with the certificate authority compiled in.",
  },
  PXE_KERNEL_ARGUMENT: {
    title: "A kernel argument is one word",
    explanation:
      "The kernel line is split at spaces, so an argument with a space in it becomes two.",
  },
  PXE_FIRST_BOOT_NEEDED: {
    title: "A machine that runs from memory runs Ignition at every boot",
    explanation:
      "Without a root disk every boot starts from nothing; with firstBoot off Ignition does not run and the machine comes up without any configuration.",
  },
});
