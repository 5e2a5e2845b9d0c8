import { readdirSync, readFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { Scratch } from "./scratch.js";

const { Cache } = require("../../tools/setup/cache.js");
const { provideOpenStackProvider } = require("../../tools/setup/openstack-provider.js");

const root = resolve(__dirname, "../..");
const scratch = new Scratch();
const step = { update() {} };
const search = (...folders: string[]) => ({
  PATH: [...folders, "/usr/bin", "/bin"].join(delimiter),
});

describe("the OpenStack provider", () => {
  it("is built once from Go modules, in the version of the installed SDK", async () => {
    scratch.script(
      "go/go",
      `case $1 in
         env) echo go1.99.0 ;;
         build) args="$*"; while [ "$1" != -o ]; do shift; done; echo "$args" > "$2" ;;
       esac`,
    );
    const cache = new Cache(scratch.path("cache"));
    const provide = () => provideOpenStackProvider(root, cache, search(scratch.path("go")), step);
    const { folder, version, source } = await provide();
    expect(source).toBe("built from Go modules");
    expect(readdirSync(folder)).toEqual(["pulumi-resource-openstack"]);
    const built = readFileSync(join(folder, "pulumi-resource-openstack"), "utf8");
    expect(built).toContain(`-X main.version=${version}`);
    const sdk = require("@pulumi/openstack/package.json");
    expect(sdk.version.replace("v", "")).toBe(version);
    expect(await provide()).toEqual({ folder, version, source: "from the cache" });
  });

  it("rejects without Go, with what it needs", async () => {
    const cache = new Cache(scratch.path("none"));
    await expect(provideOpenStackProvider(root, cache, search(), step)).rejects.toThrow(
      /there is no Go\.\nIt needs Go 1\.26 or newer on PATH\./,
    );
  });

  it("has every resource and look-up that src/openstack names", () => {
    const served = new Set(
      readFileSync(join(root, "tools/providers/openstack/main.go"), "utf8").match(
        /(?<=")(blockstorage|compute|images|networking)\.\w+(?=")/g,
      ),
    );
    const folder = join(root, "src/openstack");
    const imports = readdirSync(folder).flatMap((name) => [
      ...readFileSync(join(folder, name), "utf8").matchAll(
        /import \{([^}]*)\} from "@pulumi\/openstack\/(\w+)"/g,
      ),
    ]);
    const named = imports.flatMap(([, names = "", module]) =>
      names
        .split(",")
        .map((name) => name.trim())
        .filter((name) => name !== "" && !name.startsWith("type "))
        .map((name) => `${module}.${name}`),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !served.has(name))).toEqual([]);
  });
});
