import { Report } from "../report/index.js";

/** How a call ended: the code of gRPC, and what was said with it. */
export interface CallError {
  readonly code: number;
  readonly details: string;
}

/** Codes of gRPC (grpc.io, status codes) that mean that nobody answered. */
const deadlineExceeded = 4;
const unavailable = 14;

/** What a handshake says that fails: of the server's certificate, or of ours. */
const certificate =
  /certificate|altnames|self.signed|issuer|\bCA\b|\btls|\bssl|PEM|key values mismatch/i;

/** What a handshake says when the other side speaks no TLS. */
const plain = /wrong version number|packet length too long/;

/** Why a call to Matchbox came to nothing. */
export function judgeCall({ code, details }: CallError, endpoint: string): Report {
  const report = new Report();
  if (code !== unavailable && code !== deadlineExceeded) {
    report.error(
      "MATCHBOX_REFUSED",
      ["matchbox"],
      `Matchbox at ${endpoint} answers with an error: ${details}`,
      "look at Matchbox's log, and at the owner and the free space of its data folder",
    );
  } else if (certificate.test(details) && !plain.test(details)) {
    report.error(
      "MATCHBOX_CERTIFICATE",
      ["matchbox"],
      `no trust between here and Matchbox at ${endpoint}: ${reason(details)}`,
      "give the authority of the server's certificate as caCertificate, name the endpoint as that certificate does, and give a client certificate that Matchbox's -ca-file has signed",
    );
  } else {
    report.error(
      "MATCHBOX_UNREACHABLE",
      ["matchbox", "endpoint"],
      code === deadlineExceeded
        ? `no answer from ${endpoint} in time`
        : `no connection to ${endpoint}: ${reason(details)}`,
      "check that Matchbox runs with -rpc-address, and that the way to it is open",
    );
  }
  return report;
}

/** The innermost reason: gRPC puts it last, OpenSSL between two places of its sources. */
function reason(details: string): string {
  if (plain.test(details))
    return "what listens there speaks no TLS; machines boot from another address";
  const last = details.split(/Last error: (?:Error: )?/).at(-1) ?? "";
  const [text = ""] = last.split(/[.\s]*Resolution note:|\n/);
  return /error:[0-9A-F]{8}:[^:]*:[^:]*:([^:]+)/.exec(text)?.[1] ?? text;
}

/** A group as Matchbox has it. */
export interface Selecting {
  readonly id: string;
  readonly selector: Readonly<Record<string, string>>;
}

/** Groups of others that select a card by its address alone, as ours do. Raises MATCHBOX_CONFLICT. */
export function judgeGroups(ours: readonly Selecting[], all: readonly Selecting[]): Report {
  const report = new Report();
  const ids = new Set(ours.map(({ id }) => id));
  ours.forEach(({ selector: { mac } }, index) => {
    const rival = all.find(
      (each) =>
        !ids.has(each.id) && each.selector.mac === mac && Object.keys(each.selector).length === 1,
    );
    if (!rival || mac === undefined) return;
    report.error(
      "MATCHBOX_CONFLICT",
      ["macAddresses", index],
      `group "${rival.id}" of this Matchbox selects ${mac} as well`,
      "remove that group, or the machine from one of the two programs",
    );
  });
  return report;
}
