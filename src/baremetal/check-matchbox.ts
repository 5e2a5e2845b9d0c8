import type * as pulumi from "@pulumi/pulumi";
import { highestSpec } from "../flatcar/index.js";
import { atLeast } from "../ignition/index.js";
import { platforms } from "../platforms/index.js";
import { checkBaseUrl } from "../pxe/index.js";
import { Report } from "../report/index.js";
import type { BareMetalInstanceArgs, MatchboxArgs } from "./args.js";

/** Raises PXE_DESTINATION; whether an arg is given can be seen before its value is known. */
export function checkDestination({ directory, baseUrl, matchbox }: BareMetalInstanceArgs): Report {
  const report = new Report();
  if (matchbox) {
    if (directory === undefined && baseUrl === undefined) return report;
    report.error(
      "PXE_DESTINATION",
      ["matchbox"],
      "both a boot directory and matchbox are given",
      "leave one of them out: directory with baseUrl, or matchbox",
    );
  } else if (directory === undefined || baseUrl === undefined) {
    report.error(
      "PXE_DESTINATION",
      [directory === undefined ? "directory" : "baseUrl"],
      "neither a boot directory with its baseUrl nor matchbox is given, so that boot files have no place to go",
      "give directory and baseUrl of a PxeBootDirectory, or matchbox",
    );
  }
  return report;
}

/** Raises MATCHBOX_ENDPOINT, PXE_URL_INVALID and MATCHBOX_RELEASE. */
export function checkMatchbox(
  matchbox: pulumi.Unwrap<Pick<MatchboxArgs, "endpoint" | "httpUrl">> | undefined,
  version: string | undefined,
): Report {
  const report = new Report();
  if (!matchbox) return report;
  const { endpoint, httpUrl } = matchbox;
  if (endpoint !== undefined && !/^(\[[0-9a-f:.]+\]|[\w.-]+):\d{1,5}$/i.test(endpoint)) {
    report.error(
      "MATCHBOX_ENDPOINT",
      ["matchbox", "endpoint"],
      "not the address of a gRPC API: it needs a host and a port, and nothing else",
      "give it as matchbox.example.com:8081",
    );
  }
  const { highestSpec: served } = platforms.matchbox;
  const read = version === undefined ? undefined : highestSpec(version);
  if (read && served && !atLeast(read, served)) {
    report.error(
      "MATCHBOX_RELEASE",
      ["version"],
      `Matchbox serves every config as spec ${served}, and Flatcar ${version} reads specs up to ${read}`,
      "use a release that is still supported, or a boot directory in place of Matchbox",
    );
  }
  return report.add(checkBaseUrl(httpUrl, ["matchbox", "httpUrl"]));
}

/** What each text must hold. */
const proofs = {
  caCertificate: /-----BEGIN CERTIFICATE-----/,
  clientCertificate: /-----BEGIN CERTIFICATE-----/,
  clientKey: /-----BEGIN ((RSA|EC) )?PRIVATE KEY-----/,
} as const;

/** Raises MATCHBOX_PEM. */
export function checkProofs(matchbox: pulumi.Unwrap<MatchboxArgs> | undefined): Report {
  const report = new Report();
  for (const [name, shape] of Object.entries(proofs)) {
    const text = matchbox?.[name as keyof typeof proofs];
    if (text === undefined || shape.test(text)) continue;
    const what = name === "clientKey" ? "an unencrypted private key" : "a certificate";
    report.error(
      "MATCHBOX_PEM",
      ["matchbox", name],
      `not the PEM text of ${what}`,
      'give what is in the file and not its name: readFileSync(name, "utf8")',
    );
  }
  return report;
}
