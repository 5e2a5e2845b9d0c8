import type { Fragment } from "../compose/index.js";
import { type Path, Report } from "../report/index.js";

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;

/**
 * Raises HOSTNAME_INVALID: labels of letters, digits and hyphens (RFC 1123), each at most 63 and
 * together at most 64 characters, Linux's own limit.
 */
export function checkHostname(hostname: string | undefined, path: Path): Report {
  const report = new Report();
  if (hostname === undefined) return report;
  if (hostname.length > 64 || !hostname.split(".").every((part) => label.test(part))) {
    report.error(
      "HOSTNAME_INVALID",
      path,
      `"${hostname}" is not a hostname`,
      "use letters, digits and hyphens, at most 63 characters between dots and 64 in all",
    );
  }
  return report;
}

/** `/etc/hostname`, which wins over names from DHCP and metadata services. */
export function hostname(name: string): Fragment {
  return {
    name: "hostname",
    files: [{ path: "/etc/hostname", mode: 0o644, overwrite: true, contents: `${name}\n` }],
  };
}
