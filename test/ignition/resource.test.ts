import { checkIgnition, type IgnitionSection, type Resource } from "../../src/ignition/index.js";
import { found, withContents } from "./documents.js";

const at = (rest: string) => `$.storage.files[0].contents${rest}`;
const sha256 = `sha256-${"0".repeat(64)}`;
const http = "https://example.com/a";

describe("contents", () => {
  it.each<[string, Resource, string[]]>([
    [
      "an unknown compression",
      { source: http, compression: "xz" },
      [`COMPRESSION_UNKNOWN ${at(".compression")}`],
    ],
    [
      "a hash of nothing",
      { verification: { hash: sha256 } },
      [`HASH_WITHOUT_SOURCE ${at(".verification.hash")}`],
    ],
    [
      "a hash without a function",
      { source: http, verification: { hash: "0".repeat(64) } },
      [`HASH_MALFORMED ${at(".verification.hash")}`],
    ],
    [
      "a hash of an unknown function",
      { source: http, verification: { hash: "SHA256-00" } },
      [`HASH_UNKNOWN ${at(".verification.hash")}`],
    ],
    [
      "a short hash",
      { source: http, verification: { hash: sha256.slice(0, -1) } },
      [`HASH_LENGTH ${at(".verification.hash")}`],
    ],
    [
      "headers without a URL",
      { httpHeaders: [{ name: "a", value: "b" }] },
      [`URL_INVALID ${at(".httpHeaders")}`],
    ],
    [
      "headers with a URL that cannot be parsed",
      { source: "http://a b", httpHeaders: [{ name: "a", value: "b" }] },
      [`URL_INVALID ${at(".source")}`, `URL_INVALID ${at(".httpHeaders")}`],
    ],
    [
      "headers with a data URL",
      { source: "data:,", httpHeaders: [{ name: "a", value: "b" }] },
      [`HEADERS_NEED_HTTP ${at(".httpHeaders")}`],
    ],
    [
      "a header without a name",
      { source: http, httpHeaders: [{ name: "", value: "b" }] },
      [`HEADER_NAME_EMPTY ${at(".httpHeaders[0].name")}`],
    ],
    [
      "a header with an empty value",
      { source: http, httpHeaders: [{ name: "a", value: "" }] },
      [`HEADER_VALUE_EMPTY ${at(".httpHeaders[0].value")}`],
    ],
    [
      "a header twice",
      {
        source: http,
        httpHeaders: [
          { name: "a", value: "b" },
          { name: "a", value: "c" },
        ],
      },
      [`DUPLICATE_ENTRY ${at(".httpHeaders[1]")}`],
    ],
  ])("rejects %s", (_, contents, issues) => {
    const report = checkIgnition(withContents(contents));
    expect(found(report)).toEqual(issues);
  });

  it.each<[string, Resource]>([
    ["an empty source with a hash", { source: "", verification: { hash: sha256 } }],
    [
      "a header without a value, which removes one in a merge",
      { source: http, httpHeaders: [{ name: "a" }] },
    ],
    [
      "header names that differ in case",
      {
        source: http,
        httpHeaders: [
          { name: "a", value: "b" },
          { name: "A", value: "b" },
        ],
      },
    ],
    ["gzip and none", { source: http, compression: "" }],
    [
      "digits that are not hexadecimal, as Ignition does",
      { source: http, verification: { hash: `sha256-${"z".repeat(64)}` } },
    ],
  ])("accepts %s", (_, contents) => {
    expect(found(checkIgnition(withContents(contents)))).toEqual([]);
  });
});

