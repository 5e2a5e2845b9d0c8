import type { IssueCode } from "../../src/report/index.js";
import { classOfCode, classOfText } from "./classes.js";

/** Butane's own classes of problems, by its texts, and the codes that stand for each here. */
const classes: readonly (readonly [RegExp, ...IssueCode[]])[] = [
  [/^only one of the following can be set: inline/, "RESOURCE_SOURCES"],
  [/^only one of the following can be set: contents/, "UNIT_SOURCES"],
  [/^skipping validation for the merge/, "REFERENCED_CONFIG_VERSION"],
  [/^format is required if with_mount_unit/, "MOUNT_UNIT_FORMAT"],
  [/^path is required if with_mount_unit/, "MOUNT_UNIT_PATH"],
  [/^unreasonable mode would be reasonable/, "FILE_MODE_DECIMAL"],
  [/^local file paths are relative to a files directory/, "LOCAL_FILES_UNSET"],
  [/^local file path traverses outside/, "LOCAL_PATH_ESCAPES"],
  [/no such file or directory$|: is a directory$/, "LOCAL_FILE_MISSING"],
  [/^matching filesystem node has existing contents/, "TREE_NODE_EXISTS"],
  [/^trees may only contain/, "TREE_FILE_TYPE"],
  [/^root of tree must be a directory/, "TREE_NOT_DIRECTORY"],
  [/^local is required/, "TREE_LOCAL_REQUIRED"],
  [/^clevis is not supported/, "CLEVIS_UNSUPPORTED"],
  [/^unused key /, "BUTANE_KEY_UNKNOWN", "BUTANE_KEY_NEWER"],
  [/^context tree does not match/, "BUTANE_SECTION_EMPTY"],
];

/** The class of a code in the report of a Butane document. */
export function butaneClassOfCode(code: IssueCode): string | number {
  const own = classes.find(([, ...codes]) => codes.includes(code));
  return own ? own[0].source : classOfCode(code);
}

/** The class of one of upstream's texts in the report of a Butane document. */
export function butaneClassOfText(text: string): string | number {
  const own = classes.find(([pattern]) => pattern.test(text));
  return own ? own[0].source : classOfText(text);
}
