import { defineCodes } from "./doc.js";

/** Codes of the butane room. */
export const butaneCodes = defineCodes({
  YAML_ENCODING: {
    title: "A Butane document is UTF-8",
    explanation:
      "Butane documents are UTF-8 text; bytes of another encoding would come out as wrong characters.",
  },
  YAML_CHARACTER: {
    title: "A Butane document has only characters that YAML allows",
    explanation:
      "YAML forbids control characters other than tab and line breaks, and halves of surrogate pairs. They come from binary data or from a text cut in the wrong place.",
  },
  YAML_SYNTAX: {
    title: "A Butane document is YAML",
    explanation:
      "The document cannot be read beyond this place, so nothing in it is checked. The usual reasons are indentation, a text with special characters that is not quoted, and a tab.",
  },
  YAML_TOO_DEEP: {
    title: "Mappings and lists are nested at most 100 deep",
    explanation:
      "A Butane document nests nine levels. Far deeper ones are mistakes or attacks, and reading them costs memory without bound.",
  },
  YAML_TOO_LARGE: {
    title: "A Butane document has at most 200,000 words and marks",
    explanation:
      "The document is far larger than any config that a platform accepts as user data. Large contents belong into block texts or local files, which count as one word.",
  },
  YAML_ALIAS_UNKNOWN: {
    title: "An alias has an anchor above it",
    explanation:
      "`*name` stands for the value marked with `&name` above it; without that mark it stands for nothing.",
  },
  YAML_ALIAS_CYCLE: {
    title: "An anchor does not contain itself",
    explanation: "A value that is part of itself never ends and cannot be written as a config.",
  },
  YAML_ALIASES_EXCESSIVE: {
    title: "Aliases add at most 100,000 values to a document",
    explanation:
      "Aliases of aliases grow a small text without bound. The limit is far above what hand-written documents reach.",
  },
  YAML_DUPLICATE_KEY: {
    title: "A mapping has each key once",
    explanation:
      "Only one of the two values could count, and which one differs between YAML parsers. Butane refuses it.",
  },
  YAML_TYPE: {
    title: "A value has the type that its key takes",
    explanation:
      "Each key takes one type: text, whole number, true or false, list or mapping. Butane refuses others instead of guessing.",
  },
  YAML_MORE_DOCUMENTS: {
    title: "A text holds one YAML document",
    explanation:
      "A line `---` begins a second document. Butane reads the first one only, and without a word; what stands below is missing on the machine.",
  },
  BUTANE_VARIANT_MISSING: {
    title: "A Butane document names its variant",
    explanation: "`variant` decides which keys a document may use; nothing can be read without it.",
  },
  BUTANE_VARIANT_UNKNOWN: {
    title: "The variant is flatcar",
    explanation:
      "Other variants describe other operating systems: their keys and the Ignition spec they produce do not fit Flatcar.",
  },
  BUTANE_VERSION_INVALID: {
    title: "A Butane document names its version, in three numbers",
    explanation: "`version` is a semantic version with three numbers, such as 1.1.0.",
  },
  BUTANE_VERSION_UNKNOWN: {
    title: "The version is a stable one of variant flatcar",
    explanation:
      "1.0.0 produces Ignition spec 3.3.0 and 1.1.0 produces 3.4.0. The experimental version produces an experimental spec that no Flatcar release boots.",
  },
  BUTANE_KEY_UNKNOWN: {
    title: "A key is one that Butane knows",
    explanation: "Butane drops unknown keys, so a mistyped one is silently missing on the machine.",
  },
  BUTANE_KEY_NEWER: {
    title: "A key exists in the version of the document",
    explanation: "A document of version 1.0.0 silently loses keys that came with 1.1.0.",
  },
  BUTANE_SECTION_EMPTY: {
    title: "A key that takes a mapping has one",
    explanation:
      "A key that takes a mapping stands alone; often the lines below it lack indentation.",
  },
  RESOURCE_SOURCES: {
    title: "Contents are given by one of local, inline and source",
    explanation:
      "Contents come from one place; with two given it is open which one the machine gets.",
  },
  UNIT_SOURCES: {
    title: "A unit is given by contents or by contents_local",
    explanation: "A unit's text comes from the document or from a local file, not from both.",
  },
  REFERENCED_CONFIG_VERSION: {
    title: "An inline config has the spec version that the document produces",
    explanation:
      "The config inside ignition.config has another spec version than the document produces. Ignition reads it at boot all the same, but it is not checked here.",
  },
  MOUNT_UNIT_FORMAT: {
    title: "A filesystem with a mount unit has a format",
    explanation: "A mount unit names the type of the filesystem; without one it cannot be made.",
  },
  MOUNT_UNIT_PATH: {
    title: "A filesystem with a mount unit has a path",
    explanation: "A mount unit is named after its mount point; only swap has none.",
  },
  FILE_MODE_DECIMAL: {
    title: "A mode is written in octal",
    explanation:
      "644 is the decimal number of the octal mode 1204, which nobody wants. In YAML an octal number begins with 0 or 0o.",
  },
  LOCAL_FILES_UNSET: {
    title: "Local files are given where a document names one",
    explanation:
      "Local files are looked up in the folder that `filesDir` names, or in the option `files` of `translateButane`; nothing else on the disk is read.",
  },
  LOCAL_PATH_ESCAPES: {
    title: "A local path stays inside the folder of local files",
    explanation:
      "A document may only name what is inside the folder, so that it cannot carry off other files.",
  },
  LOCAL_FILE_MISSING: {
    title: "A local file exists",
    explanation:
      "The document names a file that is not among the local files; the machine would lack its contents.",
  },
  TREE_LOCAL_REQUIRED: {
    title: "A tree names its folder",
    explanation: "A tree copies a folder of local files to the machine and must say which one.",
  },
  TREE_NOT_DIRECTORY: {
    title: "A tree is a folder",
    explanation: "Only a folder can be copied as a tree; single files go into `files`.",
  },
  TREE_NODE_EXISTS: {
    title: "What a tree brings is not in the document already",
    explanation:
      "An entry of the document may add mode and owner to a file or link of a tree, but it cannot bring contents of its own or be of another type.",
  },
  TREE_FILE_TYPE: {
    title: "A tree holds files, directories and symlinks only",
    explanation: "Ignition can make files, directories and links only.",
  },
  CLEVIS_UNSUPPORTED: {
    title: "A Butane document does not use clevis",
    explanation:
      "The versions 1.0.0 and 1.1.0 of variant flatcar refuse clevis, because Flatcar could not unlock such volumes when they were made.",
  },
});
