import { checkIgnition, type IgnitionDocument } from "../../src/ignition/index.js";
import { document, found, foundMissing, withFile, withStorage } from "./documents.js";

/** A document as it comes from code without types. */
function untyped(value: object): IgnitionDocument {
  return { ignition: { version: "3.4.0" }, ...value };
}

describe("a typed config from untyped code", () => {
  it.each<[string, object, string[]]>([
    [
      "a mode in quotes",
      { storage: { files: [{ path: "/a", mode: "0644" }] } },
      ["VALUE_TYPE $.storage.files[0].mode"],
    ],
    [
      "a fraction",
      { passwd: { users: [{ name: "a", uid: 1.5 }] } },
      ["VALUE_TYPE $.passwd.users[0].uid"],
    ],
    [
      "NaN",
      { passwd: { users: [{ name: "a", uid: Number.NaN }] } },
      ["VALUE_TYPE $.passwd.users[0].uid"],
    ],
    [
      "a number beyond exactness",
      { passwd: { users: [{ name: "a", uid: 2 ** 53 }] } },
      ["VALUE_TYPE $.passwd.users[0].uid"],
    ],
    ["an object for a list", { storage: { files: {} } }, ["VALUE_TYPE $.storage.files"]],
    ["a list for an object", { storage: [] }, ["VALUE_TYPE $.storage"]],
    ["a text for a file", { storage: { files: ["/a"] } }, ["VALUE_TYPE $.storage.files[0]"]],
    [
      "a number among texts",
      { kernelArguments: { shouldExist: [1] } },
      ["VALUE_TYPE $.kernelArguments.shouldExist[0]"],
    ],
    [
      "an unknown member",
      { storage: { files: [{ path: "/a", contens: {} }] } },
      ["KEY_UNKNOWN $.storage.files[0].contens"],
    ],
  ])("rejects %s", (_, value, issues) => {
    const report = checkIgnition(untyped(value));
    expect(found(report)).toEqual(issues);
    expect(report.hasErrors).toBe(true);
  });

  it("suggests the member that was meant", () => {
    expect(checkIgnition(untyped({ storge: {} })).issues[0]?.hint).toBe("did you mean storage?");
  });

  it("takes null for left out", () => {
    expect(
      found(
        checkIgnition(
          untyped({ storage: null, passwd: { users: [{ name: "a", uid: null }, null] } }),
        ),
      ),
    ).toEqual([]);
  });

  it("judges what is well-typed beside what is not", () => {
    expect(
      found(checkIgnition(untyped({ storage: { files: [{ path: 1 }, { path: "b" }] } }))),
    ).toContain("PATH_RELATIVE $.storage.files[1].path");
  });
});

describe("a member that is newer than the spec", () => {
  it.each<[string, object, string]>([
    [
      "3.0.0",
      { storage: { filesystems: [{ device: "/a", format: "ext4", mountOptions: ["ro"] }] } },
      "3.1.0",
    ],
    ["3.1.0", { storage: { luks: [{ name: "a", device: "/a" }] } }, "3.2.0"],
    ["3.2.0", { kernelArguments: { shouldExist: ["a"] } }, "3.3.0"],
    ["3.3.0", { storage: { luks: [{ name: "a", device: "/a", discard: true }] } }, "3.4.0"],
    [
      "3.4.0",
      { storage: { luks: [{ name: "a", device: "/a", cex: { enabled: true } }] } },
      "3.5.0",
    ],
  ])("is rejected at %s and names the first spec that has it", (version, value, since) => {
    const report = checkIgnition({ ignition: { version }, ...value });
    expect(report.issues.map(({ code, severity }) => [code, severity])).toEqual([
      ["KEY_TOO_NEW", "error"],
    ]);
    expect(report.issues[0]?.message).toContain(since);
    expect(found(checkIgnition({ ignition: { version: since }, ...value }))).toEqual([]);
  });
});

