import type { IssueCode } from "../../src/report/index.js";

/**
 * Ignition's classes of problems: its text, and the codes that stand for it here. Used to compare
 * reports, because texts are worded anew in this project.
 */
interface ProblemClass {
  readonly text: RegExp;
  readonly codes: readonly IssueCode[];
}

function by(text: string | RegExp, ...codes: IssueCode[]): ProblemClass {
  const literal = (words: string) => `^${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`;
  return { text: typeof text === "string" ? new RegExp(literal(text)) : text, codes };
}

const classes: readonly ProblemClass[] = [
  by(
    /^(invalid character '|unexpected end of JSON|json: |exceeded max depth)/,
    "JSON_SYNTAX",
    "JSON_TYPE",
  ),
  by(/^unused key /, "KEY_UNKNOWN", "KEY_TOO_NEW", "KEY_CASE"),
  by(/^context tree does not match/, "OBJECT_NULL"),
  by("duplicate entry defined", "DUPLICATE_ENTRY"),
  by("path not specified", "PATH_MISSING"),
  by("path not absolute", "PATH_RELATIVE"),
  by("path is not fully simplified", "PATH_NOT_CLEAN"),
  by("invalid compression method", "COMPRESSION_UNKNOWN"),
  by("source must be specified if verification is specified", "HASH_WITHOUT_SOURCE"),
  by("unable to parse url", "URL_INVALID"),
  by("invalid url scheme", "URL_SCHEME_UNKNOWN"),
  by("invalid S3 ARN format", "URL_S3_ARN"),
  by("invalid S3 object VersionId", "URL_S3_VERSION"),
  by("cannot use HTTP headers with this source scheme", "HEADERS_NEED_HTTP"),
  by("HTTP header name can't be empty", "HEADER_NAME_EMPTY"),
  by("unable to parse HTTP header", "HEADER_VALUE_EMPTY"),
  by("malformed hash specifier", "HASH_MALFORMED"),
  by("unrecognized hash function", "HASH_UNKNOWN"),
  by("incorrect size for hash sum", "HASH_LENGTH"),
  by("source is required", "SOURCE_REQUIRED"),
  by("proxies must be http(s)", "PROXY_SCHEME"),
  by("insecure plaintext HTTP proxy specified for HTTPS resources", "PROXY_INSECURE"),
  by("disk device is required", "DEVICE_REQUIRED"),
  by("partition numbers collide", "PARTITION_NUMBER_TAKEN"),
  by("partitions overlap", "PARTITION_OVERLAP"),
  by("cannot use the same partition label twice", "PARTITION_LABEL_TAKEN"),
  by(
    "shouldExist specified false with other options also specified",
    "PARTITION_REMOVAL_WITH_DETAILS",
  ),
  by("a partition number >= 1 or a label must be specified", "PARTITION_UNNAMED"),
  by("partition labels may not exceed 36 characters", "PARTITION_LABEL_LENGTH"),
  by("partition label will be truncated to text before the colon", "PARTITION_LABEL_COLON"),
  by(/^doesn't match the form "/, "GUID_INVALID"),
  by(/^shouldExist is false for a partition and other/, "PARTITION_REMOVAL_BESIDE_ZERO"),
  by("raid level is required", "RAID_LEVEL_REQUIRED"),
  by("unrecognized raid level", "RAID_LEVEL_UNKNOWN"),
  by("spares unsupported for linear and raid0 arrays", "RAID_SPARES_UNSUPPORTED"),
  by("raid devices required", "RAID_DEVICES_REQUIRED"),
  by("device names cannot contain slashes", "LUKS_NAME_SLASH"),
  by("luks device labels cannot be longer than 47 characters", "LUKS_LABEL_LENGTH"),
  by("cannot use custom clevis config with tpm2, tang, or threshold", "CLEVIS_CUSTOM_WITH_OTHERS"),
  by("invalid key-file source", "LUKS_KEY_FILE_INVALID"),
  by("cannot use cex with clevis", "CEX_WITH_CLEVIS"),
  by("cannot use key file with cex", "CEX_WITH_KEY_FILE"),
  by("missing required custom clevis pin", "CLEVIS_PIN_REQUIRED"),
  by("unsupported clevis pin", "CLEVIS_PIN_UNKNOWN"),
  by("missing required custom clevis config", "CLEVIS_CONFIG_REQUIRED"),
  by("thumbprint is required", "TANG_THUMBPRINT_REQUIRED"),
  by("advertisement is not valid JSON", "TANG_ADVERTISEMENT_INVALID"),
  by(/^format cannot be empty when path, label, uuid/, "FILESYSTEM_FORMAT_REQUIRED"),
  by("invalid filesystem format", "FILESYSTEM_FORMAT_UNKNOWN"),
  by("filesystem must specify format if label is specified", "FILESYSTEM_LABEL_NEEDS_FORMAT"),
  by(/^filesystem labels cannot be longer .* ext4$/, "LABEL_LENGTH_EXT4"),
  by(/^filesystem labels cannot be longer .* btrfs$/, "LABEL_LENGTH_BTRFS"),
  by(/^filesystem labels cannot be longer .* xfs$/, "LABEL_LENGTH_XFS"),
  by(/^filesystem labels cannot be longer .* swap$/, "LABEL_LENGTH_SWAP"),
  by(/^filesystem labels cannot be longer .* vfat$/, "LABEL_LENGTH_VFAT"),
  by("filesystem overwrites partitioned device", "FILESYSTEM_OVER_PARTITIONS"),
  by(/^device matches disk with wipeTable enabled/, "FILESYSTEM_WIPED_WITH_TABLE"),
  by("cannot set both id and name", "OWNER_ID_AND_NAME"),
  by("illegal file mode", "FILE_MODE_INVALID"),
  by(/^setuid\/setgid\/sticky bits are not supported/, "FILE_MODE_SPECIAL_BITS"),
  by("overwrite must be false if source is unspecified", "OVERWRITE_WITHOUT_SOURCE"),
  by("directory path includes link in config", "DIRECTORY_BELOW_LINK"),
  by("file path includes link in config", "FILE_BELOW_LINK"),
  by("link path includes link in config", "LINK_BELOW_LINK"),
  by("link target is required", "LINK_TARGET_REQUIRED"),
  by("hard link target is a directory", "HARD_LINK_TO_DIRECTORY"),
  by("user/group ignored for hard link", "HARD_LINK_OWNER"),
  by("path conflicts with systemd unit or dropin", "PATH_TAKEN_BY_UNIT"),
  by("invalid systemd unit extension", "UNIT_NAME_SUFFIX"),
  by("invalid systemd drop-in extension", "DROPIN_NAME_SUFFIX"),
  by(/^template unit ".*" for ".*" doesn't have Install section$/, "TEMPLATE_NO_INSTALL_SECTION"),
  by(/^unit ".*" is enabled, but has no install section/, "UNIT_NO_INSTALL_SECTION"),
  by(/^invalid unit content: /, "UNIT_SYNTAX"),
  by(
    /^(missing data prefix|invalid character|invalid media|missing media|incomplete media|missing comma|expected |unterminated |unclosed |unexpected eof|invalid escaped|invalid data|rfc2396|illegal base64|invalid syntax)/,
    "DATA_URL_INVALID",
  ),
];

const byCode = new Map(classes.flatMap((each, index) => each.codes.map((code) => [code, index])));

/** The class of one of our codes; the code itself when upstream has none like it. */
export function classOfCode(code: IssueCode): string | number {
  return byCode.get(code) ?? code;
}

/** The class of one of upstream's texts; the text itself when it is not known. */
export function classOfText(text: string): string | number {
  const index = classes.findIndex((each) => each.text.test(text));
  return index < 0 ? text : index;
}

/** Upstream's terminal errors, which end the reading of a document, and the codes for them. */
export const terminalErrors: ReadonlyMap<string, readonly IssueCode[]> = new Map([
  ["not a config (empty)", ["JSON_EMPTY"]],
  ["invalid config version (couldn't parse)", ["SPEC_VERSION_MALFORMED"]],
  [
    "unsupported config version",
    ["SPEC_VERSION_OLD", "SPEC_VERSION_EXPERIMENTAL", "SPEC_VERSION_UNKNOWN"],
  ],
]);
