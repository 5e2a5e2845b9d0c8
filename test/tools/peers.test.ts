import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Scratch } from "./scratch.js";

const { Cache } = require("../../tools/setup/cache.js");
const { lowestPeers, providePeers } = require("../../tools/setup/peers.js");

const scratch = new Scratch();

describe("the lowest SDKs that package.json allows", () => {
  it.each([
    ["^6.0.2 || ^7.2.0", ["6.0.2", "7.2.0"]],
    ["^7.0.0", ["7.0.0"]],
    [undefined, []],
  ])("of %j are %j", (range, versions) => {
    const peerDependencies = range === undefined ? {} : { "@pulumi/aws": range };
    expect(lowestPeers({ peerDependencies })).toEqual(
      versions.map((version) => ({ name: "@pulumi/aws", version })),
    );
  });

  const provide = (cache: string) => {
    scratch.write("clone/package.json", '{ "peerDependencies": { "@pulumi/aws": "^6.0.2" } }');
    const env = { ...process.env, PATH: `${scratch.path("bin")}:${process.env.PATH}` };
    const place = { root: scratch.path("clone"), cache: new Cache(scratch.path(cache)), env };
    return providePeers(place, { update() {} });
  };

  it("are unpacked once, without what they depend on", async () => {
    scratch.write("sdk/package/index.js", "");
    scratch.script("bin/npm", `tar -czf "$6/sdk.tgz" -C "${scratch.path("sdk")}" package`);
    const { folder, source } = await provide("cache");
    expect(source).toBe("@pulumi/aws@6.0.2, downloaded");
    expect(readdirSync(join(folder, "@pulumi/aws@6.0.2"))).toEqual(["package"]);
    scratch.script("bin/npm", "exit 1");
    expect((await provide("cache")).source).toBe("@pulumi/aws@6.0.2, from the cache");
  });

  it("are done without where the registry is out of reach, and it is said why", async () => {
    scratch.script(
      "bin/npm",
      'echo "npm error code ENOTFOUND\nnpm error no such host" >&2; exit 1',
    );
    expect(await provide("empty")).toEqual({ source: "cannot be downloaded: no such host" });
    expect(existsSync(scratch.path("empty/peers"))).toBe(false);
  });
});
