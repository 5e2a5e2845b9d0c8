import type { FilesystemEntry, LuksEntry } from "../../../src/compose/index.js";
import type { Partition, Raid } from "../../../src/ignition/index.js";
import { config, ignition } from "../example.js";
import { shownAs } from "../print.js";
import { disk, hash, partition } from "./parts.js";

const partitions = (...list: Partition[]) => ({ disks: [{ device: disk, partitions: list }] });

const filesystem = (more: FilesystemEntry) => ({ filesystems: [{ device: partition, ...more }] });
const labelled = (format: string, label: string) => filesystem({ format, label });

const raid = (more: Raid) => ({ raid: [{ name: "data", ...more }] });
const members = ["/dev/disk/by-partlabel/data-1", "/dev/disk/by-partlabel/data-2"];

const luks = (more: LuksEntry) => ({ luks: [{ name: "data", device: partition, ...more }] });
const tang = { url: "http://tang.example.com", thumbprint: "swordfish" };

const cex = (more: object) => ({
  ignition: { version: "3.5.0" },
  storage: { luks: [{ name: "data", device: partition, cex: { enabled: true }, ...more }] },
});

/** Disks, partitions, arrays, encrypted volumes and filesystems. */
export const diskExamples = {
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
};
