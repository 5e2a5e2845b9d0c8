import { at, type Path, Report } from "../report/index.js";
import { Readiness } from "./wanted.js";

/** What is said about how a machine is provisioned, as far as it is known. */
export interface ProvisionWords {
  readonly bmc?: { readonly shutdownTimeoutSeconds?: number };
  readonly readiness?: Readiness;
  readonly readinessTimeoutMinutes?: number;
  readonly address?: string;
  readonly phoneHomeUrl?: string;
  readonly generation?: number;
}

/** What a boot directory says for all its machines. */
export interface DirectoryWords {
  readonly baseUrl?: string;
  readonly serve?: boolean;
  readonly phoneHomeUrl?: string;
  readonly maxUnavailable?: number;
}

const dayInMinutes = 24 * 60;
const hourInSeconds = 60 * 60;

/**
 * How it will show that a machine is up: what it says itself, and with a BMC a report, where there is an address for it.
 */
export function readinessOf(words: { bmc?: unknown; readiness?: Readiness }): Readiness {
  return words.readiness ?? (words.bmc === undefined ? Readiness.None : Readiness.PhoneHome);
}

/** Raises READINESS_UNSET, READINESS_ADDRESS, READINESS_PHONE_HOME_URL, READINESS_TIMEOUT and PROVISION_GENERATION. */
export function checkProvision(words: ProvisionWords, canPhoneHome: boolean): Report {
  const { readiness, readinessTimeoutMinutes, address, generation = 1, bmc } = words;
  const report = checkPhoneHomeUrl(words.phoneHomeUrl, ["phoneHomeUrl"]);
  if (readinessOf(words) === Readiness.PhoneHome && !canPhoneHome) {
    report.error(
      readiness === undefined ? "READINESS_UNSET" : "READINESS_PHONE_HOME_URL",
      ["readiness"],
      readiness === undefined
        ? "the machine is switched on by its bmc, and how it shows that it is up is not said"
        : "the machine reports that it is up, and where to is not said",
      "give the boot directory serve: true or a phoneHomeUrl, or say readiness: ssh with an address, or readiness: none",
    );
  }
  if (readinessOf(words) === Readiness.Ssh && address === undefined) {
    report.error(
      "READINESS_ADDRESS",
      ["address"],
      "the SSH port of the machine shows that it is up, and its address is not said",
      "give the machine an address, which DHCP then gives it",
      { missing: ["address"] },
    );
  }
  checkRange(report, "READINESS_TIMEOUT", ["readinessTimeoutMinutes"], readinessTimeoutMinutes, {
    least: 1 / 60,
    most: dayInMinutes,
    unit: "minutes",
  });
  checkRange(
    report,
    "PROVISION_SHUTDOWN",
    ["bmc", "shutdownTimeoutSeconds"],
    bmc?.shutdownTimeoutSeconds,
    { least: 0, most: hourInSeconds, unit: "seconds" },
  );
  if (!Number.isSafeInteger(generation) || generation < 1) {
    report.error(
      "PROVISION_GENERATION",
      ["generation"],
      `${generation} is no generation: they are whole numbers from 1`,
      "raise it by one to provision the machine anew",
    );
  }
  return report;
}

/** Raises READINESS_PHONE_HOME_URL, PROVISION_SERVE and PROVISION_MAX_UNAVAILABLE. */
export function checkDirectoryWords(words: DirectoryWords): Report {
  const { baseUrl, serve, maxUnavailable = 1 } = words;
  const report = checkPhoneHomeUrl(words.phoneHomeUrl, ["phoneHomeUrl"]);
  if (serve && baseUrl?.startsWith("https:")) {
    report.error(
      "PROVISION_SERVE",
      ["serve"],
      "pulumi up serves the directory by http, and its address is one of https",
      "give baseUrl with http, or leave serve out and run a web server",
    );
  }
  if (!Number.isSafeInteger(maxUnavailable) || maxUnavailable < 1) {
    report.error(
      "PROVISION_MAX_UNAVAILABLE",
      ["maxUnavailable"],
      `${maxUnavailable} is no number of machines that may be away: at least one has to be`,
      "leave it out for one at a time",
    );
  }
  return report;
}

function checkPhoneHomeUrl(url: string | undefined, path: Path): Report {
  const report = new Report();
  if (url !== undefined && !/^http:\/\/[^\s/?#@"'$]+\/?$/.test(url)) {
    report.error(
      "READINESS_PHONE_HOME_URL",
      path,
      "not an address that machines can report to: it needs http and a host, and no user, path or query",
      "give the address of this computer on the boot network and a free port, as in http://192.168.1.10:8079",
    );
  }
  return report;
}

function checkRange(
  report: Report,
  code: "READINESS_TIMEOUT" | "PROVISION_SHUTDOWN",
  path: Path,
  value: number | undefined,
  { least, most, unit }: { least: number; most: number; unit: string },
): void {
  if (value === undefined || (value >= least && value <= most)) return;
  const limits = least === 0 ? `more than ${most}` : `from a second to ${most}`;
  report.error(
    code,
    at(path),
    `${value} ${unit} is ${least === 0 ? "less than none or " : "not "}${limits}`,
    "leave it out for the usual time",
  );
}
