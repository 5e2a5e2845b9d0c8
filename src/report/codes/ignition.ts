import { defineCodes } from "./doc.js";

/** Codes of the ignition room. */
export const ignitionCodes = defineCodes({
  JSON_EMPTY: {
    title: "An Ignition document is not empty",
    explanation:
      "Nothing at all is no config. Ignition stops the boot when a platform hands it an empty document in a place where it expects one.",
  },
  JSON_SYNTAX: {
    title: "An Ignition document is JSON",
    explanation:
      "Ignition reads its config with a strict JSON parser: no comments, no commas at the end of lists, no byte order mark, one document. The machine would stop in its initial ramdisk.",
  },
  JSON_TYPE: {
    title: "A value in a document has the type of its member",
    explanation:
      "Ignition never converts: a mode in quotes or a number with a fraction makes the whole document unreadable. The column points one past the value, where Ignition's decoder stood.",
  },
  NUMBER_INEXACT: {
    title: "A number can be kept exactly",
    explanation:
      "Ignition takes 64-bit integers, JavaScript keeps integers exactly up to 9007199254740991. A larger number would reach the machine changed, so it is refused.",
  },
  OBJECT_NULL: {
    title: "An object is not null",
    explanation:
      "Ignition reads null as if the object were not there and warns about it, because the text and what it decoded no longer have the same shape.",
  },
  KEY_UNKNOWN: {
    title: "A member exists in the Ignition spec",
    explanation:
      "Ignition drops what it does not know. A mistyped member leaves the machine without the setting, and nothing fails. In a text this is a warning, as in Ignition; in a typed config it is an error.",
  },
  KEY_CASE: {
    title: "A key is written in upper and lower case as in the spec",
    explanation:
      "Ignition's decoder ignores case and applies the value, then warns because the key is not one it knows, and does not look for unknown keys inside. Other readers of the document see no value at all.",
  },
  KEY_TOO_NEW: {
    title: "A member exists in the spec version of the document",
    explanation:
      "Each spec version added members. In a document of an older version Ignition takes them for unknown keys and drops them, so the setting silently has no effect. In a text this is a warning, as in Ignition; in a typed config it is an error.",
  },
  VALUE_TYPE: {
    title: "A value has the type of its member",
    explanation:
      "The document is rendered to JSON, and Ignition refuses the whole document when one value has another type. Integers must also be exact, that is within 9007199254740991.",
  },
  SPEC_VERSION_MALFORMED: {
    title: "ignition.version is a version",
    explanation:
      "Ignition decides by ignition.version how to read everything else. It must be three numbers such as 3.4.0, without a leading v.",
  },
  SPEC_VERSION_OLD: {
    title: "The spec version is 3",
    explanation:
      "Specs 1 and 2 describe machines in another shape. Flatcar still converts them at boot; here they cannot be checked or merged.",
  },
  SPEC_VERSION_EXPERIMENTAL: {
    title: "The spec version is not experimental",
    explanation:
      "An Ignition release reads only the newest experimental spec of its time and refuses all others, so such a document boots on few releases and breaks with an update.",
  },
  SPEC_VERSION_UNKNOWN: {
    title: "The spec version is a supported one",
    explanation:
      "An Ignition release refuses spec versions newer than itself. Only versions whose rules are known here can be checked.",
  },
  SPEC_VERSION_MISMATCH: {
    title: "The document has the wanted spec version",
    explanation:
      "The document is judged by the rules of one spec and names another, so Ignition would apply other rules than those checked.",
  },
  DUPLICATE_ENTRY: {
    title: "A list holds each entry once",
    explanation:
      "Ignition finds entries by path, device, name, URL or value and refuses two with the same. Files, directories and links share one space of paths, and kernel arguments to add and to remove share one space too.",
  },
  PATH_MISSING: {
    title: "A path is given",
    explanation:
      "Files, directories, links, filesystems and devices are found by their path. Ignition refuses an entry without one.",
  },
  PATH_RELATIVE: {
    title: "A path starts at the root",
    explanation:
      "Ignition works before there is a current directory, so a path without a leading slash has no meaning to it.",
  },
  PATH_NOT_CLEAN: {
    title: "A path is written in its shortest form",
    explanation:
      "Ignition compares paths as text to find duplicates and paths below links. Double slashes, dots and a slash at the end would hide that two paths are the same.",
  },
  COMPRESSION_UNKNOWN: {
    title: "Compression is gzip or none",
    explanation:
      "Ignition decompresses gzip only. The empty text says that contents are not compressed.",
  },
  HASH_WITHOUT_SOURCE: {
    title: "A hash belongs to a source",
    explanation: "There is nothing to verify without a source, so Ignition takes it for a mistake.",
  },
  HASH_MALFORMED: {
    title: "A hash names its function",
    explanation: "Ignition splits the text at the first dash into the function and the digest.",
  },
  HASH_UNKNOWN: {
    title: "A hash is made by a known function",
    explanation:
      "Ignition verifies sha512, and from spec 3.1.0 on sha256. The name is in lower case.",
  },
  HASH_LENGTH: {
    title: "A digest has the length of its function",
    explanation:
      "A digest of another length can never match, and the machine would stop at the download. At boot the comparison is with lower-case digits.",
  },
  URL_INVALID: {
    title: "A URL can be parsed",
    explanation:
      "Ignition parses URLs with Go's net/url, which refuses control characters, spaces in the host, malformed ports and percent signs without two hexadecimal digits.",
  },
  URL_SCHEME_UNKNOWN: {
    title: "A URL has a scheme that Ignition fetches from",
    explanation:
      "Ignition fetches from http, https, tftp, s3 and data URLs, from spec 3.2.0 on from gs and from spec 3.4.0 on from S3 ARNs. Flatcar's Ignition also reads oem URLs, which is accepted on request only. Tang servers are reached by http and https.",
  },
  URL_S3_ARN: {
    title: "An ARN names an object in S3",
    explanation:
      "Ignition takes an ARN for a bucket and a key, or for an access point and an object. It needs the service s3 and a slash before the key.",
  },
  URL_S3_VERSION: {
    title: "The version of an S3 object is not empty",
    explanation:
      "An empty versionId is neither a version nor the newest one, so Ignition refuses it.",
  },
  DATA_URL_INVALID: {
    title: "A data URL can be decoded",
    explanation:
      "Ignition's decoder is stricter than the standard: data is percent-escaped ASCII, or padded base64 announced by ;base64 directly before the comma.",
  },
  SOURCE_REQUIRED: {
    title: "A config to merge or a certificate authority has a source",
    explanation:
      "Such an entry is nothing but what is fetched, so without a source it has no meaning.",
  },
  HEADERS_NEED_HTTP: {
    title: "HTTP headers go with http and https",
    explanation:
      "No other kind of URL can carry headers. Ignition refuses them instead of dropping them.",
  },
  HEADER_NAME_EMPTY: {
    title: "An HTTP header has a name",
    explanation: "A header without a name cannot be sent.",
  },
  HEADER_VALUE_EMPTY: {
    title: "An HTTP header has a value",
    explanation:
      "An empty value is refused. A header without any value is legal in a config that is merged into another one, where it removes that header.",
  },
  PROXY_SCHEME: {
    title: "A proxy is reached by http or https",
    explanation: "Ignition speaks to proxies by HTTP only.",
  },
  PROXY_INSECURE: {
    title: "The proxy for https is reached by https",
    explanation:
      "The connection to the proxy itself is not encrypted, so the network sees which hosts the machine asks for.",
  },
  DEVICE_REQUIRED: {
    title: "A disk or an encrypted volume has a device",
    explanation: "Without a device Ignition does not know what to partition or to encrypt.",
  },
  PARTITION_NUMBER_TAKEN: {
    title: "Each partition of a disk has its own number",
    explanation: "Two partitions cannot take one place in the partition table.",
  },
  PARTITION_NUMBER_ZERO: {
    title: "A partition of a disk in use has a number",
    explanation:
      "Ignition 2.20.0 to 2.26.0 fails in the disks stage when a partition without a number stands on a disk that is in use, such as the boot disk. Flatcar carries the fix from release 4722 on.",
  },
  PARTITION_OVERLAP: {
    title: "Partitions do not overlap",
    explanation:
      "Two partitions with a fixed start and size share space on the disk. Partitions that are placed at boot are not compared.",
  },
  PARTITION_LABEL_TAKEN: {
    title: "Each partition of a disk has its own label",
    explanation:
      "Labels name partitions in /dev/disk/by-partlabel, where two with one label hide each other.",
  },
  PARTITION_REMOVAL_WITH_DETAILS: {
    title: "A partition to be removed has no details",
    explanation:
      "A label, GUID, start or size together with shouldExist false contradict each other; Ignition refuses to guess.",
  },
  PARTITION_REMOVAL_BESIDE_ZERO: {
    title: "No partition is removed beside one without a number",
    explanation:
      "Ignition up to 2.26.0 cannot tell which number the unnumbered partition gets while another is removed, and refuses the disk. This rule is gone in 2.27.0.",
  },
  PARTITION_UNNAMED: {
    title: "A partition has a number or a label",
    explanation: "Ignition finds a partition that already exists by its number or label.",
  },
  PARTITION_LABEL_LENGTH: {
    title: "A partition label has at most 36 bytes",
    explanation: "The partition table has room for 36 characters. Ignition counts bytes of UTF-8.",
  },
  PARTITION_LABEL_COLON: {
    title: "A partition label has no colon",
    explanation:
      "The tool that writes the table, sgdisk, uses colons itself and would cut the label.",
  },
  GUID_INVALID: {
    title: "A GUID has the form of a GUID",
    explanation:
      "sgdisk refuses anything but 8-4-4-4-12 hexadecimal digits, and the disks stage would fail.",
  },
  RAID_LEVEL_REQUIRED: {
    title: "An array has a level",
    explanation: "Ignition does not choose a level by itself.",
  },
  RAID_LEVEL_UNKNOWN: {
    title: "The level of an array is a known one",
    explanation:
      "The level is handed to mdadm; Ignition accepts its names for linear, 0, 1, 4, 5, 6 and 10.",
  },
  RAID_SPARES_UNSUPPORTED: {
    title: "An array without redundancy has no spares",
    explanation:
      "A spare replaces a failed device, which linear and striped arrays do not survive.",
  },
  RAID_DEVICES_REQUIRED: {
    title: "An array has devices",
    explanation: "There is nothing to build an array of.",
  },
  LUKS_NAME_SLASH: {
    title: "The name of an encrypted volume has no slash",
    explanation: "The name becomes a file name below /dev/mapper.",
  },
  LUKS_LABEL_LENGTH: {
    title: "The label of an encrypted volume has at most 47 bytes",
    explanation: "The LUKS2 header has room for 48 bytes with the zero at the end.",
  },
  LUKS_KEY_FILE_INVALID: {
    title: "The key file of an encrypted volume can be fetched",
    explanation:
      "The volume could not be opened. Ignition reports such a source twice: here, and at the source itself.",
  },
  CLEVIS_CUSTOM_WITH_OTHERS: {
    title: "A custom clevis pin stands alone",
    explanation:
      "A custom pin replaces what tang, tpm2 and threshold would generate, so only one can hold.",
  },
  CLEVIS_PIN_REQUIRED: {
    title: "A custom clevis config names its pin",
    explanation: "The config is handed to the pin of that name.",
  },
  CLEVIS_PIN_UNKNOWN: {
    title: "A custom clevis pin is a known one",
    explanation: "Up to spec 3.5.0 Ignition accepts the pins tpm2, tang and sss only.",
  },
  CLEVIS_CONFIG_REQUIRED: {
    title: "A custom clevis pin has a config",
    explanation: "Clevis cannot bind a volume without the config of the pin.",
  },
  CEX_WITH_CLEVIS: {
    title: "A volume is bound to a crypto card or to clevis",
    explanation: "Ignition sets up one automatic way to unlock a volume.",
  },
  CEX_WITH_KEY_FILE: {
    title: "A volume bound to a crypto card has no key file",
    explanation: "The key of such a volume is made on the card.",
  },
  TANG_THUMBPRINT_REQUIRED: {
    title: "A tang server has a thumbprint",
    explanation: "The thumbprint is how the machine recognizes the server it may trust.",
  },
  TANG_ADVERTISEMENT_INVALID: {
    title: "The advertisement of a tang server is JSON",
    explanation:
      "The advertisement is what the server would answer; it lets a machine bind to it offline.",
  },
  TANG_ADVERTISEMENT_LOST: {
    title: "The advertisement of a tang server is in a config of spec 3.5.0 or newer",
    explanation:
      "From Ignition 2.19.0 on the upgrade from spec 3.4.0 to 3.5.0 forgets the member, and provisioning contacts the server instead. The same config at spec 3.5.0 keeps it.",
  },
  FILESYSTEM_FORMAT_REQUIRED: {
    title: "A filesystem that is described has a format",
    explanation:
      "Label, UUID, options, path and wiping only have a meaning together with a format.",
  },
  FILESYSTEM_FORMAT_UNKNOWN: {
    title: "A filesystem has a known format",
    explanation:
      "Ignition makes ext4, btrfs, xfs, swap and vfat; none, from spec 3.3.0 on, makes nothing.",
  },
  FILESYSTEM_LABEL_NEEDS_FORMAT: {
    title: "A filesystem with a label has a format",
    explanation: "How a label is set, and how long it may be, depends on the format.",
  },
  LABEL_LENGTH_EXT4: {
    title: "A label of ext4 has at most 16 bytes",
    explanation: "The superblock has no room for more, and the disks stage would fail or cut it.",
  },
  LABEL_LENGTH_BTRFS: {
    title: "A label of btrfs has at most 256 bytes",
    explanation: "The superblock has no room for more, and the disks stage would fail or cut it.",
  },
  LABEL_LENGTH_XFS: {
    title: "A label of xfs has at most 12 bytes",
    explanation: "The superblock has no room for more, and the disks stage would fail or cut it.",
  },
  LABEL_LENGTH_SWAP: {
    title: "A label of swap has at most 15 bytes",
    explanation:
      "mkswap cuts longer labels without a word, and nothing would find the swap by its label.",
  },
  LABEL_LENGTH_VFAT: {
    title: "A label of vfat has at most 11 bytes",
    explanation: "The superblock has no room for more, and the disks stage would fail or cut it.",
  },
  FILESYSTEM_OVER_PARTITIONS: {
    title: "A filesystem does not take a disk that has partitions",
    explanation: "Ignition first writes the partition table and then the filesystem over it.",
  },
  FILESYSTEM_WIPED_WITH_TABLE: {
    title: "wipeTable does not wipe a filesystem that is to be kept",
    explanation:
      "The filesystem starts where the partition table would be, so wiping the table destroys it even when the filesystem itself is to be kept.",
  },
  OWNER_ID_AND_NAME: {
    title: "An owner is named by id or by name",
    explanation:
      "On the machine the id may belong to another name, and Ignition does not choose between them.",
  },
  FILE_MODE_INVALID: {
    title: "A mode is between 0 and 0o7777",
    explanation:
      "A mode is the permission bits and nothing else. JSON has no octal numbers, so 0644 must be written as 420 there; in a program it is 0o644.",
  },
  FILE_MODE_SPECIAL_BITS: {
    title: "Modes have setuid, setgid and sticky bits from spec 3.6.0 on only",
    explanation:
      "Ignition clears these bits of configs of older specs. The file is written, without the bits. It is an error where a document that says spec 3.6.0 is brought down to an older one.",
  },
  OVERWRITE_WITHOUT_SOURCE: {
    title: "A file that overwrites has contents",
    explanation:
      "With overwrite and no contents Ignition would have to delete the file and make an empty one, and wants that to be said with empty contents.",
  },
  DIRECTORY_BELOW_LINK: {
    title: "A directory does not go through a link of the config",
    explanation: "The order in which Ignition writes would decide where the directory ends up.",
  },
  FILE_BELOW_LINK: {
    title: "A file does not go through a link of the config",
    explanation: "The order in which Ignition writes would decide where the file ends up.",
  },
  LINK_BELOW_LINK: {
    title: "A link does not go through another link of the config",
    explanation: "The order in which Ignition writes would decide where the link ends up.",
  },
  LINK_TARGET_REQUIRED: {
    title: "A link has a target",
    explanation: "There is nothing for the link to lead to.",
  },
  HARD_LINK_TO_DIRECTORY: {
    title: "A hard link does not lead to a directory",
    explanation: "Linux does not allow hard links to directories, and the files stage would fail.",
  },
  HARD_LINK_OWNER: {
    title: "A hard link has no owner of its own",
    explanation: "Owner and mode belong to the file itself; Ignition ignores them on a hard link.",
  },
  PATH_TAKEN_BY_UNIT: {
    title: "A path is written by a unit or by storage, not by both",
    explanation:
      "Units and drop-ins are files below /etc/systemd/system. A file, directory or link at the same path would replace the unit or be replaced by it.",
  },
  UNIT_NAME_SUFFIX: {
    title: "The name of a unit ends in its kind",
    explanation:
      "systemd recognizes units by their suffix. Files for systemd-networkd, .network and .netdev, are no units and go into storage.files.",
  },
  UNIT_SYNTAX: {
    title: "A unit or drop-in can be read",
    explanation:
      "Ignition reads every unit with go-systemd: sections in brackets, options as name and value, lines up to 2048 bytes. What it cannot read, systemd does not load either.",
  },
  UNIT_NO_INSTALL_SECTION: {
    title: "An enabled unit says what wants it",
    explanation:
      "Enabling follows the options in [Install]. Without any, the unit is never started at boot, and nothing reports it. A bare header counts as none.",
  },
  TEMPLATE_NO_INSTALL_SECTION: {
    title: "The template of an enabled instance says what wants it",
    explanation:
      "Enabling an instance follows the [Install] section of its template. Without any option there the instance is never started at boot.",
  },
  DROPIN_NAME_SUFFIX: {
    title: "The name of a drop-in ends in .conf",
    explanation:
      "systemd reads only files with that suffix from the folder of a unit's drop-ins, and passes over all others without a word.",
  },
});
