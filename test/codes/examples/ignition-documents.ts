import { checkIgnition } from "../../../src/ignition/index.js";
import { call, config, ignition, ignitionText } from "../example.js";
import { disk, fetched, hash, lines, oneFile, url } from "./parts.js";

const smallest = lines("{", '  "ignition": { "version": "3.4.0" }', "}");
const withVersion = (version: string) => ({ ignition: { version } });
const text = (...members: string[]) =>
  lines("{", '  "ignition": { "version": "3.4.0" },', ...members, "}");
const textFile = (mode: string) =>
  text('  "storage": {', `    "files": [{ "path": "/etc/motd", "mode": ${mode} }]`, "  }");
const textPartition = (size: string) =>
  text(
    '  "storage": {',
    '    "disks": [{',
    `      "device": "${disk}",`,
    `      "partitions": [{ "number": 1, ${size} }]`,
    "    }]",
    "  }",
  );

/** What is wrong with a document itself, and with what it fetches. */
export const documentExamples = {
  JSON_EMPTY: ignitionText("", smallest),
  JSON_SYNTAX: ignitionText(lines("{", '  "ignition": { "version": "3.4.0" },', "}"), smallest),
  JSON_TYPE: ignitionText(textFile('"0644"'), textFile("420")),
  NUMBER_INEXACT: ignitionText(
    textPartition('"sizeMiB": 20000000000000000'),
    textPartition('"sizeMiB": 20000'),
  ),
  OBJECT_NULL: ignitionText(text('  "storage": null'), smallest, { warns: true }),
  KEY_UNKNOWN: ignitionText(
    text(
      '  "passwd": {',
      '    "users": [{ "name": "core", "sshKeys": ["ssh-ed25519 swordfish"] }]',
      "  }",
    ),
    text(
      '  "passwd": {',
      '    "users": [{ "name": "core", "sshAuthorizedKeys": ["ssh-ed25519 swordfish"] }]',
      "  }",
    ),
    { warns: true },
  ),
  KEY_CASE: ignitionText(textPartition('"sizeMib": 20000'), textPartition('"sizeMiB": 20000'), {
    warns: true,
  }),
  KEY_TOO_NEW: ignition(
    { ignition: { version: "3.2.0" }, kernelArguments: { shouldExist: ["quiet"] } },
    { ignition: { version: "3.3.0" }, kernelArguments: { shouldExist: ["quiet"] } },
    { warns: true },
  ),
  VALUE_TYPE: config(
    { disks: [{ device: disk, partitions: [{ number: 1, sizeMiB: 1907.35 }] }] },
    { disks: [{ device: disk, partitions: [{ number: 1, sizeMiB: 1908 }] }] },
  ),
  SPEC_VERSION_MALFORMED: ignition(withVersion("3.4"), withVersion("3.4.0")),
  SPEC_VERSION_OLD: ignition(withVersion("2.3.0"), withVersion("3.4.0")),
  SPEC_VERSION_EXPERIMENTAL: ignition(withVersion("3.7.0-experimental"), withVersion("3.6.0")),
  SPEC_VERSION_UNKNOWN: ignition(withVersion("3.12.0"), withVersion("3.6.0")),
  SPEC_VERSION_MISMATCH: call("checkIgnition", checkIgnition)(
    [withVersion("3.5.0"), { spec: "3.4.0" }],
    [withVersion("3.4.0"), { spec: "3.4.0" }],
  ),
  DUPLICATE_ENTRY: config(
    {
      files: [
        { path: "/etc/motd", contents: "hello" },
        { path: "/etc/motd", mode: 0o644 },
      ],
    },
    oneFile({ path: "/etc/motd", contents: "hello", mode: 0o644 }),
  ),
  PATH_MISSING: config(
    oneFile({ path: "", contents: "hello" }),
    oneFile({ path: "/etc/motd", contents: "hello" }),
  ),
  PATH_RELATIVE: config(
    oneFile({ path: "etc/motd", contents: "hello" }),
    oneFile({ path: "/etc/motd", contents: "hello" }),
  ),
  PATH_NOT_CLEAN: config(
    { directories: [{ path: "/srv/www/" }] },
    { directories: [{ path: "/srv/www" }] },
  ),
  COMPRESSION_UNKNOWN: config(fetched({ compression: "zstd" }), fetched({ compression: "gzip" })),
  HASH_WITHOUT_SOURCE: config(
    oneFile({ path: "/opt/web.tar", hash }),
    oneFile({ path: "/opt/web.tar", source: url, hash }),
  ),
  HASH_MALFORMED: config(fetched({ hash: hash.replace("-", ":") }), fetched({})),
  HASH_UNKNOWN: config(fetched({ hash: "md5-5eb63bbbe01eeed093cb22bb8f5acdc3" }), fetched({})),
  HASH_LENGTH: config(fetched({ hash: hash.slice(0, -8) }), fetched({})),
  URL_INVALID: config(
    fetched({ source: "https://files.example.com/50%off.tar" }),
    fetched({ source: "https://files.example.com/50%25off.tar" }),
  ),
  URL_SCHEME_UNKNOWN: config(fetched({ source: "ftp://files.example.com/web.tar" }), fetched({})),
  URL_S3_ARN: config(
    fetched({ source: "arn:aws:s3:::site" }),
    fetched({ source: "arn:aws:s3:::site/web.tar" }),
  ),
  URL_S3_VERSION: config(
    fetched({ source: "s3://site/web.tar?versionId=" }),
    fetched({ source: "s3://site/web.tar" }),
  ),
  DATA_URL_INVALID: config(
    oneFile({ path: "/etc/motd", source: "data:,hello there" }),
    oneFile({ path: "/etc/motd", contents: "hello there" }),
  ),
  SOURCE_REQUIRED: config(
    { configReferences: { merge: [{ source: "" }] } },
    {
      configReferences: {
        merge: [{ source: "https://example.com/base.ign", verification: { hash } }],
      },
    },
  ),
  HEADERS_NEED_HTTP: config(
    fetched({
      source: "tftp://10.0.0.1/web.tar",
      httpHeaders: [{ name: "Accept", value: "swordfish" }],
    }),
    fetched({ source: "tftp://10.0.0.1/web.tar" }),
  ),
  HEADER_NAME_EMPTY: config(
    fetched({ httpHeaders: [{ name: "", value: "swordfish" }] }),
    fetched({ httpHeaders: [{ name: "X-Site", value: "swordfish" }] }),
  ),
  HEADER_VALUE_EMPTY: config(
    fetched({ httpHeaders: [{ name: "X-Site", value: "" }] }),
    fetched({ httpHeaders: [{ name: "X-Site", value: "swordfish" }] }),
  ),
  PROXY_SCHEME: config(
    { proxy: { httpProxy: "socks5://proxy.example.com" } },
    { proxy: { httpProxy: "http://proxy.example.com" } },
  ),
  PROXY_INSECURE: config(
    { proxy: { httpsProxy: "http://proxy.example.com" } },
    { proxy: { httpsProxy: "https://proxy.example.com" } },
    { warns: true },
  ),
};
