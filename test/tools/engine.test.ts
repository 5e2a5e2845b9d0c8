import { readdirSync, readFileSync } from "node:fs";
import { delimiter, dirname } from "node:path";
import { Scratch } from "./scratch.js";

const { Cache } = require("../../tools/setup/cache.js");
const { engineFromCache } = require("../../tools/setup/engine.js");
const { engineOnPath } = require("../../tools/setup/engine-on-path.js");
const { release } = require("../../tools/setup/engine-release.js");

const scratch = new Scratch();

/** A folder with a `pulumi` that says it has this version, and with both hosts or only some. */
function pulumi(
  name: string,
  version: string,
  hosts = ["language-nodejs", "resource-pulumi-nodejs"],
) {
  scratch.script(`${name}/pulumi`, `echo "home=$PULUMI_HOME" >&2; echo ${version}`);
  for (const host of hosts) scratch.script(`${name}/pulumi-${host}`, "exit 1");
  return scratch.path(name);
}

/** Looks for an engine in these folders; returns it with the lines about those that were passed over. */
async function look(...folders: string[]) {
  const notes: string[] = [];
  const env = { PATH: [...folders, "/usr/bin", "/bin"].join(delimiter), PULUMI_HOME: "/users/own" };
  const engine = await engineOnPath(env, scratch.path("home"), (text: string) => notes.push(text));
  return { engine, notes };
}

describe("an engine on PATH", () => {
  it("is taken from the first folder that has a usable one", async () => {
    const first = pulumi("first", "v3.217.0");
    const { engine, notes } = await look(first, pulumi("second", "v3.300.0"));
    expect(engine).toEqual({ folder: first, version: "3.217.0", source: `from ${first}` });
    expect(notes).toEqual([]);
  });

  it("that is too old is passed over with a line that says so", async () => {
    const old = pulumi("old", "v3.216.0");
    const usable = pulumi("usable", "v3.250.1");
    const { engine, notes } = await look(old, usable);
    expect(engine?.folder).toBe(usable);
    expect(notes).toEqual([`passed over ${old}/pulumi: v3.216.0, 3.217.0 is needed`]);
  });

  it("without its hosts for Node.js is passed over with a line that names them", async () => {
    const bare = pulumi("bare", "v3.250.0", ["language-nodejs"]);
    const { engine, notes } = await look(bare);
    expect(engine).toBeUndefined();
    expect(notes).toEqual([`passed over ${bare}/pulumi: no pulumi-resource-pulumi-nodejs`]);
  });

  it("that cannot run is passed over with its reason", async () => {
    scratch.script("broken/pulumi", "echo wrong machine >&2; exit 3");
    const { engine, notes } = await look(scratch.path("broken"));
    expect(engine).toBeUndefined();
    expect(notes[0]).toContain("wrong machine");
  });

  it("is not the launcher of an npm package", async () => {
    const { engine, notes } = await look(pulumi("project/node_modules/.bin", "v3.250.0"));
    expect(engine).toBeUndefined();
    expect(notes).toEqual([]);
  });

  it("is asked without touching the user's own Pulumi home", async () => {
    scratch.script("spy/pulumi", `echo "$PULUMI_HOME" > ${scratch.path("spied")}; echo v3.250.0`);
    await look(scratch.path("spy"));
    expect(readFileSync(scratch.path("spied"), "utf8").trim()).toBe(scratch.path("home"));
  });
});

describe("an engine that is not on PATH", () => {
  const step = { update() {}, note() {} };

  /** A way to get an engine that counts how often it was tried. */
  function maker(title: string, make: () => Promise<void> = async () => {}) {
    const tried = jest.fn(make);
    return { title, entry: `engine/${title}`, version: "3.259.0", make: tried };
  }
  const fails = (message: string) => async () => {
    throw new Error(`much output\n${message}`);
  };

  it("is had in the first way that works, and is in the cache from then on", async () => {
    const cache = new Cache(scratch.path("cache-1"));
    const makers = [maker("released", fails("out of reach")), maker("built")];
    expect((await engineFromCache(cache, makers, step)).source).toBe("built");
    expect((await engineFromCache(cache, makers, step)).source).toBe("from the cache");
    expect(makers.map(({ make }) => make.mock.calls.length)).toEqual([1, 1]);
  });

  it("is taken from the cache before any way is tried", async () => {
    const cache = new Cache(scratch.path("cache-2"));
    await engineFromCache(cache, [maker("built")], step);
    const other = maker("released");
    expect((await engineFromCache(cache, [other, maker("built")], step)).source).toBe(
      "from the cache",
    );
    expect(other.make).not.toHaveBeenCalled();
  });

  it("rejects with one message that has the reasons and says what to install", async () => {
    const cache = new Cache(scratch.path("cache-3"));
    const makers = [
      maker("released", fails("out of reach")),
      maker("built", fails("there is no Go")),
    ];
    await expect(engineFromCache(cache, makers, step)).rejects.toThrow(
      /released: out of reach\n.*built: there is no Go\n.*Install Go 1\.26 .* or the Pulumi CLI/,
    );
  });
});

describe("Pulumi's own release", () => {
  it("is downloaded by its launcher into the cache, and nothing else is kept", async () => {
    scratch.script("bin/npm", "mkdir -p node_modules/pulumi");
    scratch.script(
      "bin/node",
      `test "$TMPDIR" = "$PULUMI_HOME/tmp" || exit 9
       for file in pulumi pulumi-language-nodejs; do
         mkdir -p $PULUMI_HOME/versions/${release({}).version}/bin
         touch $PULUMI_HOME/versions/${release({}).version}/bin/$file
       done`,
    );
    const cache = new Cache(scratch.path("cache-4"));
    const maker = release({ PATH: [scratch.path("bin"), "/usr/bin", "/bin"].join(delimiter) });
    const { folder, source } = await engineFromCache(cache, [maker], { update() {}, note() {} });
    expect(source).toBe("downloaded as Pulumi's release");
    expect(readdirSync(folder).sort()).toEqual(["pulumi", "pulumi-language-nodejs"]);
    expect(readdirSync(dirname(folder))).toEqual(["bin"]);
  });
});