describe("what is not known yet", () => {
  it.each<[string, IgnitionDocument, string[]]>([
    [
      "the paths of two files",
      withStorage({ files: [{}, {}] }),
      ["PATH_MISSING $.storage.files[0].path ?", "PATH_MISSING $.storage.files[1].path ?"],
    ],
    [
      "the path of a link above others",
      withStorage({ files: [{ path: "/a" }], links: [{ target: "/t" }] }),
      ["PATH_MISSING $.storage.links[0].path ?"],
    ],
    [
      "the names of units",
      document({ systemd: { units: [{ contents: "[a]\n" }, {}] } }),
      ["UNIT_NAME_SUFFIX $.systemd.units[0].name ?", "UNIT_NAME_SUFFIX $.systemd.units[1].name ?"],
    ],
    [
      "the devices of disks",
      withStorage({ disks: [{ partitions: [{ number: 1 }] }, {}] }),
      [
        "DEVICE_REQUIRED $.storage.disks[0].device ?",
        "DEVICE_REQUIRED $.storage.disks[1].device ?",
      ],
    ],
    [
      "the numbers of partitions with one label",
      withStorage({ disks: [{ device: "/a", partitions: [{ label: "l" }, { label: "l" }] }] }),
      ["PARTITION_LABEL_TAKEN $.storage.disks[0].partitions[1]"],
    ],
    [
      "number and label of a partition",
      withStorage({ disks: [{ device: "/a", partitions: [{}, {}] }] }),
      [
        "PARTITION_UNNAMED $.storage.disks[0].partitions[0] ?",
        "PARTITION_UNNAMED $.storage.disks[0].partitions[1] ?",
      ],
    ],
    [
      "a number beside a removal",
      withStorage({
        disks: [{ device: "/a", partitions: [{ number: 1, shouldExist: false }, { label: "l" }] }],
      }),
      ["PARTITION_REMOVAL_BESIDE_ZERO $.storage.disks[0].partitions ?"],
    ],
    [
      "the source of a hash and headers",
      withFile({
        contents: {
          verification: { hash: `sha256-${"0".repeat(64)}` },
          httpHeaders: [{ name: "a", value: "b" }],
        },
      }),
      [
        "HASH_WITHOUT_SOURCE $.storage.files[0].contents.verification.hash ?",
        "URL_INVALID $.storage.files[0].contents.httpHeaders ?",
      ],
    ],
    [
      "the sources of configs to merge",
      { ignition: { version: "3.4.0", config: { merge: [{}, {}] } } },
      [
        "SOURCE_REQUIRED $.ignition.config.merge[0] ?",
        "SOURCE_REQUIRED $.ignition.config.merge[1] ?",
      ],
    ],
    [
      "contents to overwrite with",
      withFile({ overwrite: true }),
      ["OVERWRITE_WITHOUT_SOURCE $.storage.files[0].overwrite ?"],
    ],
    [
      "the format of a filesystem",
      withStorage({ filesystems: [{ device: "/a", label: "l" }] }),
      [
        "FILESYSTEM_FORMAT_REQUIRED $.storage.filesystems[0].format ?",
        "FILESYSTEM_LABEL_NEEDS_FORMAT $.storage.filesystems[0].label ?",
      ],
    ],
    [
      "all of an array",
      withStorage({ raid: [{}] }),
      [
        "RAID_LEVEL_REQUIRED $.storage.raid[0].level ?",
        "RAID_DEVICES_REQUIRED $.storage.raid[0].devices ?",
      ],
    ],
    [
      "all of a volume",
      withStorage({ luks: [{ clevis: { tang: [{}], custom: { needsNetwork: true } } }] }),
      [
        "DEVICE_REQUIRED $.storage.luks[0].device ?",
        "CLEVIS_PIN_REQUIRED $.storage.luks[0].clevis.custom.pin ?",
        "CLEVIS_CONFIG_REQUIRED $.storage.luks[0].clevis.custom.config ?",
        "URL_SCHEME_UNKNOWN $.storage.luks[0].clevis.tang[0].url ?",
        "TANG_THUMBPRINT_REQUIRED $.storage.luks[0].clevis.tang[0].thumbprint ?",
      ],
    ],
    [
      "whether a filesystem may be wiped",
      withStorage({ disks: [{ device: "/a", wipeTable: true }], filesystems: [{ device: "/a" }] }),
      ["FILESYSTEM_WIPED_WITH_TABLE $.storage.filesystems[0].device ?"],
    ],
    ["the version", { ignition: {} }, ["SPEC_VERSION_MALFORMED $.ignition.version ?"]],
  ])("causes issues only where it is missing: %s", (_, config, issues) => {
    expect(foundMissing(checkIgnition(config))).toEqual(issues);
  });

  it("is passed over as an item of a list", () => {
    const hole = undefined;
    const value = {
      storage: {
        files: [hole, { path: "/a" }],
        links: [hole],
        directories: [hole],
        disks: [hole, { device: "/a", partitions: [hole] }],
        filesystems: [hole],
        raid: [hole, { name: "a", level: "1", devices: [hole] }],
        luks: [hole],
      },
      systemd: { units: [hole, { name: "a.service", dropins: [hole] }] },
      passwd: { users: [hole, { name: "a", groups: [hole] }] },
      kernelArguments: { shouldExist: [hole, hole] },
    };
    expect(found(checkIgnition(untyped(value)))).toEqual([]);
  });

  it("is no issue to an empty document of a wanted spec", () => {
    expect(found(checkIgnition({ ignition: {} }, { spec: "3.5.0" }))).toEqual([]);
  });
});
