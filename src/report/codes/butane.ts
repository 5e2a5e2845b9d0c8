import { defineCodes } from "./doc.js";

/** Codes of the butane room. */
export const butaneCodes = defineCodes({
  YAML_ENCODING: {
    title: "the document is not UTF-8",
    explanation:
      "Butane documents are UTF-8 text; bytes of another encoding would come out as wrong characters.",
  },
  YAML_CHARACTER: {
    title: "a character that YAML does not allow",
    explanation:
      "YAML forbids control characters other than tab and line breaks, and halves of surrogate pairs. They come from binary data or from a text cut in the wrong place.",
  },
  YAML_SYNTAX: {
    title: "the text is not YAML",
    explanation: "The document cannot be read beyond this place, so nothing in it is checked.",
  },
  YAML_TOO_DEEP: {
    title: "collections nested too deep",
    explanation:
      "A Butane document nests nine levels. Far deeper ones are mistakes or attacks, and reading them costs memory without bound.",
  },
  YAML_TOO_LARGE: {
    title: "the document has too many words",
    explanation:
      "The document is far larger than any config that a platform accepts as user data. Large contents belong into block texts or local files, which count as one word.",
  },
  YAML_ALIAS_UNKNOWN: {
    title: "an alias without an anchor",
    explanation:
      "`*name` stands for the value marked with `&name` above it; without that mark it stands for nothing.",
  },
  YAML_ALIAS_CYCLE: {
    title: "an anchor that contains itself",
    explanation: "A value that is part of itself never ends and cannot be written as a config.",
  },
  YAML_ALIASES_EXCESSIVE: {
    title: "aliases make the document too large",
    explanation:
      "Aliases of aliases grow a small text without bound. The limit is far above what hand-written documents reach.",
  },
  YAML_DUPLICATE_KEY: {
    title: "a key given twice in one mapping",
    explanation:
      "Only one of the two values could count, and which one differs between YAML parsers. Butane refuses it.",
  },
  YAML_TYPE: {
    title: "a value of the wrong type",
    explanation:
      "Each key takes one type: text, whole number, true or false, list or mapping. Butane refuses others instead of guessing.",
  },
  YAML_MORE_DOCUMENTS: {
    title: "more than one YAML document",
    explanation:
      "A line `---` begins a second document. Butane reads the first one only, and without a word; what stands below is missing on the machine.",
  },
  BUTANE_VARIANT_MISSING: {
    title: "no variant",
    explanation: "`variant` decides which keys a document may use; nothing can be read without it.",
  },
  BUTANE_VARIANT_UNKNOWN: {
    title: "a variant other than flatcar",
    explanation:
      "Other variants describe other operating systems: their keys and the Ignition spec they produce do not fit Flatcar.",
  },
  BUTANE_VERSION_INVALID: {
    title: "no version, or not a version",
    explanation: "`version` is a semantic version with three numbers, such as 1.1.0.",
  },
  BUTANE_VERSION_UNKNOWN: {
    title: "an unknown version of variant flatcar",
    explanation:
      "1.0.0 produces Ignition spec 3.3.0 and 1.1.0 produces 3.4.0. The experimental version produces an experimental spec that no Flatcar release boots.",
  },
  BUTANE_KEY_UNKNOWN: {
    title: "a key that Butane does not know",
    explanation: "Butane drops unknown keys, so a mistyped one is silently missing on the machine.",
  },
  BUTANE_KEY_NEWER: {
    title: "a key of a newer version",
    explanation: "A document of version 1.0.0 silently loses keys that came with 1.1.0.",
  },
  BUTANE_SECTION_EMPTY: {
    title: "a key without its section",
    explanation:
      "A key that takes a mapping stands alone; often the lines below it lack indentation.",
  },
  RESOURCE_SOURCES: {
    title: "more than one of local, inline and source",
    explanation:
      "Contents come from one place; with two given it is open which one the machine gets.",
  },
  UNIT_SOURCES: {
    title: "both contents and contents_local",
    explanation: "A unit's text comes from the document or from a local file, not from both.",
  },
  REFERENCED_CONFIG_VERSION: {
    title: "an inline config of another spec version",
    explanation:
      "The config inside ignition.config has another spec version than the document produces. Ignition reads it at boot all the same, but it is not checked here.",
  },
  MOUNT_UNIT_FORMAT: {
    title: "with_mount_unit without format",
    explanation: "A mount unit names the type of the filesystem; without one it cannot be made.",
  },
  MOUNT_UNIT_PATH: {
    title: "with_mount_unit without path",
    explanation: "A mount unit is named after its mount point; only swap has none.",
  },
  FILE_MODE_DECIMAL: {
    title: "a mode that looks like octal typed as decimal",
    explanation:
      "644 is the decimal number of the octal mode 1204, which nobody wants. In YAML an octal number begins with 0 or 0o.",
  },
  LOCAL_FILES_UNSET: {
    title: "a local file is named, and no local files are given",
    explanation:
      "Paths of local files are looked up in the option `files` alone; nothing is read from the disk by itself.",
  },
  LOCAL_PATH_ESCAPES: {
    title: "a local path outside the folder of local files",
    explanation:
      "A document may only name what is inside the folder, so that it cannot carry off other files.",
  },
  LOCAL_FILE_MISSING: {
    title: "a local file that does not exist",
    explanation:
      "The document names a file that is not among the local files; the machine would lack its contents.",
  },
  TREE_LOCAL_REQUIRED: {
    title: "a tree without local",
    explanation: "A tree copies a folder of local files to the machine and must say which one.",
  },
  TREE_NOT_DIRECTORY: {
    title: "a tree that is not a directory",
    explanation: "Only a folder can be copied as a tree; single files go into `files`.",
  },
  TREE_NODE_EXISTS: {
    title: "a tree's path is already in the document",
    explanation:
      "An entry of the document may add mode and owner to a file or link of a tree, but it cannot bring contents of its own or be of another type.",
  },
  TREE_FILE_TYPE: {
    title: "a tree holds something other than files, directories and symlinks",
    explanation: "Ignition can make files, directories and links only.",
  },
  CLEVIS_UNSUPPORTED: {
    title: "clevis in a Butane document",
    explanation:
      "The versions 1.0.0 and 1.1.0 of variant flatcar refuse clevis, because Flatcar could not unlock such volumes when they were made.",
  },
});
