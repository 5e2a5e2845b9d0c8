import { readdirSync } from "node:fs";
import { join } from "node:path";
import { baseUrl, layOutMirror } from "./support/boot-network.js";
import { Matchbox } from "./support/matchbox.js";
import { describeWith } from "./support/needs.js";
import { asked, emulated, motd, phoneHomeUrl, Rack, rackNeeds, version } from "./support/rack.js";

const names = ["node-a", "node-b", "node-c"];

jest.setTimeout(240_000);

describeWith(rackNeeds, "a rack behind Redfish that boots from a real Matchbox", () => {
  let rack: Rack;
  let matchbox: Matchbox;

  const write = (own: Record<string, object>) => {
    const shared = { phoneHomeUrl, powerOffOnDestroy: true };
    const each = names.map((name) => [name, { ...shared, ...own[name] }]);
    rack.write(Object.fromEntries(each), { matchbox: matchbox.args });
  };
  const kept = () =>
    readdirSync(matchbox.dataFolder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.includes("."))
      .sort();
  /** What machines asked for, without what tells one from another. */
  const requests = () => rack.network.requests.map((request) => request.replace(/\?.*/, ""));

  beforeAll(async () => {
    rack = await Rack.start(emulated("abc"));
    const { sandbox, network, system, project } = rack;
    matchbox = await Matchbox.start(join(sandbox.folder, "matchbox"), baseUrl, sandbox);
    layOutMirror(matchbox.assetsFolder, system, version);
    const bootDirectory = join(project.folder, "netboot");
    await network.serveFiles({ bootDirectory, testOs: system, version, matchbox });
  });

  afterAll(() => rack?.close());

  it("one update takes all three from off to ready", async () => {
    write({});
    const { code, output } = await rack.project.up();
    for (const name of names) expect(output).toContain(`${name}: ready`);
    expect(code).toBe(0);
    expect(rack.starts()).toEqual([1, 1, 1]);
    expect(kept()).toHaveLength(3 * names.length);
  });

  it("they have what the program asks for, and it came from Matchbox", () => {
    for (const name of names)
      expect(rack.tree(name)).toMatchObject(asked(name, "first", phoneHomeUrl));
    expect(requests().filter((request) => request === "GET /ignition")).toHaveLength(3);
  });

  it("another update changes nothing", async () => {
    const { output } = await rack.project.up("--expect-no-changes");
    expect(output).toContain("13 unchanged");
  });

  it("a change of one restarts that one, which then has it", async () => {
    write({ "node-b": motd("second") });
    const { code, output } = await rack.project.up();
    expect(output).toContain("node-b: will be power-cycled: its config changes");
    expect(code).toBe(0);
    expect(rack.starts()).toEqual([1, 2, 1]);
    expect(rack.tree("node-b")).toMatchObject(asked("node-b", "second", phoneHomeUrl));
  });

  it("destroy leaves nothing in Matchbox, and no machine on", async () => {
    const { code } = await rack.project.pulumi("destroy", "--yes", "--skip-preview");
    expect(code).toBe(0);
    expect(kept()).toEqual([]);
    expect(await rack.power()).toEqual(names.map(() => "Off, then Hdd"));
  });
});
