import { didYouMean } from "../report/index.js";
import { checkDataUrl } from "./data-url.js";
import { atLeast, defaultSpec, type SpecVersion } from "./versions.js";

/** What is wrong with a URL; the text never quotes it. */
export interface UrlProblem {
  readonly code:
    | "URL_INVALID"
    | "URL_SCHEME_UNKNOWN"
    | "URL_S3_ARN"
    | "URL_S3_VERSION"
    | "DATA_URL_INVALID";
  readonly message: string;
  readonly hint: string;
}

/** Which URLs are accepted. */
export interface UrlOptions {
  /** `gs` needs 3.2.0 and `arn` needs 3.4.0. Defaults to 3.4.0. */
  readonly spec?: SpecVersion;
  /** Accepts `oem://`. Defaults to false. */
  readonly oem?: boolean;
}

/** A URL cut as Go's net/url cuts it. */
export interface ParsedUrl {
  /** In lower case; empty when there is none. */
  readonly scheme: string;
  /** What follows the scheme when that does not start with a slash. */
  readonly opaque: string;
  readonly query: string;
}

const fetched = ["http", "https", "tftp", "s3", "data"];
/** Schemes of their own that resemble one of these. */
const otherSchemes = new Set(["ftp", "ftps", "sftp"]);

/** Whether Ignition can fetch from a URL; undefined when it can. The URL may be reachable or not. */
export function checkUrl(url: string, options: UrlOptions = {}): UrlProblem | undefined {
  // Most sources are such; a line break may stand in base64, but not in a URL.
  if (/^data:(;base64)?,/.test(url) && !url.includes("\n") && checkDataUrl(url) === undefined) {
    return undefined;
  }
  const parsed = parseUrl(url);
  if (!parsed) return invalidUrl;
  const spec = options.spec ?? defaultSpec;
  switch (parsed.scheme) {
    case "http":
    case "https":
    case "tftp":
      return undefined;
    case "s3":
      return checkS3Version(parsed);
    case "data":
      return checkData(url);
    case "gs":
      if (atLeast(spec, "3.2.0")) return undefined;
      return newScheme("gs", "3.2.0", spec);
    case "arn":
      if (atLeast(spec, "3.4.0")) return checkArn(parsed);
      return newScheme("arn", "3.4.0", spec);
    default:
      if (parsed.scheme === "oem" && options.oem) return undefined;
      return unknownScheme(parsed.scheme, spec);
  }
}

/** The problem of a text that is no URL at all. */
export const invalidUrl: UrlProblem = {
  code: "URL_INVALID",
  message: "this is not a URL",
  hint: "write a URL such as https://example.com/file; percent-escape spaces, control characters and a lone % as %25",
};

function newScheme(scheme: string, since: SpecVersion, spec: SpecVersion): UrlProblem {
  return {
    code: "URL_SCHEME_UNKNOWN",
    message: `${scheme} URLs need spec ${since}, and this config is of spec ${spec}`,
    hint: `use spec ${since} or newer, or fetch from another kind of URL`,
  };
}

function unknownScheme(scheme: string, spec: SpecVersion): UrlProblem {
  const known = [
    ...fetched,
    ...(atLeast(spec, "3.2.0") ? ["gs"] : []),
    ...(atLeast(spec, "3.4.0") ? ["arn"] : []),
  ];
  const near = scheme && !otherSchemes.has(scheme) && didYouMean(scheme, known);
  const oem = scheme === "oem" ? "; only Flatcar's own Ignition reads oem:// URLs" : "";
  return {
    code: "URL_SCHEME_UNKNOWN",
    message: scheme ? `Ignition cannot fetch from ${scheme} URLs${oem}` : "the URL has no scheme",
    hint: near ? `did you mean ${near}?` : `use one of ${known.join(", ")}`,
  };
}

function checkData(url: string): UrlProblem | undefined {
  const problem = checkDataUrl(url);
  return problem === undefined
    ? undefined
    : {
        code: "DATA_URL_INVALID",
        message: `the data URL is malformed: ${problem}`,
        hint: "give the bytes as contents and let them be encoded, or write data:;base64, and padded base64",
      };
}

function checkS3Version({ query }: ParsedUrl): UrlProblem | undefined {
  return firstQueryValue(query, "versionId") === ""
    ? {
        code: "URL_S3_VERSION",
        message: "versionId is empty",
        hint: "give versionId the version of the object, or leave it out for the newest",
      }
    : undefined;
}

