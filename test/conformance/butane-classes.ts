/**
 * Upstream's classes of problems, by the texts of Butane and Ignition, and the codes that stand for
 * each here. Used to compare reports; texts are worded anew in this project.
 */
export interface ProblemClass {
  readonly text: RegExp;
  readonly codes: readonly string[];
}

const literal = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
const by = (text: string | RegExp, ...codes: string[]): ProblemClass => ({
  text: typeof text === "string" ? literal(text) : text,
  codes,
});

export const classes: readonly ProblemClass[] = [
  // Butane
  by("only one of the following can be set: inline", "RESOURCE_SOURCES"),
  by("only one of the following can be set: contents", "UNIT_SOURCES"),
  by("skipping validation for the merge/replace", "REFERENCED_CONFIG_VERSION"),
  by("format is required if with_mount_unit", "MOUNT_UNIT_FORMAT"),
  by("path is required if with_mount_unit", "MOUNT_UNIT_PATH"),
  by("unreasonable mode would be reasonable", "FILE_MODE_DECIMAL"),
  by("local file paths are relative to a files directory", "LOCAL_FILES_UNSET"),
  by("local file path traverses outside", "LOCAL_PATH_ESCAPES"),
  by(/no such file or directory$|is a directory$/, "LOCAL_FILE_MISSING"),
  by("matching filesystem node has existing contents", "TREE_NODE_EXISTS"),
  by("trees may only contain", "TREE_FILE_TYPE"),
  by("root of tree must be a directory", "TREE_NOT_DIRECTORY"),
  by("local is required", "TREE_LOCAL_REQUIRED"),
  by("clevis is not supported", "CLEVIS_UNSUPPORTED"),
  by(/^unused key /, "BUTANE_KEY_UNKNOWN", "BUTANE_KEY_NEWER"),
  by("context tree does not match", "BUTANE_SECTION_EMPTY"),
  // Ignition, as far as Butane shows it
  by(/^invalid character |^unexpected end of JSON input|^json: /, "JSON_SYNTAX", "JSON_TYPE"),
  by("config is not valid", "JSON_SYNTAX", "JSON_TYPE"),
  by("duplicate entry defined", "DUPLICATE_ENTRY"),
  by("path not specified", "PATH_MISSING"),
  by("path not absolute", "PATH_RELATIVE"),
  by("path is not fully simplified", "PATH_NOT_CLEAN"),
  by("invalid compression method", "COMPRESSION_UNKNOWN"),
  by("source must be specified if verification", "HASH_WITHOUT_SOURCE"),
  by("unable to parse url", "URL_INVALID"),
  by("invalid url scheme", "URL_SCHEME_UNKNOWN"),
  by("cannot use HTTP headers with this source scheme", "HEADERS_NEED_HTTP"),
  by("malformed hash specifier", "HASH_MALFORMED"),
  by("unrecognized hash function", "HASH_UNKNOWN"),
  by("incorrect size for hash sum", "HASH_LENGTH"),
  by("source is required", "SOURCE_REQUIRED"),
  by("cannot set both id and name", "OWNER_ID_AND_NAME"),
  by("illegal file mode", "FILE_MODE_INVALID"),
  by("setuid/setgid/sticky bits", "FILE_MODE_SPECIAL_BITS"),
  by("overwrite must be false", "OVERWRITE_WITHOUT_SOURCE"),
  by("link target is required", "LINK_TARGET_REQUIRED"),
  by("path conflicts with systemd unit", "PATH_TAKEN_BY_UNIT"),
  by("invalid filesystem format", "FILESYSTEM_FORMAT_UNKNOWN"),
  by("format cannot be empty", "FILESYSTEM_FORMAT_REQUIRED"),
  by("invalid systemd unit extension", "UNIT_NAME_SUFFIX"),
  by("invalid systemd drop-in extension", "DROPIN_NAME_SUFFIX"),
  by(/^unit ".*" is enabled, but has no install section/, "UNIT_NO_INSTALL_SECTION"),
  by(/^template unit ".*" for ".*" doesn't have Install section/, "TEMPLATE_NO_INSTALL_SECTION"),
  by("invalid unit content", "UNIT_SYNTAX"),
];
