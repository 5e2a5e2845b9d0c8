import { checkIgnition } from "../../../src/ignition/index.js";
import type { ignitionCodes } from "../../../src/report/codes/ignition.js";
import { call, config, type Example, ignition, ignitionText } from "../example.js";
import { shownAs } from "../print.js";
import {
  disk,
  fetched,
  hash,
  lines,
  oneFile,
  oneUnit,
  partition,
  service,
  url,
  wantedService,
  web,
} from "./parts.js";

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

type Partition = NonNullable<
  NonNullable<Parameters<typeof config>[0]["disks"]>[0]["partitions"]
>[0];
const partitions = (...list: Partition[]) => ({ disks: [{ device: disk, partitions: list }] });

type Args = Parameters<typeof config>[0];
type Filesystem = NonNullable<Args["filesystems"]>[0];
const filesystem = (more: Filesystem) => ({ filesystems: [{ device: partition, ...more }] });
const labelled = (format: string, label: string) => filesystem({ format, label });

type Raid = NonNullable<Args["raid"]>[0];
const raid = (more: Raid) => ({ raid: [{ name: "data", ...more }] });
const members = ["/dev/disk/by-partlabel/data-1", "/dev/disk/by-partlabel/data-2"];

type Luks = NonNullable<Args["luks"]>[0];
const luks = (more: Luks) => ({ luks: [{ name: "data", device: partition, ...more }] });
const tang = { url: "http://tang.example.com", thumbprint: "swordfish" };

const cex = (more: object) => ({
  ignition: { version: "3.5.0" },
  storage: { luks: [{ name: "data", device: partition, cex: { enabled: true }, ...more }] },
});

const srv = { path: "/srv", target: "/var/srv" };

