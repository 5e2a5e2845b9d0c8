import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Scratch } from "./scratch.js";

const { Cache, cacheFolder, digest } = require("../../tools/setup/cache.js");

const scratch = new Scratch();
let folders = 0;
const newFolder = () => scratch.path(`cache-${folders++}`);

describe("the cache's place", () => {
  it.each([
    [{ FLATCAR_CACHE: "/a", XDG_CACHE_HOME: "/b" }, "/a"],
    [{ XDG_CACHE_HOME: "/b" }, "/b/pulumi-flatcar"],
    [{}, join(homedir(), ".cache", "pulumi-flatcar")],
  ])("with %j is %s", (env, folder) => {
    expect(cacheFolder(env)).toBe(folder);
  });

  it("rejects one that cannot be written, naming the variable to set", () => {
    const file = scratch.write("a-file", "");
    expect(() => new Cache(join(file, "cache"))).toThrow(/Set FLATCAR_CACHE/);
  });
});

describe("an entry of the cache", () => {
  const write = (text: string) => async (folder: string) => {
    writeFileSync(join(folder, "text"), text);
  };

  it("is made once and found from then on", async () => {
    const cache = new Cache(newFolder());
    expect(cache.find("engine/a")).toBeUndefined();
    const folder = await cache.entry("engine/a", write("one"));
    await cache.entry("engine/a", write("two"));
    expect(readFileSync(join(folder, "text"), "utf8")).toBe("one");
    expect(cache.find("engine/a")).toBe(folder);
  });

  it("is not there at all when making it failed, and leaves nothing behind", async () => {
    const cache = new Cache(newFolder());
    const failing = async (folder: string) => {
      await write("half")(folder);
      throw new Error("the disk is full");
    };
    await expect(cache.entry("engine/a", failing)).rejects.toThrow("the disk is full");
    expect(cache.find("engine/a")).toBeUndefined();
    expect(readdirSync(cache.work)).toEqual([]);
    expect(readdirSync(cache.locks)).toEqual([]);
  });

  it("is made by one of several set-ups that need it at once; the others say that they wait", async () => {
    const folder = newFolder();
    let made = 0;
    const make = async (work: string) => {
      made += 1;
      await sleep(300);
      await write("whole")(work);
    };
    const said: string[] = [];
    const say = (text: string) => said.push(text);
    const entries = await Promise.all(
      [new Cache(folder), new Cache(folder), new Cache(folder)].map((cache) =>
        cache.entry("engine/a", make, say),
      ),
    );
    expect(made).toBe(1);
    expect(new Set(entries).size).toBe(1);
    expect(said).toHaveLength(2);
  });

  it("does not wait for a set-up that was killed", async () => {
    const cache = new Cache(newFolder());
    const lock = join(cache.locks, digest(["engine/a"]));
    const longAgo = new Date(Date.now() - 60_000);
    writeFileSync(lock, "");
    utimesSync(lock, longAgo, longAgo);
    await cache.entry("engine/a", write("one"));
    expect(existsSync(lock)).toBe(false);
  });
});

describe("a digest", () => {
  it("differs when a text moves from one part to the next", () => {
    expect(digest(["ab", "c"])).not.toBe(digest(["a", "bc"]));
  });
});