function checkArn(parsed: ParsedUrl): UrlProblem | undefined {
  const arn = `arn:${parsed.opaque}`;
  const sections = arn.split(":");
  const slashes = arn.split("/").length - 1;
  const needed = sections.slice(5).join(":").startsWith("accesspoint/") ? 2 : 1;
  if (sections.length >= 6 && sections[2] === "s3" && slashes >= needed)
    return checkS3Version(parsed);
  return {
    code: "URL_S3_ARN",
    message: "the ARN does not name an object in S3",
    hint: "write arn:PARTITION:s3:::BUCKET/KEY or arn:PARTITION:s3:REGION:ACCOUNT:accesspoint/NAME/object/KEY",
  };
}

function firstQueryValue(query: string, name: string): string | undefined {
  for (const pair of query.split("&")) {
    if (pair.includes(";")) continue;
    const index = pair.indexOf("=");
    const key = unescapeQuery(index < 0 ? pair : pair.slice(0, index));
    const value = unescapeQuery(index < 0 ? "" : pair.slice(index + 1));
    if (key === name && value !== undefined) return value;
  }
  return undefined;
}

function unescapeQuery(text: string): string | undefined {
  if (badEscape.test(text)) return undefined;
  return text
    .replaceAll("+", " ")
    .replace(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const control = /[^ -~\u0080-\uffff]/;
const badEscape = /%(?![\dA-Fa-f]{2})/;
const schemePattern = /^([A-Za-z][A-Za-z0-9+.-]*):/;
const badUser = /[^A-Za-z0-9\-._:~!$&'()*+,;=%@]|%(?![\dA-Fa-f]{2})/;
// In a host only bytes outside of ASCII may be escaped, so the first digit is 8 or more.
const badHost = /[^A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"%\u0080-\uffff]|%(?!25|[89a-fA-F][\dA-Fa-f])/;
const badZone = /[^A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"%\u0080-\uffff]|%(?![\dA-Fa-f]{2})/;
/** Go takes only an IPv6 address in brackets; what has its characters is good enough here. */
const isIpv6Text = /^[\dA-Fa-f.]*:[\dA-Fa-f:.]*$/;
const portPattern = /^(?::\d*)?$/;

/** Cuts a URL as Go's net/url does; undefined when that refuses it. */
export function parseUrl(url: string): ParsedUrl | undefined {
  const hash = url.indexOf("#");
  const main = hash < 0 ? url : url.slice(0, hash);
  if (control.test(main) || (hash >= 0 && badEscape.test(url.slice(hash + 1)))) return undefined;
  if (main.startsWith(":")) return undefined;
  const scheme = schemePattern.exec(main)?.[1] ?? "";
  const afterScheme = scheme ? main.slice(scheme.length + 1) : main;
  const mark = afterScheme.indexOf("?");
  const rest = mark < 0 ? afterScheme : afterScheme.slice(0, mark);
  const query = mark < 0 ? "" : afterScheme.slice(mark + 1);
  const parsed = { scheme: scheme.toLowerCase(), opaque: "", query };
  if (!rest.startsWith("/")) {
    if (scheme) return { ...parsed, opaque: rest };
    const [segment = ""] = rest.split("/", 1);
    return segment.includes(":") || badEscape.test(rest) ? undefined : parsed;
  }
  return acceptsHierarchy(scheme, rest) ? parsed : undefined;
}

function acceptsHierarchy(scheme: string, rest: string): boolean {
  if (!rest.startsWith("//") || (!scheme && rest.startsWith("///"))) return !badEscape.test(rest);
  const slash = rest.indexOf("/", 2);
  const authority = slash < 0 ? rest.slice(2) : rest.slice(2, slash);
  const at = authority.lastIndexOf("@");
  const user = authority.slice(0, Math.max(at, 0));
  return (
    !badUser.test(user) &&
    acceptsHost(authority.slice(at + 1)) &&
    (slash < 0 || !badEscape.test(rest.slice(slash)))
  );
}

function acceptsHost(host: string): boolean {
  const open = host.lastIndexOf("[");
  if (open > 0) return false;
  if (open === 0) {
    const close = host.lastIndexOf("]");
    if (close < 0 || !portPattern.test(host.slice(close + 1))) return false;
    const zone = host.indexOf("%25");
    const address = host.slice(1, zone < 0 ? close : zone);
    return isIpv6Text.test(address) && (zone < 0 || !badZone.test(host.slice(zone, close)));
  }
  const colon = host.lastIndexOf(":");
  return (colon < 0 || portPattern.test(host.slice(colon))) && !badHost.test(host);
}
