import { isIPv4 } from "node:net";
import { at, type Path, Report } from "../report/index.js";
import { isCardAddress, normalizeMac } from "./mac-address.js";

/**
 * Reads a machine's MAC addresses: lower case with colons, in the order given.
 * Raises PXE_MAC_MISSING, PXE_MAC_INVALID and PXE_MAC_DUPLICATE.
 */
export function checkMacs(
  addresses: readonly (string | undefined)[] | undefined,
  path: Path,
): { macs: { mac: string; path: Path }[]; report: Report } {
  const report = new Report();
  const macs: { mac: string; path: Path }[] = [];
  if (!addresses || addresses.length === 0) {
    report.error(
      "PXE_MAC_MISSING",
      path,
      "a machine that boots over the network is known by its MAC addresses, and none is given",
      "list the address of every card that the firmware may boot from",
      { missing: true },
    );
  }
  addresses?.forEach((address, index) => {
    if (address === undefined) return;
    const place = at(path, index);
    const mac = normalizeMac(address);
    if (!mac || !isCardAddress(mac)) {
      report.error(
        "PXE_MAC_INVALID",
        place,
        mac ? `"${address}" is not the address of one card` : `"${address}" is not a MAC address`,
        "give six pairs of hexadecimal digits as in 52:54:00:aa:00:01",
      );
    } else if (macs.some((known) => known.mac === mac)) {
      report.error(
        "PXE_MAC_DUPLICATE",
        place,
        `${mac} is listed twice for this machine`,
        "list every address once",
      );
    } else macs.push({ mac, path: place });
  });
  return { macs, report };
}

/** Raises PXE_ADDRESS_INVALID for what DHCP cannot give a machine by the address of its card. */
export function checkAddress(address: string | undefined, path: Path): Report {
  const report = new Report();
  if (address === undefined || isIPv4(address)) return report;
  report.error(
    "PXE_ADDRESS_INVALID",
    path,
    `"${address}" is not an IPv4 address`,
    "give the address alone, as in 192.168.1.11; others belong in network",
  );
  return report;
}

/** Raises PXE_DISK_PATH for what is no device. */
export function checkRootDisk(device: string | undefined, path: Path): Report {
  const report = new Report();
  if (device === undefined) return report;
  if (!/^\/dev\/[\w./:@+-]+$/.test(device) || device.includes("..")) {
    report.error(
      "PXE_DISK_PATH",
      path,
      `"${device}" is not the path of a disk`,
      "give the disk as /dev/disk/by-id/…",
    );
  }
  return report;
}

/**
 * Raises PXE_URL_INVALID for a base URL that boot firmware cannot load from.
 * https works in iPXE builds that have it, and not in GRUB.
 */
export function checkBaseUrl(url: string | undefined, path: Path): Report {
  const report = new Report();
  if (url === undefined) return report;
  if (!/^https?:\/\/[^\s/?#@"'$]+(\/[^\s?#"'$]*)?$/.test(url)) {
    report.error(
      "PXE_URL_INVALID",
      path,
      "not a URL that boot firmware can load from: it needs http or https, a host, and no user, query or fragment",
      "give it as http://192.168.1.10:8080",
    );
  } else if (url.startsWith("https:")) {
    report.warning(
      "PXE_URL_HTTPS",
      path,
      "GRUB has no https, and iPXE only in builds that were made with it",
      "use http in the boot network, or make sure that every loader has https",
    );
  }
  return report;
}

/** Raises PXE_KERNEL_ARGUMENT for what would become two arguments, or none, on the kernel line. */
export function checkKernelArguments(
  list: readonly (string | undefined)[] | undefined,
  path: Path,
): Report {
  const report = new Report();
  list?.forEach((argument, index) => {
    if (argument === undefined || /^[!-~]+$/.test(argument)) return;
    report.error(
      "PXE_KERNEL_ARGUMENT",
      at(path, index),
      "a kernel argument is one word of printable ASCII characters",
      "list every argument on its own; write a space inside one as the kernel documents it for that argument",
    );
  });
  return report;
}
