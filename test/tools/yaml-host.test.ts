import { readdirSync } from "node:fs";
import { delimiter } from "node:path";
import { Scratch } from "./scratch.js";

const { Cache } = require("../../tools/setup/cache.js");
const { provideYamlHost } = require("../../tools/setup/yaml-host.js");

const scratch = new Scratch();
const step = { update() {} };
const search = (...folders: string[]) => ({
  PATH: [...folders, "/usr/bin", "/bin"].join(delimiter),
});

describe("the host for programs in YAML", () => {
  beforeAll(() => scratch.script("engine/pulumi", "exit 1"));

  it("is the engine's own when it brings one", async () => {
    scratch.script("release/pulumi", "exit 1");
    scratch.script("release/pulumi-language-yaml", "exit 1");
    const cache = new Cache(scratch.path("unused"));
    expect(await provideYamlHost(cache, scratch.path("release"), search(), step)).toEqual({
      folder: scratch.path("release"),
      source: "comes with the engine",
    });
  });

  it("is built from Go modules once, and in the cache from then on", async () => {
    scratch.script(
      "go/go",
      `case $1 in
         env) echo go1.99.0 ;;
         build) while [ "$1" != -o ]; do shift; done; echo made > "$2" ;;
       esac`,
    );
    const cache = new Cache(scratch.path("cache"));
    const provide = () =>
      provideYamlHost(cache, scratch.path("engine"), search(scratch.path("go")), step);
    const { folder, source } = await provide();
    expect(source).toMatch(/^1\.\d+\.\d+, built from Go modules$/);
    expect(readdirSync(folder)).toEqual(["pulumi-language-yaml"]);
    expect(await provide()).toEqual({ folder, source: "from the cache" });
  });

  it("rejects without Go, with what to install", async () => {
    const cache = new Cache(scratch.path("none"));
    await expect(provideYamlHost(cache, scratch.path("engine"), search(), step)).rejects.toThrow(
      /there is no Go\.\nInstall Go 1\.26 .* or the Pulumi CLI/,
    );
  });
});
