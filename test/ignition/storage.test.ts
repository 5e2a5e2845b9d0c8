import { checkIgnition, type IgnitionDocument, strictEngine } from "../../src/ignition/index.js";
import { cpuTime } from "../support/cpu-time.js";
import {
  document,
  found,
  withDirectory,
  withDisk,
  withFile,
  withFilesystem,
  withLinks,
  withPartitions,
  withRaid,
  withStorage,
} from "./documents.js";

type Row = [what: string, config: IgnitionDocument, issues: string[]];

const guid = "4f68bce3-e8cd-4db1-96e7-fbcaf984b709";

describe("a disk", () => {
  it.each<Row>([
    [
      "with partitions side by side",
      withPartitions(
        { number: 1, startMiB: 1, sizeMiB: 9 },
        { number: 2, startMiB: 10, sizeMiB: 5 },
      ),
      [],
    ],
    [
      "with partitions placed at boot",
      withPartitions(
        { number: 1, startMiB: 0, sizeMiB: 9 },
        { number: 2, startMiB: 0, sizeMiB: 5 },
      ),
      [],
    ],
    [
      "with a GUID in any case",
      withPartitions({ number: 1, guid: guid.toUpperCase(), typeGuid: "" }),
      [],
    ],
    ["with a label of 36 bytes", withPartitions({ label: "é".repeat(18) }), []],
  ])("accepts one %s", (_, config, issues) => {
    expect(found(checkIgnition(config))).toEqual(issues);
  });

  const partition = (index: number, rest = "") => `$.storage.disks[0].partitions[${index}]${rest}`;

  it.each<Row>([
    [
      "an empty device, and says nothing of its partitions' numbers",
      withDisk({ device: "", partitions: [{ number: 1 }, { number: 1 }] }),
      ["DEVICE_REQUIRED $.storage.disks[0].device", `DUPLICATE_ENTRY ${partition(1)}`],
    ],
    ["a relative device", withDisk({ device: "sda" }), ["PATH_RELATIVE $.storage.disks[0].device"]],
    [
      "a number used twice",
      withPartitions({ number: 1 }, { number: 2 }, { number: 1 }),
      [`PARTITION_NUMBER_TAKEN ${partition(2)}`, `DUPLICATE_ENTRY ${partition(2)}`],
    ],
    [
      "a partition that starts inside another",
      withPartitions(
        { number: 1, startMiB: 1, sizeMiB: 10 },
        { number: 2, startMiB: 10, sizeMiB: 5 },
      ),
      [`PARTITION_OVERLAP ${partition(1)}`],
    ],
    [
      "a partition around another",
      withPartitions(
        { number: 1, startMiB: 5, sizeMiB: 1 },
        { number: 2, startMiB: 1, sizeMiB: 90 },
      ),
      [`PARTITION_OVERLAP ${partition(1)}`],
    ],
    [
      "a partition that fills the disk from within another",
      withPartitions(
        { number: 1, startMiB: 1, sizeMiB: 10 },
        { number: 2, startMiB: 4, sizeMiB: 0 },
      ),
      [`PARTITION_OVERLAP ${partition(1)}`],
    ],
    [
      "a partition whose negative size ends it inside another",
      withPartitions(
        { number: 1, startMiB: 1, sizeMiB: 10 },
        { number: 2, startMiB: 20, sizeMiB: -9 },
      ),
      [`PARTITION_OVERLAP ${partition(0)}`],
    ],
    [
      "a label used twice, also an empty one",
      withPartitions({ number: 1, label: "" }, { number: 2, label: "" }),
      [`PARTITION_LABEL_TAKEN ${partition(1)}`],
    ],
    [
      "a partition to be removed that has a label",
      withPartitions({ number: 1, label: "a", shouldExist: false }),
      [`PARTITION_REMOVAL_WITH_DETAILS ${partition(0)}`],
    ],
    [
      "a removal beside a partition without a number",
      withPartitions({ number: 1, shouldExist: false }, { number: 0, label: "a" }),
      ["PARTITION_REMOVAL_BESIDE_ZERO $.storage.disks[0].partitions"],
    ],
    [
      "a partition without number and label",
      withPartitions({ number: 0, sizeMiB: 1 }),
      [`PARTITION_UNNAMED ${partition(0)}`],
    ],
    [
      "a label of 37 bytes in 19 characters",
      withPartitions({ label: `${"é".repeat(18)}a` }),
      [`PARTITION_LABEL_LENGTH ${partition(0, ".label")}`],
    ],
    [
      "a label with a colon",
      withPartitions({ label: "a:b" }),
      [`PARTITION_LABEL_COLON ${partition(0, ".label")}`],
    ],
    [
      "something else than a GUID",
      withPartitions({ number: 1, guid: "x", typeGuid: `${guid}0` }),
      [`GUID_INVALID ${partition(0, ".guid")}`, `GUID_INVALID ${partition(0, ".typeGuid")}`],
    ],
  ])("rejects %s", (_, config, issues) => {
    expect(found(checkIgnition(config))).toEqual(issues);
  });

  it("names the colliding partitions and their extents", () => {
    const report = checkIgnition(
      withPartitions(
        { number: 1, startMiB: 1, sizeMiB: 10 },
        { number: 2, startMiB: 10, sizeMiB: 5 },
      ),
    );
    expect(report.issues[0]?.message).toContain("MiB 10 to 14");
    expect(report.issues[0]?.message).toContain("partitions[0]");
  });

  it("lets Ignition 2.27.0 remove beside a partition without a number", () => {
    const config = withPartitions({ number: 1, shouldExist: false }, { number: 0, label: "a" });
    const engine = { ...strictEngine, refusesRemovalBesideZero: false };
    expect(found(checkIgnition(config, { engine }))).toEqual([]);
  });
});

