import { didYouMean } from "../report/index.js";
import { byteLength, type Checker, missing, missingIf, quoted } from "./checker.js";
import type { HttpHeader, Resource, Verification } from "./spec.js";
import { checkUrl, parseUrl } from "./url.js";

/** Contents of files and keys: compression, hash, source and headers. */
export function checkResource(resource: Resource, check: Checker): void {
  checkCompression(resource, check);
  if (resource.verification?.hash !== undefined && resource.source === undefined) {
    check.error(
      "HASH_WITHOUT_SOURCE",
      ["verification", "hash"],
      "a hash is given for contents that have no source",
      "set source to the URL that the hash belongs to, or remove the hash",
      missing,
    );
  }
  checkSource(resource.source, ["source"], check);
  checkHeaderScheme(resource, check);
}

/** A reference to a config or a certificate authority; spec 3.0 knows less about it than about files. */
export function checkReference(reference: Resource, check: Checker): void {
  if (check.atLeast("3.1.0")) checkResource(reference, check);
  else checkSource(reference.source, ["source"], check);
}

/** The source that `ignition.config.merge` and certificate authorities must have. */
export function checkRequiredSource(
  resource: Resource,
  below: readonly (string | number)[],
  check: Checker,
): void {
  if (resource.source) {
    checkSource(resource.source, below, check);
    return;
  }
  check.error(
    "SOURCE_REQUIRED",
    below,
    "there is no source to fetch from",
    "set source to a URL, or remove the entry",
    missingIf(resource.source),
  );
}

/** Raises the issues of `checkUrl` for a URL that may be left out. */
function checkSource(
  source: string | undefined,
  below: readonly (string | number)[],
  check: Checker,
): void {
  const problem = source ? checkUrl(source, check) : undefined;
  if (problem) check.error(problem.code, below, problem.message, problem.hint);
}

function checkCompression({ compression }: Resource, check: Checker): void {
  if (compression === undefined || compression === "" || compression === "gzip") return;
  check.error(
    "COMPRESSION_UNKNOWN",
    ["compression"],
    `Ignition cannot decompress ${quoted(compression)}`,
    'use "gzip", or "" for contents that are not compressed',
  );
}

function checkHeaderScheme({ httpHeaders, source }: Resource, check: Checker): void {
  if (!httpHeaders?.length) return;
  const scheme = source ? parseUrl(source)?.scheme : undefined;
  if (scheme === undefined) {
    check.error(
      "URL_INVALID",
      ["httpHeaders"],
      "HTTP headers are given, and there is no URL to send them to",
      "set source to an http or https URL, or remove httpHeaders",
      missingIf(source),
    );
  } else if (scheme !== "http" && scheme !== "https") {
    check.error(
      "HEADERS_NEED_HTTP",
      ["httpHeaders"],
      `HTTP headers cannot be sent with ${scheme ? `a ${scheme} URL` : "a URL without a scheme"}`,
      "use an http or https URL, or remove httpHeaders",
    );
  }
}

/** One HTTP header. A header without a value is legal: in a merge it removes the parent's. */
export function checkHeader(header: HttpHeader, check: Checker): void {
  if (!header.name) {
    check.error(
      "HEADER_NAME_EMPTY",
      ["name"],
      "an HTTP header has no name",
      "set name, such as Accept",
      missingIf(header.name),
    );
  }
  if (header.value === "") {
    check.error(
      "HEADER_VALUE_EMPTY",
      ["value"],
      "an HTTP header has an empty value",
      "set value, or leave it out to remove a header that an earlier config set",
    );
  }
}

const digestLengths = new Map([
  ["sha512", 128],
  ["sha256", 64],
]);

/** The form of a hash. Whether the digits are hexadecimal is not checked, as upstream. */
export function checkVerification({ hash }: Verification, check: Checker): void {
  if (hash === undefined) return;
  const dash = hash.indexOf("-");
  if (dash < 0) {
    check.error(
      "HASH_MALFORMED",
      ["hash"],
      'a hash must be the name of its function, "-" and the digest',
      "write sha512- and the 128 digits of sha512sum, in lower case",
    );
    return;
  }
  const name = hash.slice(0, dash);
  const known = [...digestLengths.keys()].filter(
    (each) => each === "sha512" || check.atLeast("3.1.0"),
  );
  const length = known.includes(name) ? digestLengths.get(name) : undefined;
  const digits = byteLength(hash) - dash - 1;
  if (length === undefined) {
    const near = didYouMean(name, known);
    check.error(
      "HASH_UNKNOWN",
      ["hash"],
      `the hash is not made by ${known.join(" or ")}`,
      near
        ? `did you mean ${near}-?`
        : `start it with ${known.map((each) => `${each}-`).join(" or ")}`,
    );
  } else if (digits !== length) {
    check.error(
      "HASH_LENGTH",
      ["hash"],
      `a ${name} digest has ${length} digits, and this one has ${digits}`,
      `copy all ${length} hexadecimal digits of ${name}sum`,
    );
  }
}
