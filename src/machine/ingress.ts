import { isIP } from "node:net";
import { at, type Path, Report } from "../report/index.js";

/** Transport protocols that a rule may let in. */
export const Protocol = {
  /** Streams, as of HTTP and SSH. */
  Tcp: "tcp",
  /** Datagrams, as of DNS and QUIC. */
  Udp: "udp",
} as const;

/** Transport protocols that a rule may let in. */
export type Protocol = (typeof Protocol)[keyof typeof Protocol];

/** One thing that may reach a machine. */
export interface IngressRuleArgs {
  /** Name of the rule, unlike that of any other rule of the machine. INGRESS_NAME. */
  name: string;

  /** Port, 1 to 65535; the first one when there is a toPort. INGRESS_PORT. */
  port: number;

  /** Last port of a range. Defaults to port. */
  toPort?: number;

  /** Transport protocol. Defaults to tcp. */
  protocol?: Protocol;

  /** Addresses that may connect, as in 0.0.0.0/0, 192.0.2.7/32 or 2001:db8::/32. INGRESS_SOURCE. */
  source: string;
}

const name = /^[a-z][a-z0-9-]*$/;
/** Whether a source is of IPv6. */
export function isIpv6(source: string): boolean {
  return source.includes(":");
}

/** Raises INGRESS_NAME, INGRESS_PORT and INGRESS_SOURCE. */
export function checkIngress(rules: readonly Partial<IngressRuleArgs>[], path: Path): Report {
  const report = new Report();
  rules.forEach((rule, index) => {
    const place = at(path, index);
    checkName(rule.name, rules.slice(0, index), at(place, "name"), report);
    checkPort(rule.port, 1, at(place, "port"), report);
    checkPort(rule.toPort, rule.port ?? 1, at(place, "toPort"), report);
    checkSource(rule.source, at(place, "source"), report);
  });
  return report;
}

function checkName(
  text: string | undefined,
  before: readonly Partial<IngressRuleArgs>[],
  path: Path,
  report: Report,
): void {
  if (text === undefined) return;
  if (!name.test(text)) {
    report.error(
      "INGRESS_NAME",
      path,
      `"${text}" cannot name a rule: it may hold lower-case letters, digits and hyphens, a letter first`,
      "name the rule after what it lets in, as in https",
    );
  } else if (before.some((other) => other.name === text)) {
    report.error(
      "INGRESS_NAME",
      path,
      `"${text}" names another rule of this machine already`,
      "give one of the two rules another name",
    );
  }
}

function checkPort(port: number | undefined, least: number, path: Path, report: Report): void {
  if (port === undefined || (Number.isInteger(port) && port >= least && port <= 65_535)) return;
  report.error(
    "INGRESS_PORT",
    path,
    `${port} is not a port from ${least} to 65535`,
    "give a whole number; the last port of a range is not below the first",
  );
}

function checkSource(source: string | undefined, path: Path, report: Report): void {
  if (source === undefined) return;
  const [address = "", prefix = "", ...rest] = source.split("/");
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (rest.length === 0 && /^\d+$/.test(prefix) && Number(prefix) <= bits) return;
  report.error(
    "INGRESS_SOURCE",
    path,
    `"${source}" is not a range of addresses`,
    "write address and prefix length, as in 192.0.2.7/32; 0.0.0.0/0 is everybody",
  );
}