describe("an array", () => {
  it.each(["linear", "raid0", "0", "stripe", "1", "mirror", "raid4", "5", "raid6", "raid10", "10"])(
    "accepts level %s",
    (level) => {
      expect(found(checkIgnition(withRaid({ level })))).toEqual([]);
    },
  );

  it.each<Row>([
    ["an empty level", withRaid({ level: "" }), ["RAID_LEVEL_REQUIRED $.storage.raid[0].level"]],
    [
      "a level in capitals",
      withRaid({ level: "RAID1" }),
      ["RAID_LEVEL_UNKNOWN $.storage.raid[0].level"],
    ],
    [
      "spares of a stripe",
      withRaid({ level: "stripe", spares: 1 }),
      ["RAID_SPARES_UNSUPPORTED $.storage.raid[0].level"],
    ],
    ["no devices", withRaid({ devices: [] }), ["RAID_DEVICES_REQUIRED $.storage.raid[0].devices"]],
    [
      "a relative device",
      withRaid({ devices: ["/dev/a", "sdb"] }),
      ["PATH_RELATIVE $.storage.raid[0].devices[1]"],
    ],
    [
      "a device twice",
      withRaid({ devices: ["/dev/a", "/dev/a"] }),
      ["DUPLICATE_ENTRY $.storage.raid[0].devices[1]"],
    ],
  ])("rejects %s", (_, config, issues) => {
    expect(found(checkIgnition(config))).toEqual(issues);
  });

  it("suggests the level that was meant", () => {
    expect(checkIgnition(withRaid({ level: "raid01" })).issues[0]?.hint).toBe(
      "did you mean raid0?",
    );
  });
});

