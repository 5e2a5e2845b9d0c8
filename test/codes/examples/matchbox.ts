import type * as pulumi from "@pulumi/pulumi";
import type { BareMetalInstanceArgs, MatchboxArgs } from "../../../src/baremetal/args.js";
import { checkMatchbox, checkProofs } from "../../../src/baremetal/check-matchbox.js";
import { judgeCall, judgeGroups } from "../../../src/matchbox/judge.js";
import type { matchboxCodes } from "../../../src/report/codes/matchbox.js";
import { Report } from "../../../src/report/index.js";
import { type Example, kind } from "../example.js";
import { printConstructor, shownAs } from "../print.js";

type Matchbox = pulumi.Unwrap<MatchboxArgs>;

const pem = (name: string, what: string) =>
  shownAs(`readFileSync("${name}", "utf8")`, `-----BEGIN ${what}-----\n${name}`);

const base: Matchbox = {
  endpoint: "matchbox.example.com:8081",
  httpUrl: "http://matchbox.example.com:8080",
  caCertificate: pem("ca.crt", "CERTIFICATE"),
  clientCertificate: pem("client.crt", "CERTIFICATE"),
  clientKey: pem("client.key", "PRIVATE KEY"),
};

/** A machine that boots from a Matchbox with these args. */
const machineOf = kind<Partial<Matchbox> & Pick<BareMetalInstanceArgs, "version">>(
  ({ version, ...own }) => {
    const matchbox = { ...base, ...own };
    return {
      language: "ts",
      text: printConstructor("BareMetalInstance", "node-a", {
        ...(version !== undefined && { version }),
        matchbox,
      }),
      report: checkMatchbox(matchbox, version).add(checkProofs(matchbox)),
    };
  },
);

/** What comes to light when Matchbox is called. */
const entering = kind<{ happens: string; report: Report }>(({ happens, report }) => ({
  language: "ts",
  text: `${printConstructor("BareMetalInstance", "node-a", { matchbox: base })}\n// ${happens}`,
  report,
}));

const lost = (details: string, code = 14) => judgeCall({ code, details }, base.endpoint);
const works = (happens: string) => ({ happens, report: new Report() });
const group = (id: string) => ({ id, selector: { mac: "52:54:00:aa:00:01" } });

export const matchboxExamples = {
  MATCHBOX_ENDPOINT: machineOf(
    { endpoint: "https://matchbox.example.com:8081" },
    { endpoint: "matchbox.example.com:8081" },
  ),
  MATCHBOX_PEM: machineOf({ clientKey: "./client.key" }, {}),
  MATCHBOX_RELEASE: machineOf({ version: "3510.3.8" }, { version: "4593.2.5" }),
  MATCHBOX_UNREACHABLE: entering(
    {
      happens: "Matchbox was started without -rpc-address",
      report: lost("No connection established. Last error: connect ECONNREFUSED 192.168.1.10:8081"),
    },
    works("Matchbox was started with -rpc-address=0.0.0.0:8081"),
  ),
  MATCHBOX_CERTIFICATE: entering(
    {
      happens: "the certificate of the server is for another name",
      report: lost(
        "No connection established. Last error: Error: Hostname/IP does not match certificate's altnames: Host: matchbox.example.com. is not in the cert's altnames: DNS:localhost",
      ),
    },
    works("the certificate of the server has DNS:matchbox.example.com"),
  ),
  MATCHBOX_REFUSED: entering(
    {
      happens: "the disk of the server is full",
      report: lost("write /var/lib/matchbox/profiles/node-a.json: no space left on device", 2),
    },
    works("the server has room again"),
  ),
  MATCHBOX_CONFLICT: entering(
    {
      happens: "group web of another program selects the card",
      report: judgeGroups([group("node-a-52-54-00-aa-00-01")], [group("web")]),
    },
    { happens: "group web is gone", report: judgeGroups([group("node-a-52-54-00-aa-00-01")], []) },
  ),
} satisfies Record<keyof typeof matchboxCodes, Example>;
