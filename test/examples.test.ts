import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { typeCheck } from "./support/type-check.js";

const clone = resolve(__dirname, "..");
const examples = join(clone, "examples");

/** An example as its user has it: a copy with this package and the types installed. */
function installed(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `flatcar-example-${name}-`));
  cpSync(join(examples, name), folder, {
    recursive: true,
    filter: (path) => !/node_modules|netboot/.test(path),
  });
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(clone, join(folder, "node_modules/pulumi-flatcar"));
  for (const scope of ["@pulumi", "@types"]) {
    symlinkSync(join(clone, "node_modules", scope), join(folder, "node_modules", scope));
  }
  return folder;
}

const withFolder = (name: string, run: (folder: string) => void) => {
  const folder = installed(name);
  try {
    run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const typescript = readdirSync(examples, { withFileTypes: true })
  .filter(
    (entry) =>
      entry.isDirectory() && readdirSync(join(examples, entry.name)).includes("tsconfig.json"),
  )
  .map(({ name }) => name);

describe("examples", () => {
  it.each(typescript)("%s passes the type check of its own project", (name) => {
    withFolder(name, (folder) => {
      expect(typeCheck(folder)).toBe("");
    });
  });

  it("ignition-only prints a config that Ignition reads, and nothing else, on standard output", () => {
    withFolder("ignition-only", (folder) => {
      const config = JSON.parse(
        execFileSync(process.execPath, [join(folder, "index.ts")], {
          encoding: "utf8",
          stdio: "pipe",
        }),
      );
      expect(config.ignition.version).toBe("3.4.0");
      expect(config.systemd.units).toMatchObject([{ name: "web.service", enabled: true }]);
      expect(config.storage.files.map(({ path }: { path: string }) => path)).toEqual([
        "/etc/motd.d/owner.conf",
        "/etc/web/greeting",
      ]);
    });
  });
});
