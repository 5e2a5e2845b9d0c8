import { type IgnitionDocument, mergeIgnition, renderIgnition } from "../../src/ignition/index.js";
import { document, withContents, withDisk, withStorage, withUnits } from "./documents.js";

function merge(parent: IgnitionDocument, child: IgnitionDocument): IgnitionDocument {
  return mergeIgnition(parent, child).config;
}

describe("merging", () => {
  it("lets scalars of the child win, also empty and zero ones", () => {
    const parent = withStorage({
      files: [{ path: "/a", mode: 420, overwrite: true, user: { name: "u" } }],
    });
    const child = withStorage({
      files: [{ path: "/a", mode: 0, overwrite: false, user: { name: "" } }],
    });
    expect(merge(parent, child).storage?.files).toEqual([
      { path: "/a", mode: 0, overwrite: false, user: { name: "" } },
    ]);
  });

  it("keeps what the child does not say", () => {
    const parent = withContents({
      source: "data:,p",
      compression: "gzip",
      verification: { hash: "sha256-0" },
    });
    const child = withContents({ source: "data:,c" });
    expect(merge(parent, child).storage?.files?.[0]?.contents).toEqual({
      compression: "gzip",
      source: "data:,c",
      verification: { hash: "sha256-0" },
    });
  });

  it("puts matching items in the parent's place and new ones behind", () => {
    const parent = withUnits({ name: "a.service", enabled: true }, { name: "b.service" });
    const child = withUnits({ name: "c.service" }, { name: "a.service", mask: true });
    expect(merge(parent, child).systemd?.units).toEqual([
      { name: "a.service", enabled: true, mask: true },
      { name: "b.service" },
      { name: "c.service" },
    ]);
  });

  it("replaces a directory of the parent by a file of the child at its path", () => {
    const result = merge(
      withStorage({ directories: [{ path: "/a" }, { path: "/b" }] }),
      withStorage({ files: [{ path: "/a" }] }),
    );
    expect(result.storage).toEqual({ directories: [{ path: "/b" }], files: [{ path: "/a" }] });
  });

  it("moves a kernel argument", () => {
    const result = merge(
      document({ kernelArguments: { shouldExist: ["a", "b"] } }),
      document({ kernelArguments: { shouldNotExist: ["a"] } }),
    );
    expect(result.kernelArguments).toEqual({ shouldExist: ["b"], shouldNotExist: ["a"] });
  });

  it("appends lists that may repeat", () => {
    const parent = withStorage({ files: [{ path: "/a", append: [{ source: "data:,1" }] }] });
    expect(merge(parent, parent).storage?.files?.[0]?.append).toEqual([
      { source: "data:,1" },
      { source: "data:,1" },
    ]);
  });

  it("removes a header that the child names without a value", () => {
    const parent = withContents({
      httpHeaders: [
        { name: "a", value: "1" },
        { name: "b", value: "2" },
      ],
    });
    const child = withContents({ httpHeaders: [{ name: "a" }] });
    expect(merge(parent, child).storage?.files?.[0]?.contents?.httpHeaders).toEqual([
      { name: "b", value: "2" },
    ]);
  });

  it("matches partitions by number, or by label when neither has one", () => {
    const parent = withDisk({ partitions: [{ number: 1, label: "x" }, { label: "y" }] });
    const child = withDisk({
      partitions: [{ number: 1, sizeMiB: 0 }, { label: "y", sizeMiB: 5 }, { label: "x" }],
    });
    expect(merge(parent, child).storage?.disks?.[0]?.partitions).toEqual([
      { number: 1, label: "x", sizeMiB: 0 },
      { label: "y", sizeMiB: 5 },
      { label: "x" },
    ]);
  });

  it("never matches items whose key is not known", () => {
    const config = withStorage({ files: [{ mode: 1 }], disks: [{}], luks: [{}] });
    const { storage } = merge(config, config);
    expect([storage?.files?.length, storage?.disks?.length, storage?.luks?.length]).toEqual([
      2, 2, 2,
    ]);
  });

  it("keeps the version when the child has none", () => {
    expect(
      merge({ ignition: { version: "3.4.0" } }, { ignition: { timeouts: { httpTotal: 1 } } })
        .ignition.version,
    ).toBe("3.4.0");
  });

  it("changes neither of the two", () => {
    const parent = withUnits({ name: "a.service" });
    const child = withUnits({ name: "a.service", mask: true }, { name: "b.service" });
    const before = [renderIgnition(parent), renderIgnition(child)];
    merge(parent, child);
    expect([renderIgnition(parent), renderIgnition(child)]).toEqual(before);
  });
});

describe("the origins of a merge", () => {
  const parent = withStorage({
    files: [{ path: "/p" }, { path: "/both", mode: 420, contents: { source: "data:,p" } }],
    directories: [{ path: "/d" }],
  });
  const child = withStorage({
    files: [{ path: "/c" }, { path: "/both", contents: { source: "data:,c" } }],
  });
  const { origins } = mergeIgnition(parent, child);
  const files = ["storage", "files"] as const;

  it.each([
    ["an item of the parent", [...files, 0, "path"], "parent", [...files, 0, "path"]],
    [
      "an item of both, where the child's value won",
      [...files, 1, "contents", "source"],
      "child",
      [...files, 1, "contents", "source"],
    ],
    [
      "an item of both, where only the parent has the value",
      [...files, 1, "mode"],
      "parent",
      [...files, 1, "mode"],
    ],
    ["an item of the child", [...files, 2, "path"], "child", [...files, 0, "path"]],
    ["an item of both itself", [...files, 1], "child", [...files, 1]],
    [
      "what nobody wrote, in an item of the child",
      [...files, 2, "overwrite"],
      "child",
      [...files, 0, "overwrite"],
    ],
    [
      "what nobody wrote, in an item of both",
      [...files, 1, "user", "id"],
      "child",
      [...files, 1, "user", "id"],
    ],
    [
      "a list of the parent",
      ["storage", "directories", 0, "path"],
      "parent",
      ["storage", "directories", 0, "path"],
    ],
    ["everything", [], "child", []],
  ])("name the place of %s", (_, path, side, origin) => {
    expect(origins.originOf(path)).toEqual({ side, path: origin });
  });

  it("can be written as Ignition's transcript", () => {
    expect(origins.transcript()).toEqual(
      expect.arrayContaining([
        "parent:$.storage.files.1.mode → $.storage.files.1.mode",
        "child:$.storage.files.1.contents.source → $.storage.files.1.contents.source",
        "child:$.storage.files.0.path → $.storage.files.2.path",
      ]),
    );
  });

  it("follow a chain of merges back", () => {
    const first = withUnits({ name: "a.service" });
    const second = withUnits({ name: "b.service" });
    const third = withUnits({ name: "c.service" }, { name: "a.service", mask: true });
    const one = mergeIgnition(first, second);
    const two = mergeIgnition(one.config, third);
    const back = two.origins.originOf(["systemd", "units", 1, "name"]);
    expect(back.side).toBe("parent");
    expect(one.origins.originOf(back.path)).toEqual({
      side: "child",
      path: ["systemd", "units", 0, "name"],
    });
  });
});