export const ignitionExamples = {
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
    partitions({ number: 1, label: "data", sizeMiB: 1907.35 }),
    partitions({ number: 1, label: "data", sizeMiB: 1908 }),
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
  DEVICE_REQUIRED: config(
    { disks: [{ device: "", wipeTable: true }] },
    { disks: [{ device: disk, wipeTable: true }] },
  ),
  PARTITION_NUMBER_TAKEN: config(
    partitions({ number: 1, label: "logs", sizeMiB: 4096 }, { number: 1, label: "data" }),
    partitions({ number: 1, label: "logs", sizeMiB: 4096 }, { number: 2, label: "data" }),
    { also: ["DUPLICATE_ENTRY"] },
  ),
  PARTITION_NUMBER_ZERO: config(
    { version: "4593.2.5", ...partitions({ label: "data", sizeMiB: 4096 }) },
    { version: "4593.2.5", ...partitions({ number: 1, label: "data", sizeMiB: 4096 }) },
    { warns: true },
  ),
  PARTITION_OVERLAP: config(
    partitions(
      { number: 1, label: "logs", startMiB: 1, sizeMiB: 4096 },
      { number: 2, label: "data", startMiB: 4096, sizeMiB: 4096 },
    ),
    partitions(
      { number: 1, label: "logs", startMiB: 1, sizeMiB: 4096 },
      { number: 2, label: "data", startMiB: 4097, sizeMiB: 4096 },
    ),
  ),
  PARTITION_LABEL_TAKEN: config(
    partitions({ number: 1, label: "data", sizeMiB: 4096 }, { number: 2, label: "data" }),
    partitions({ number: 1, label: "logs", sizeMiB: 4096 }, { number: 2, label: "data" }),
  ),
  PARTITION_REMOVAL_WITH_DETAILS: config(
    partitions({ number: 1, label: "data", shouldExist: false }),
    partitions({ number: 1, shouldExist: false }),
  ),
  PARTITION_REMOVAL_BESIDE_ZERO: config(
    partitions({ number: 1, shouldExist: false }, { label: "data" }),
    partitions({ number: 1, shouldExist: false }, { number: 2, label: "data" }),
  ),
  PARTITION_UNNAMED: config(
    partitions({ sizeMiB: 4096 }),
    partitions({ number: 1, label: "data", sizeMiB: 4096 }),
  ),
  PARTITION_LABEL_LENGTH: config(
    partitions({ number: 1, label: "measurements-of-the-observatory-archive" }),
    partitions({ number: 1, label: "measurements" }),
  ),
  PARTITION_LABEL_COLON: config(
    partitions({ number: 1, label: "db:data" }),
    partitions({ number: 1, label: "db-data" }),
  ),
  GUID_INVALID: config(
    partitions({ number: 1, typeGuid: "linux" }),
    partitions({ number: 1, typeGuid: "0fc63daf-8483-4772-8e79-3d69d8477de4" }),
  ),
  RAID_LEVEL_REQUIRED: config(
    raid({ level: "", devices: members }),
    raid({ level: "raid1", devices: members }),
  ),
  RAID_LEVEL_UNKNOWN: config(
    raid({ level: "raid-1", devices: members }),
    raid({ level: "raid1", devices: members }),
  ),
  RAID_SPARES_UNSUPPORTED: config(
    raid({ level: "raid0", devices: members, spares: 1 }),
    raid({ level: "raid0", devices: members }),
  ),
  RAID_DEVICES_REQUIRED: config(
    raid({ level: "raid1", devices: [] }),
    raid({ level: "raid1", devices: members }),
  ),
  LUKS_NAME_SLASH: config(
    luks({ name: "db/data", clevis: { tpm2: true } }),
    luks({ name: "db-data", clevis: { tpm2: true } }),
  ),
  LUKS_LABEL_LENGTH: config(
    luks({ label: "measurements-of-the-observatory-from-1990-to-2020", clevis: { tpm2: true } }),
    luks({ label: "measurements", clevis: { tpm2: true } }),
  ),
  LUKS_KEY_FILE_INVALID: config(
    luks({ keyFile: { source: "ftp://keys.example.com/data", hash } }),
    luks({ keyFile: { source: "https://keys.example.com/data", hash } }),
    { also: ["URL_SCHEME_UNKNOWN"] },
  ),
  CLEVIS_CUSTOM_WITH_OTHERS: config(
    luks({ clevis: { tpm2: true, custom: { pin: "tpm2", config: "{}" } } }),
    luks({ clevis: { tpm2: true } }),
  ),
  CLEVIS_PIN_REQUIRED: config(
    luks({ clevis: { custom: { config: '{"pcr_ids":"7"}' } } }),
    luks({ clevis: { custom: { pin: "tpm2", config: '{"pcr_ids":"7"}' } } }),
  ),
  CLEVIS_PIN_UNKNOWN: config(
    luks({ clevis: { custom: { pin: "tpm", config: '{"pcr_ids":"7"}' } } }),
    luks({ clevis: { custom: { pin: "tpm2", config: '{"pcr_ids":"7"}' } } }),
  ),
  CLEVIS_CONFIG_REQUIRED: config(
    luks({ clevis: { custom: { pin: "tpm2" } } }),
    luks({ clevis: { custom: { pin: "tpm2", config: "{}" } } }),
  ),
  CEX_WITH_CLEVIS: ignition(cex({ clevis: { tpm2: true } }), cex({})),
  CEX_WITH_KEY_FILE: ignition(
    cex({ keyFile: { source: "https://keys.example.com/data", verification: { hash } } }),
    cex({}),
  ),
  TANG_THUMBPRINT_REQUIRED: config(
    luks({ clevis: { tang: [{ ...tang, thumbprint: "" }] } }),
    luks({ clevis: { tang: [tang] } }),
  ),
  TANG_ADVERTISEMENT_INVALID: config(
    luks({ clevis: { tang: [{ ...tang, advertisement: "swordfish" }] } }),
    luks({ clevis: { tang: [{ ...tang, advertisement: '{"payload":"swordfish"}' }] } }),
  ),
  TANG_ADVERTISEMENT_LOST: config(
    {
      version: "4593.2.5",
      ...luks({ clevis: { tang: [{ ...tang, advertisement: '{"payload":"swordfish"}' }] } }),
    },
    {
      version: "4593.2.5",
      spec: "3.5.0",
      ...luks({ clevis: { tang: [{ ...tang, advertisement: '{"payload":"swordfish"}' }] } }),
    },
    { warns: true },
  ),
  FILESYSTEM_FORMAT_REQUIRED: config(
    filesystem({ path: "/var/lib/data" }),
    filesystem({ path: "/var/lib/data", format: "ext4" }),
  ),
  FILESYSTEM_FORMAT_UNKNOWN: config(
    filesystem({ path: "/var/lib/data", format: "ext3" }),
    filesystem({ path: "/var/lib/data", format: "ext4" }),
  ),
  FILESYSTEM_LABEL_NEEDS_FORMAT: config(
    filesystem({ label: "data" }),
    filesystem({ format: "ext4", label: "data" }),
    { also: ["FILESYSTEM_FORMAT_REQUIRED"] },
  ),
  LABEL_LENGTH_EXT4: config(
    labelled("ext4", "observatory-archive"),
    labelled("ext4", "observatory"),
  ),
  LABEL_LENGTH_BTRFS: config(
    labelled("btrfs", shownAs('"archive-".repeat(40)', "archive-".repeat(40))),
    labelled("btrfs", "archive"),
  ),
  LABEL_LENGTH_XFS: config(labelled("xfs", "observatory-archive"), labelled("xfs", "observatory")),
  LABEL_LENGTH_SWAP: config(labelled("swap", "swap-of-machine-7"), labelled("swap", "swap")),
  LABEL_LENGTH_VFAT: config(
    labelled("vfat", "EFI-SYSTEM-PARTITION"),
    labelled("vfat", "EFI-SYSTEM"),
  ),
  FILESYSTEM_OVER_PARTITIONS: config(
    {
      ...partitions({ number: 1, label: "data" }),
      filesystems: [{ device: disk, format: "ext4" }],
    },
    { ...partitions({ number: 1, label: "data" }), ...filesystem({ format: "ext4" }) },
    { warns: true },
  ),
  FILESYSTEM_WIPED_WITH_TABLE: config(
    {
      disks: [{ device: disk, wipeTable: true }],
      filesystems: [{ device: disk, format: "ext4" }],
    },
    {
      disks: [{ device: disk, wipeTable: false }],
      filesystems: [{ device: disk, format: "ext4" }],
    },
    { warns: true },
  ),
  OWNER_ID_AND_NAME: config(
    { directories: [{ path: "/srv/www", user: { id: 500, name: "core" } }] },
    { directories: [{ path: "/srv/www", user: { name: "core" } }] },
  ),
  FILE_MODE_INVALID: config(
    oneFile({ path: "/etc/motd", mode: 33188 }),
    oneFile({ path: "/etc/motd", mode: 0o644 }),
  ),
  FILE_MODE_SPECIAL_BITS: config(
    { directories: [{ path: "/srv/drop", mode: 0o1777 }] },
    { directories: [{ path: "/srv/drop", mode: 0o777 }] },
    { warns: true },
  ),
  OVERWRITE_WITHOUT_SOURCE: config(
    oneFile({ path: "/etc/motd", overwrite: true }),
    oneFile({ path: "/etc/motd", overwrite: true, contents: "" }),
  ),
  DIRECTORY_BELOW_LINK: config(
    { links: [srv], directories: [{ path: "/srv/www" }] },
    { links: [srv], directories: [{ path: "/var/srv/www" }] },
  ),
  FILE_BELOW_LINK: config(
    { links: [srv], files: [{ path: "/srv/index.html", contents: "hello" }] },
    { links: [srv], files: [{ path: "/var/srv/index.html", contents: "hello" }] },
  ),
  LINK_BELOW_LINK: config(
    { links: [srv, { path: "/srv/today", target: "monday" }] },
    { links: [srv, { path: "/var/srv/today", target: "monday" }] },
  ),
  LINK_TARGET_REQUIRED: config({ links: [{ path: "/srv", target: "" }] }, { links: [srv] }),
  HARD_LINK_TO_DIRECTORY: config(
    { directories: [{ path: "/var/srv" }], links: [{ ...srv, hard: true }] },
    { directories: [{ path: "/var/srv" }], links: [{ ...srv, hard: false }] },
  ),
  HARD_LINK_OWNER: config(
    {
      files: [{ path: "/opt/bin/web" }],
      links: [
        { path: "/opt/bin/site", target: "/opt/bin/web", hard: true, user: { name: "core" } },
      ],
    },
    {
      files: [{ path: "/opt/bin/web", user: { name: "core" } }],
      links: [{ path: "/opt/bin/site", target: "/opt/bin/web", hard: true }],
    },
    { warns: true },
  ),
  PATH_TAKEN_BY_UNIT: config(
    {
      units: [{ name: "web.service", contents: service() }],
      files: [{ path: "/etc/systemd/system/web.service", contents: service() }],
    },
    web(service()),
  ),
  UNIT_NAME_SUFFIX: config(
    oneUnit({ name: "web.servce", contents: service() }),
    oneUnit({ name: "web.service", contents: service() }),
  ),
  UNIT_SYNTAX: config(
    web(lines("[Service]", "ExecStart /opt/bin/lantern")),
    web(lines("[Service]", "ExecStart=/opt/bin/lantern")),
  ),
  UNIT_NO_INSTALL_SECTION: config(
    oneUnit({ name: "web.service", enabled: true, contents: service() }),
    oneUnit({ name: "web.service", enabled: true, contents: wantedService() }),
    { warns: true },
  ),
  TEMPLATE_NO_INSTALL_SECTION: config(
    {
      units: [
        { name: "web@.service", contents: service() },
        { name: "web@1.service", enabled: true },
      ],
    },
    {
      units: [
        { name: "web@.service", contents: wantedService() },
        { name: "web@1.service", enabled: true },
      ],
    },
    { warns: true },
  ),
  DROPIN_NAME_SUFFIX: config(
    oneUnit({
      name: "docker.service",
      dropins: [
        { name: "10-proxy", contents: lines("[Service]", "Environment=HTTP_PROXY=http://lantern") },
      ],
    }),
    oneUnit({
      name: "docker.service",
      dropins: [
        {
          name: "10-proxy.conf",
          contents: lines("[Service]", "Environment=HTTP_PROXY=http://lantern"),
        },
      ],
    }),
  ),
} satisfies Record<keyof typeof ignitionCodes, Example>;