describe("a filesystem", () => {
  const limits = [
    ["ext4", 16, "LABEL_LENGTH_EXT4"],
    ["btrfs", 256, "LABEL_LENGTH_BTRFS"],
    ["xfs", 12, "LABEL_LENGTH_XFS"],
    ["swap", 15, "LABEL_LENGTH_SWAP"],
    ["vfat", 11, "LABEL_LENGTH_VFAT"],
  ] as const;

  it.each(limits)("of %s has a label of at most %i bytes", (format, limit, code) => {
    const label = (length: number) => "l".repeat(length);
    expect(found(checkIgnition(withFilesystem({ format, label: label(limit) })))).toEqual([]);
    expect(found(checkIgnition(withFilesystem({ format, label: label(limit + 1) })))).toEqual([
      `${code} $.storage.filesystems[0].label`,
    ]);
  });

  it("counts the label in bytes", () => {
    expect(found(checkIgnition(withFilesystem({ format: "vfat", label: "é".repeat(6) })))).toEqual([
      "LABEL_LENGTH_VFAT $.storage.filesystems[0].label",
    ]);
  });

  it.each<Row>([
    [
      "a path without a format",
      withFilesystem({ format: "", path: "/data" }),
      ["FILESYSTEM_FORMAT_REQUIRED $.storage.filesystems[0].format"],
    ],
    [
      "a label without a format",
      withFilesystem({ format: "", label: "a" }),
      [
        "FILESYSTEM_FORMAT_REQUIRED $.storage.filesystems[0].format",
        "FILESYSTEM_LABEL_NEEDS_FORMAT $.storage.filesystems[0].label",
      ],
    ],
    [
      "an unknown format",
      withFilesystem({ format: "ext3" }),
      ["FILESYSTEM_FORMAT_UNKNOWN $.storage.filesystems[0].format"],
    ],
    [
      "an unclean mount point",
      withFilesystem({ format: "ext4", path: "/data/" }),
      ["PATH_NOT_CLEAN $.storage.filesystems[0].path"],
    ],
    [
      "an empty device",
      withFilesystem({ device: "", format: "ext4" }),
      ["PATH_MISSING $.storage.filesystems[0].device"],
    ],
  ])("rejects %s", (_, config, issues) => {
    expect(found(checkIgnition(config))).toEqual(issues);
  });

  it("repeats options as it likes", () => {
    expect(
      found(
        checkIgnition(
          withFilesystem({ format: "ext4", options: ["-L", "-L"], mountOptions: ["ro", "ro"] }),
        ),
      ),
    ).toEqual([]);
  });

  it("warns about taking a partitioned disk, and a wiped one", () => {
    const config = withStorage({
      disks: [
        { device: "/dev/a", partitions: [{ number: 1 }] },
        { device: "/dev/b", wipeTable: true },
      ],
      filesystems: [
        { device: "/dev/a", format: "ext4" },
        { device: "/dev/b", format: "ext4", wipeFilesystem: false },
      ],
    });
    const report = checkIgnition(config);
    expect(found(report)).toEqual([
      "FILESYSTEM_OVER_PARTITIONS $.storage.filesystems[0].device",
      "FILESYSTEM_WIPED_WITH_TABLE $.storage.filesystems[1].device",
    ]);
    expect(report.hasErrors).toBe(false);
  });
});

describe("a path", () => {
  it.each(["/", "/a", "/a/.b", "/a..b", "/...", "/a b"])("accepts %j", (path) => {
    expect(found(checkIgnition(withFile({ path })))).toEqual([]);
  });

  it.each([
    ["", "PATH_MISSING"],
    ["a", "PATH_RELATIVE"],
    ["./a", "PATH_RELATIVE"],
    ["/a/", "PATH_NOT_CLEAN"],
    ["//a", "PATH_NOT_CLEAN"],
    ["/a/./b", "PATH_NOT_CLEAN"],
    ["/a/..", "PATH_NOT_CLEAN"],
    ["/..", "PATH_NOT_CLEAN"],
    ["/a/.", "PATH_NOT_CLEAN"],
    ["/\n/", "PATH_NOT_CLEAN"],
  ])("rejects %j", (path, code) => {
    expect(found(checkIgnition(withFile({ path })))).toEqual([`${code} $.storage.files[0].path`]);
  });

  it("is mended in the hint", () => {
    expect(checkIgnition(withFile({ path: "/a//b/../c/" })).issues[0]?.hint).toBe('write "/a/c"');
  });
});

