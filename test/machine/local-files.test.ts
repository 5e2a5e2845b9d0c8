import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { localFiles } from "../../src/machine/local-files.js";

describe("local files of a folder", () => {
  const top = mkdtempSync(join(tmpdir(), "flatcar-files-"));
  const folder = join(top, "files");
  beforeAll(() => {
    mkdirSync(join(folder, "bin"), { recursive: true });
    writeFileSync(join(top, "secret"), "outside");
    writeFileSync(join(folder, "motd"), "hello");
    writeFileSync(join(folder, "bin/run"), "#!/bin/sh\n", { mode: 0o755 });
    symlinkSync("motd", join(folder, "alias"));
    symlinkSync("../secret", join(folder, "escape"));
  });
  afterAll(() => rmSync(top, { recursive: true }));

  const files = localFiles(folder);
  const text = (path: string) => files.get(path) && Buffer.from(files.get(path) ?? []).toString();

  it("are read by path, through links inside the folder", () => {
    expect(text("motd")).toBe("hello");
    expect(text("alias")).toBe("hello");
  });

  it.each(["missing", "bin", "../secret", "escape"])("rejects %s", (path) => {
    expect(files.get(path)).toBeUndefined();
  });

  it("are listed with type, mode and target, in order", () => {
    expect([...(files.list?.() ?? [])]).toEqual([
      { path: "alias", type: "symlink", target: "motd" },
      { path: "bin", type: "dir", mode: 0o755 },
      { path: "bin/run", type: "file", mode: 0o755 },
      { path: "escape", type: "symlink", target: "../secret" },
      { path: "motd", type: "file", mode: 0o644 },
    ]);
  });
});
