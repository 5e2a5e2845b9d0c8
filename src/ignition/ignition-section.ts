import { type Checker, missingIf } from "./checker.js";
import { checkRequiredSource } from "./resource.js";
import type {
  ConfigReferences,
  IgnitionSection,
  Proxy as ProxySettings,
  Resource,
  Security,
} from "./spec.js";
import { checkUrl, invalidUrl, parseUrl } from "./url.js";
import { readVersion, supportedSpecs } from "./versions.js";

/** The version the document names must be the one it is judged by. */
export function checkIgnitionSection({ version }: IgnitionSection, check: Checker): void {
  const problem = versionProblem(version);
  if (problem) {
    check.error(problem.code, ["version"], problem.message, problem.hint, missingIf(version));
    return;
  }
  const reading = readVersion(version ?? "");
  if (reading.kind !== "supported" || reading.spec === check.spec) return;
  check.error(
    "SPEC_VERSION_MISMATCH",
    ["version"],
    `the document is of spec ${reading.spec}, and spec ${check.spec} is wanted here`,
    `set version to ${JSON.stringify(check.spec)}, or leave it out`,
  );
}

/** What is wrong with a version as such. */
export interface VersionProblem {
  readonly code:
    | "SPEC_VERSION_MALFORMED"
    | "SPEC_VERSION_OLD"
    | "SPEC_VERSION_EXPERIMENTAL"
    | "SPEC_VERSION_UNKNOWN";
  readonly message: string;
  readonly hint: string;
}

/** Why a version is not a supported stable spec; undefined when it is. */
export function versionProblem(version: string | undefined): VersionProblem | undefined {
  const use = `use one of ${supportedSpecs.join(", ")}`;
  const shown = JSON.stringify((version ?? "").slice(0, 40));
  switch (version ? readVersion(version).kind : "malformed") {
    case "supported":
      return undefined;
    case "malformed":
      return {
        code: "SPEC_VERSION_MALFORMED",
        message: version
          ? `${shown} is not a version of three numbers`
          : "the document names no spec version",
        hint: `set ignition.version; ${use}`,
      };
    case "old":
      return {
        code: "SPEC_VERSION_OLD",
        message: `spec ${shown} is an older format, which spec 3 replaced`,
        hint: `convert the document to spec 3, for which there is ign-converter; ${use}`,
      };
    case "experimental":
      return {
        code: "SPEC_VERSION_EXPERIMENTAL",
        message: `spec ${shown} is experimental: only some Ignition releases read it, and its meaning changes`,
        hint: use,
      };
    case "unknown":
      return {
        code: "SPEC_VERSION_UNKNOWN",
        message: `spec ${shown} is not one that this library knows`,
        hint: use,
      };
  }
}

/** Each config to merge must have a source; a bad one is reported there and at the entry, as upstream. */
export function checkReferences({ merge }: ConfigReferences, check: Checker): void {
  if (check.atLeast("3.1.0")) checkEntries(merge, "merge", check);
}

/** Each certificate authority must have a source. */
export function checkTls(
  { certificateAuthorities }: NonNullable<Security["tls"]>,
  check: Checker,
): void {
  if (check.atLeast("3.1.0")) {
    checkEntries(certificateAuthorities, "certificateAuthorities", check);
    return;
  }
  // To spec 3.0 the source is a plain text, so that none at all is a URL without a scheme.
  const problem = checkUrl("", check);
  certificateAuthorities?.forEach((each, index) => {
    if (!each || each.source || !problem) return;
    const below = ["certificateAuthorities", index, "source"];
    check.error(problem.code, below, problem.message, problem.hint, missingIf(each.source));
  });
}

function checkEntries(entries: Resource[] | undefined, list: string, check: Checker): void {
  entries?.forEach((each, index) => {
    if (each) checkRequiredSource(each, [list, index], check);
  });
}

/** Proxies are http or https; an http proxy for https is only warned about. */
export function checkProxy({ httpProxy, httpsProxy }: ProxySettings, check: Checker): void {
  checkProxyUrl(httpProxy, "httpProxy", check);
  checkProxyUrl(httpsProxy, "httpsProxy", check);
}

function checkProxyUrl(url: string | undefined, name: string, check: Checker): void {
  if (url === undefined) return;
  const scheme = parseUrl(url)?.scheme;
  if (scheme === undefined) {
    check.error(invalidUrl.code, [name], invalidUrl.message, invalidUrl.hint);
  } else if (scheme !== "http" && scheme !== "https") {
    check.error(
      "PROXY_SCHEME",
      [name],
      scheme ? `a proxy cannot be reached by ${scheme}` : "the URL of the proxy has no scheme",
      `start ${name} with http:// or https://`,
    );
  } else if (scheme === "http" && name === "httpsProxy") {
    check.warning(
      "PROXY_INSECURE",
      [name],
      "requests for https resources reach this proxy over plain http",
      "use an https:// proxy if it speaks TLS",
    );
  }
}
