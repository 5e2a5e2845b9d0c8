import { type FileSource, type LocalNode, translateButane } from "../../src/butane/index.js";
import { butane, configOf, localFiles, problemsOf } from "./support.js";

/** A folder with modes, symlinks and directories. */
class Folder implements FileSource {
  private readonly nodes: readonly LocalNode[];

  constructor(...nodes: LocalNode[]) {
    this.nodes = nodes;
  }

  get(path: string): Uint8Array | undefined {
    const found = this.nodes.some((node) => node.path === path && node.type === "file");
    return found ? Buffer.from(`of ${path}`) : undefined;
  }

  list(): Iterable<LocalNode> {
    return this.nodes;
  }
}

const tree = (members: string) => `storage:\n  trees:\n    - {${members}}\n`;

describe("storage.trees", () => {
  it("copies files in the order of a walk, with 0644, from a plain map", () => {
    const files = localFiles({ "t/b": "2", "t/a/z": "1", "t/a-c": "3", other: "4" });
    const config = configOf(tree("local: t"), { files });
    expect(config.storage?.files).toEqual(
      [
        ["/a/z", "1"],
        ["/a-c", "3"],
        ["/b", "2"],
      ].map(([path, contents]) => ({
        path,
        contents: { source: `data:,${contents}`, compression: "" },
        mode: 0o644,
      })),
    );
  });

  it("makes executable files 0755 and symlinks links, and leaves directories to Ignition", () => {
    const files = new Folder(
      { path: "t", type: "dir" },
      { path: "t/run", type: "file", mode: 0o711 },
      { path: "t/sub", type: "dir" },
      { path: "t/sub/link", type: "symlink", target: "../run" },
    );
    const { storage } = configOf(tree("local: t, path: /opt/x"), { files });
    expect(storage?.files?.map(({ path, mode }) => [path, mode])).toEqual([["/opt/x/run", 0o755]]);
    expect(storage?.links).toEqual([{ path: "/opt/x/sub/link", target: "../run" }]);
    expect(storage?.directories).toBeUndefined();
  });

  it("fills a file and a link of the document that have no contents", () => {
    const files = new Folder(
      { path: "f", type: "file" },
      { path: "l", type: "symlink", target: "f" },
    );
    const { config, origins } = translateButane(
      butane(
        "storage:\n  files: [{path: /f, mode: 0600, user: {id: 5}}]\n  links: [{path: /l, group: {id: 6}}]\n" +
          "  trees: [{local: /}]\n",
      ),
      { files },
    );
    expect(config?.storage?.files).toEqual([
      {
        path: "/f",
        mode: 0o600,
        user: { id: 5 },
        contents: { source: "data:,of%20f", compression: "" },
      },
    ]);
    expect(config?.storage?.links).toEqual([{ path: "/l", group: { id: 6 }, target: "f" }]);
    const pathOf = (...path: (string | number)[]) =>
      origins.originOf(["storage", ...path]).path.join(".");
    expect(pathOf("files", 0, "contents", "source")).toBe("storage.trees.0");
    expect(pathOf("files", 0, "mode")).toBe("storage.files.0.mode");
    expect(pathOf("links", 0, "target")).toBe("storage.trees.0");
  });

  it("takes an empty directory", () => {
    expect(
      configOf(tree("local: t"), { files: new Folder({ path: "t", type: "dir" }) }).storage?.files,
    ).toEqual([]);
  });

  it("leaves nothing of an empty list", () => {
    expect(configOf("storage: {trees: []}\n").storage).toEqual({});
  });

  const files = new Folder(
    { path: "t/f", type: "file" },
    { path: "t/l", type: "symlink", target: "f" },
    { path: "s/socket", type: "other" },
  );

  it.each([
    ["no local", tree("path: /a"), "TREE_LOCAL_REQUIRED"],
    ["an empty local", tree("local: ''"), "TREE_LOCAL_REQUIRED"],
    ["a file", tree("local: t/f"), "TREE_NOT_DIRECTORY"],
    ["a folder that is not there", tree("local: u"), "LOCAL_FILE_MISSING"],
    ["a folder outside", tree("local: ../t"), "LOCAL_PATH_ESCAPES"],
    ["a socket", tree("local: s"), "TREE_FILE_TYPE"],
    [
      "a file with contents",
      `${tree("local: t")}  files: [{path: /f, contents: {inline: x}}]\n`,
      "TREE_NODE_EXISTS",
    ],
    [
      "a link with a target",
      `${tree("local: t")}  links: [{path: /l, target: x}]\n`,
      "TREE_NODE_EXISTS",
    ],
    [
      "a directory in place of a file",
      `${tree("local: t")}  directories: [{path: /f}]\n`,
      "TREE_NODE_EXISTS",
    ],
    ["a relative path, at the tree", tree("local: t, path: x"), "PATH_RELATIVE"],
  ])("rejects %s", (_, body, code) => {
    const problems = new Set(problemsOf(body, { files }));
    expect([...problems]).toEqual([`${code} $.storage.trees[0]`]);
  });

  it("rejects trees when there are no local files, one time", () => {
    expect(problemsOf("storage:\n  trees: [{local: a}, {local: b}]\n")).toEqual([
      "LOCAL_FILES_UNSET $.storage.trees[0]",
    ]);
  });
});