describe("a file or directory", () => {
  it.each<Row>([
    [
      "an owner with id and name",
      withFile({ user: { id: 0, name: "root" } }),
      ["OWNER_ID_AND_NAME $.storage.files[0].user"],
    ],
    [
      "a mode above 0o7777",
      withFile({ mode: 4096 }),
      ["FILE_MODE_INVALID $.storage.files[0].mode"],
    ],
    [
      "a negative mode, which also has special bits",
      withDirectory({ mode: -1 }),
      [
        "FILE_MODE_INVALID $.storage.directories[0].mode",
        "FILE_MODE_SPECIAL_BITS $.storage.directories[0].mode",
      ],
    ],
    [
      "overwriting with nothing",
      withFile({ overwrite: true }),
      ["OVERWRITE_WITHOUT_SOURCE $.storage.files[0].overwrite"],
    ],
  ])("rejects %s", (_, config, issues) => {
    expect(found(checkIgnition(config))).toEqual(issues);
  });

  it("warns about special bits below spec 3.6.0", () => {
    const report = checkIgnition(withFile({ mode: 0o4755 }));
    expect(found(report)).toEqual(["FILE_MODE_SPECIAL_BITS $.storage.files[0].mode"]);
    expect(report.hasErrors).toBe(false);
    const newer = { ...withFile({ mode: 0o4755 }), ignition: { version: "3.6.0" } };
    expect(found(checkIgnition(newer))).toEqual([]);
  });

  it("shares the space of paths with links", () => {
    const config = withStorage({
      directories: [{ path: "/x" }],
      files: [{ path: "/x" }],
      links: [{ path: "/x", target: "/y" }],
    });
    expect(found(checkIgnition(config))).toEqual([
      "DUPLICATE_ENTRY $.storage.files[0]",
      "DUPLICATE_ENTRY $.storage.links[0]",
    ]);
  });

  it("may overwrite with an empty file", () => {
    expect(
      found(checkIgnition(withFile({ overwrite: true, contents: { source: "data:," } }))),
    ).toEqual([]);
  });
});

describe("a link", () => {
  it.each<Row>([
    [
      "no target",
      withLinks({ path: "/l", target: "" }),
      ["LINK_TARGET_REQUIRED $.storage.links[0].target"],
    ],
    [
      "a file below it",
      withStorage({
        files: [{ path: "/l/a/b" }, { path: "/lx" }],
        links: [{ path: "/l", target: "/t" }],
      }),
      ["FILE_BELOW_LINK $.storage.files[0]"],
    ],
    [
      "a directory and a link below it",
      withStorage({
        directories: [{ path: "/l/d" }],
        links: [
          { path: "/l", target: "/t" },
          { path: "/l/m", target: "/t" },
        ],
      }),
      ["DIRECTORY_BELOW_LINK $.storage.directories[0]", "LINK_BELOW_LINK $.storage.links[1]"],
    ],
    [
      "two links above one file",
      withStorage({
        files: [{ path: "/l/m/a" }],
        links: [
          { path: "/l", target: "/t" },
          { path: "/l/m", target: "/t" },
        ],
      }),
      [
        "FILE_BELOW_LINK $.storage.files[0]",
        "FILE_BELOW_LINK $.storage.files[0]",
        "LINK_BELOW_LINK $.storage.links[1]",
      ],
    ],
    [
      "a hard link to a directory, by a target seen from the link itself",
      withStorage({
        directories: [{ path: "/d" }],
        links: [{ path: "/l", hard: true, target: "../d" }],
      }),
      ["HARD_LINK_TO_DIRECTORY $.storage.links[0]"],
    ],
  ])("rejects %s", (_, config, issues) => {
    expect(found(checkIgnition(config))).toEqual(issues);
  });

  it("warns about each part of the owner of a hard link", () => {
    const config = withLinks({
      path: "/l",
      hard: true,
      target: "/t",
      user: { id: 1 },
      group: { name: "g" },
    });
    expect(found(checkIgnition(config))).toEqual([
      "HARD_LINK_OWNER $.storage.links[0].user.id",
      "HARD_LINK_OWNER $.storage.links[0].group.name",
    ]);
  });

  it("takes no time for many files below many links", () => {
    const many = Array.from({ length: 20_000 }, (_, i) => i);
    const config = document({
      storage: {
        links: many.map((i) => ({ path: `/links/${i}`, target: "/t" })),
        files: many.map((i) => ({ path: `/files/${i}/a` })),
      },
    });
    const start = cpuTime();
    expect(found(checkIgnition(config))).toEqual([]);
    expect(cpuTime() - start).toBeLessThan(2000);
  });
});
