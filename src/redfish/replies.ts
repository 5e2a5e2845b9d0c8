import { at, type IssueCode, type Path, Report } from "../report/index.js";
import { textAt, valueAt } from "./document.js";
import type { Reply } from "./exchange.js";

/** What a BMC was asked for. */
export type Errand = "login" | "read" | "override" | "power";

/** Where the args of a BMC stand in those of a machine. */
export const bmcPath: Path = Object.freeze(["bmc"]);

const errands: Readonly<
  Record<Errand, { code: IssueCode; path: Path; doing: string; hint: string }>
> = Object.freeze({
  login: {
    code: "BMC_LOGIN",
    path: at(bmcPath, "password"),
    doing: "open a session",
    hint: "correct username and password: an account of the BMC is meant, not one of the operating system",
  },
  read: {
    code: "BMC_REPLY",
    path: at(bmcPath, "endpoint"),
    doing: "show what it manages",
    hint: "look whether Redfish is turned on in the BMC's own settings, and whether the address is that of the BMC",
  },
  override: {
    code: "BMC_BOOT_OVERRIDE",
    path: bmcPath,
    doing: "boot the machine from another source",
    hint: "look into the log of the BMC; newer firmware of the BMC may mend it",
  },
  power: {
    code: "BMC_POWER",
    path: bmcPath,
    doing: "change the machine's power",
    hint: "look into the log of the BMC, and switch the machine by hand once",
  },
});

/** What to make of a reply. */
export interface Verdict {
  /** Why it is not what was asked for; undefined when it is. */
  readonly report?: Report;
  /** Whether the same question may have another answer soon. */
  readonly again: boolean;
  /** How long the BMC asks to be left alone, in milliseconds. */
  readonly pause?: number;
}

/** Answers of a BMC that is busy or restarts. */
const passing = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * HPE's iLO takes no new boot source while the machine is in its self-test (openstack/ironic, management.py); Dell's
 * iDRAC 10 takes no On right after an off (openstack/ironic, power.py).
 */
const passingMessages = /UnableToModifyDuringSystemPOST|ActionParameterValueConflict|ResourceInUse/;

/** The longest that a BMC may ask to be left alone for. */
const longestPause = 30_000;

/** Raises BMC_LOGIN, BMC_REPLY, BMC_BOOT_OVERRIDE and BMC_POWER for a reply that is not a yes. */
export function judgeReply(errand: Errand, reply: Reply): Verdict {
  const { status } = reply;
  if (status >= 200 && status < 300) return { again: false };
  const { code, path, doing, hint } = errands[errand];
  const report = new Report();
  const messages = messageIds(reply.body);
  if (status === 401 || (errand === "login" && status === 400)) {
    const { code, path, hint } = errands.login;
    report.error(
      code,
      path,
      `the BMC does not take this user name and password (${said(reply)})`,
      hint,
    );
    return { report, again: false };
  }
  if (status === 403) {
    report.error(
      "BMC_LOGIN",
      at(bmcPath, "username"),
      `the BMC knows this account and does not let it ${doing} (${said(reply)})`,
      "give the account the role of an operator or administrator",
    );
    return { report, again: false };
  }
  if (passing.has(status)) {
    report.error(
      code,
      path,
      `asked to ${doing}, the BMC goes on answering that it cannot now (${said(reply)})`,
      "give it some minutes, restart it if it is stuck, then run pulumi up again",
    );
  } else report.error(code, path, `the BMC does not ${doing} (${said(reply)})`, hint);
  return {
    report,
    again: passing.has(status) || messages.some((id) => passingMessages.test(id)),
    pause: pauseOf(reply),
  };
}

/** Raises BMC_REPLY for a first page that is none of a Redfish service. */
export function checkRoot({ status, body }: Reply, endpoint: string): Report {
  const report = new Report();
  if (textAt(body, "RedfishVersion") === undefined) {
    const { code, path, hint } = errands.read;
    report.error(
      code,
      path,
      `what answers at ${endpoint} is no Redfish service (HTTP ${status})`,
      hint,
    );
  }
  return report;
}

/** Raises BMC_TIMEOUT for a machine that did not get to a power state in time. */
export function notReached(wanted: string, found: string | undefined, limit: number): Report {
  const report = new Report();
  report.error(
    "BMC_TIMEOUT",
    bmcPath,
    `the BMC took the order, and after ${limit / 1000} s the machine is ${found ?? "in no state that it names"} instead of ${wanted}`,
    "look into the log of the BMC, restart the BMC if it is stuck, then run pulumi up again",
  );
  return report;
}

/** The status and the names of the messages; their texts may repeat what was sent. */
function said({ status, body }: Reply): string {
  return [`HTTP ${status}`, ...messageIds(body)].join(", ");
}

/** Names of the messages in an error of Redfish, as in Base.1.8.PropertyNotWritable. */
export function messageIds(body: unknown): string[] {
  const list = valueAt(body, "error", "@Message.ExtendedInfo");
  const named = (Array.isArray(list) ? list : [list]).flatMap(
    (item) => textAt(item, "MessageId") ?? textAt(item, "MessageID") ?? [],
  );
  const all = named.length > 0 ? named : [textAt(body, "error", "code") ?? ""];
  return [...new Set(all)].filter((id) => /^[\w.]{1,80}$/.test(id)).slice(0, 3);
}

function pauseOf({ headers }: Reply): number | undefined {
  const seconds = Number(headers["retry-after"]);
  return seconds > 0 ? Math.min(seconds * 1000, longestPause) : undefined;
}

/** Codes that Node has for a certificate that does not pass. */
const certificateCodes =
  /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_|INVALID_CA|PATH_LENGTH|HOSTNAME_MISMATCH)/;

/** Raises BMC_CERTIFICATE and BMC_UNREACHABLE for a request that got no reply. */
export function judgeError(
  error: unknown,
  endpoint: string,
  answerLimit: number,
): Verdict & { readonly report: Report } {
  const code = textAt(error, "code") ?? "";
  const report = new Report();
  if (certificateCodes.test(code)) {
    report.error(
      "BMC_CERTIFICATE",
      at(bmcPath, "caCertificate"),
      `the certificate shown at ${endpoint} is not trusted (${code})`,
      "give caCertificate: the authority that signed it, or the certificate itself, once you know that it is the BMC's",
    );
    return { report, again: false };
  }
  const why =
    code === "ABORT_ERR" ? `no answer within ${answerLimit / 1000} s` : code || "connection lost";
  report.error(
    "BMC_UNREACHABLE",
    at(bmcPath, "endpoint"),
    `nothing answers at ${endpoint} (${why})`,
    "check the address, that the BMC has power, and that it can be reached from where pulumi runs",
  );
  return { report, again: true };
}
