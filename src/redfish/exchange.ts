import { X509Certificate } from "node:crypto";
import { type RequestOptions, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import {
  type ConnectionOptions,
  checkServerIdentity,
  getCACertificates,
  rootCertificates,
} from "node:tls";
import type { BmcAccess } from "./access.js";
import { splitCertificates } from "./certificates.js";

/** What is sent to a BMC. */
export interface Question {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Path of a resource, as in /redfish/v1/Systems. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** What a BMC answered. */
export interface Reply {
  readonly status: number;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON document, or undefined when there is none. */
  readonly body: unknown;
}

/** The longest answer that is read. */
const longestBody = 4 * 1024 * 1024;

/** One request over a connection of its own; BMCs drop idle ones without a word. Throws what Node throws. */
export async function exchange(
  access: BmcAccess,
  { method, path, headers, body }: Question,
  signal: AbortSignal,
): Promise<Reply> {
  const url = new URL(path, access.endpoint);
  const text = body === undefined ? undefined : JSON.stringify(body);
  const options: RequestOptions = {
    method,
    agent: false,
    signal,
    headers: {
      Accept: "application/json",
      "OData-Version": "4.0",
      ...(text !== undefined && {
        "Content-Type": "application/json",
        "Content-Length": Buffer.byteLength(text),
      }),
      ...headers,
    },
  };
  return new Promise((resolve, reject) => {
    const request =
      url.protocol === "https:"
        ? requestSecure(url, { ...options, ...trust(access) })
        : requestPlain(url, options);
    request.on("error", reject);
    request.on("response", (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      response.on("data", (part: Buffer) => {
        size += part.length;
        if (size > longestBody) request.destroy(new Error("the answer is too long"));
        parts.push(part);
      });
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
          ),
          body: parse(Buffer.concat(parts).toString("utf8")),
        }),
      );
    });
    request.end(text);
  });
}

/**
 * Whose certificates are taken. A BMC's own certificate, given as the authority, is known by itself: those that BMCs
 * make for themselves rarely name the address that one reaches them by.
 */
function trust({ caCertificate, insecure }: BmcAccess): ConnectionOptions {
  if (insecure) return { rejectUnauthorized: false };
  if (caCertificate === undefined) return { ca: usualAuthorities() };
  const given = new Set(
    splitCertificates(caCertificate).map((pem) => new X509Certificate(pem).fingerprint256),
  );
  return {
    ca: caCertificate,
    allowPartialTrustChain: true,
    checkServerIdentity: (host, certificate) =>
      given.has(certificate.fingerprint256) ? undefined : checkServerIdentity(host, certificate),
  };
}

let authorities: string[] | undefined;

/** Those of the system and those of Node, which alone would not know an organization's own. */
function usualAuthorities(): string[] {
  // Node has no way to read the system's before 22.15.
  authorities ??=
    typeof getCACertificates === "function"
      ? [...getCACertificates("default"), ...getCACertificates("system")]
      : [...rootCertificates];
  return authorities;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