describe("the ignition section", () => {
  const check = (ignition: IgnitionSection) =>
    checkIgnition({ ignition: { version: "3.4.0", ...ignition } });

  it.each<[string, IgnitionSection, string[]]>([
    [
      "a config to merge without a source",
      { config: { merge: [{ source: "" }] } },
      ["SOURCE_REQUIRED $.ignition.config.merge[0]"],
    ],
    [
      "a config to merge from nowhere, twice as Ignition does",
      { config: { merge: [{ source: "ftp://a" }] } },
      [
        "URL_SCHEME_UNKNOWN $.ignition.config.merge[0]",
        "URL_SCHEME_UNKNOWN $.ignition.config.merge[0].source",
      ],
    ],
    [
      "a config to merge that is no URL",
      { config: { merge: [{ source: "http://[a" }] } },
      ["URL_INVALID $.ignition.config.merge[0]", "URL_INVALID $.ignition.config.merge[0].source"],
    ],
    [
      "a config to merge twice",
      { config: { merge: [{ source: "http://a" }, { source: "http://a" }] } },
      ["DUPLICATE_ENTRY $.ignition.config.merge[1]"],
    ],
    [
      "a certificate authority without a source",
      { security: { tls: { certificateAuthorities: [{ source: "" }] } } },
      ["SOURCE_REQUIRED $.ignition.security.tls.certificateAuthorities[0]"],
    ],
    [
      "a certificate authority that is no URL",
      { security: { tls: { certificateAuthorities: [{ source: "http://a:b" }] } } },
      [
        "URL_INVALID $.ignition.security.tls.certificateAuthorities[0]",
        "URL_INVALID $.ignition.security.tls.certificateAuthorities[0].source",
      ],
    ],
    [
      "a proxy that is no URL",
      { proxy: { httpProxy: "http://a b" } },
      ["URL_INVALID $.ignition.proxy.httpProxy"],
    ],
    ["an empty proxy", { proxy: { httpsProxy: "" } }, ["PROXY_SCHEME $.ignition.proxy.httpsProxy"]],
    [
      "a proxy by socks",
      { proxy: { httpProxy: "socks5://a" } },
      ["PROXY_SCHEME $.ignition.proxy.httpProxy"],
    ],
    [
      "a host without proxy twice",
      { proxy: { noProxy: ["a", "a"] } },
      ["DUPLICATE_ENTRY $.ignition.proxy.noProxy[1]"],
    ],
    [
      "a version that is none",
      { version: "v3.4.0" },
      ["SPEC_VERSION_MALFORMED $.ignition.version"],
    ],
    [
      "a version of another language",
      { version: "2.3.0" },
      ["SPEC_VERSION_OLD $.ignition.version"],
    ],
    [
      "an experimental version",
      { version: "3.7.0-experimental" },
      ["SPEC_VERSION_EXPERIMENTAL $.ignition.version"],
    ],
    ["a version to come", { version: "3.9.0" }, ["SPEC_VERSION_UNKNOWN $.ignition.version"]],
  ])("rejects %s", (_, ignition, issues) => {
    expect(found(check(ignition))).toEqual(issues);
  });

  it("warns about a plain proxy for https only", () => {
    const report = check({ proxy: { httpProxy: "http://p", httpsProxy: "http://p" } });
    expect(found(report)).toEqual(["PROXY_INSECURE $.ignition.proxy.httpsProxy"]);
    expect(report.hasErrors).toBe(false);
  });

  it("lets a config to replace have no source", () => {
    expect(found(check({ config: { replace: {} }, timeouts: { httpTotal: -1 } }))).toEqual([]);
  });

  it("rejects a version that is not the wanted one", () => {
    expect(found(checkIgnition({ ignition: { version: "3.3.0" } }, { spec: "3.4.0" }))).toEqual([
      "SPEC_VERSION_MISMATCH $.ignition.version",
    ]);
    expect(found(checkIgnition({ ignition: {} }, { spec: "3.4.0" }))).toEqual([]);
  });

  it("rejects a kernel argument that is to exist and not to exist", () => {
    const config = {
      ignition: { version: "3.4.0" },
      kernelArguments: { shouldExist: ["a", ""], shouldNotExist: ["a"] },
    };
    expect(found(checkIgnition(config))).toEqual([
      "DUPLICATE_ENTRY $.kernelArguments.shouldNotExist[0]",
    ]);
  });
});
