import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { baseUrl, host } from "./support/boot-network.js";
import { describeWith } from "./support/needs.js";
import { asked, emulated, motd, Rack, rackNeeds } from "./support/rack.js";

const names = ["node-a", "node-b", "node-c"];

jest.setTimeout(240_000);

describeWith(rackNeeds, "a rack behind Redfish, from power off to ready", () => {
  let rack: Rack;

  const write = (own: Record<string, object>) => rack.write(own, { directory: { serve: true } });
  const config = () => join(rack.project.folder, "netboot/ignition/node-b.ign");

  beforeAll(async () => {
    rack = await Rack.start(emulated("abc"));
  });

  afterAll(() => rack?.close());

  it("a wrong password, a certificate that nobody signed and a BMC that is gone leave the machines off", async () => {
    write({
      "node-a": { bmc: { ...rack.bmc("node-a"), password: "wrong" } },
      "node-b": { bmc: { ...rack.bmc("node-b"), caCertificate: undefined } },
      "node-c": { bmc: { ...rack.bmc("node-c"), endpoint: `https://${host}:9` } },
    });
    const { code, output } = await rack.project.up("--continue-on-error");
    expect(code).not.toBe(0);
    expect(output).toContain("BMC_LOGIN  $.bmc.password");
    expect(output).toContain("BMC_CERTIFICATE  $.bmc.caCertificate");
    expect(output).toContain("BMC_UNREACHABLE  $.bmc.endpoint");
    expect(rack.starts()).toEqual([0, 0, 0]);
  });

  it("one update takes all three from off to ready", async () => {
    write({});
    const { code, output } = await rack.project.up();
    for (const name of names) expect(output).toContain(`${name}: ready`);
    expect(code).toBe(0);
    expect(rack.starts()).toEqual([1, 1, 1]);
  });

  it("they have what the program asks for, byte for byte", () => {
    for (const name of names) expect(rack.tree(name)).toMatchObject(asked(name, "first"));
  });

  it("they boot from their disks again, which this BMC does not do by itself", async () => {
    expect(await rack.power()).toEqual(names.map(() => "On, then Hdd"));
  });

  it("another update changes nothing", async () => {
    const { output } = await rack.project.up("--expect-no-changes");
    expect(output).toContain("15 unchanged");
  });

  it("a config that is edited on disk reaches no machine, and the error names it", async () => {
    const own = { readinessTimeoutMinutes: 0.7, powerOffOnDestroy: true };
    write({ "node-b": { ...motd("second"), ...own } });
    const said = rack.tree("node-b").files["/etc/flatcar/phone-home.json"]?.contents;
    const update = rack.project.start("up", "--yes", "--skip-preview");
    await update.says(/node-b: switching on/);
    writeFileSync(config(), readFileSync(config(), "utf8").replace("second", "edited"));
    // Whoever is on the boot network can report, and is not believed.
    const report = (change: object) => {
      const body = JSON.stringify({ ...JSON.parse(String(said)), ...change });
      return rack.sandbox.must(["curl", "-s", "-d", body, `${baseUrl}/phone-home/node-b`]);
    };
    expect(await report({ token: "wrong" })).toBe("not accepted: its token is wrong\n");
    expect(await report({ generation: 0 })).toContain("it is of generation 0");
    const { code, output } = await update.ended;
    expect(code).not.toBe(0);
    expect(output).toContain("node-b: will be power-cycled: its config changes");
    expect(output).toContain(`node-b: refused a report from ${host}: its token is wrong`);
    expect(output).toContain(`node-b: refused a report from ${host}: it is of generation 0`);
    expect(output).toContain("PROVISION_NOT_READY  $.readiness");
    expect(output).toContain("refused ignition/node-b.ign: it was changed on disk");
    expect(output).toContain("run pulumi up --refresh, which writes ignition/node-b.ign anew");
  });

  it("and the next update mends it: one machine was restarted, and has what changed", async () => {
    const { code, output } = await rack.project.up("--refresh");
    expect(output).toMatch(/node-b: (?:ready|is up already)/);
    expect(code).toBe(0);
    expect(rack.starts()).toEqual([1, expect.any(Number), 1]);
    expect(rack.tree("node-b")).toMatchObject(asked("node-b", "second"));
  });

  it("destroy switches off what it is asked to, and leaves no file", async () => {
    const { code } = await rack.project.pulumi("destroy", "--yes", "--skip-preview");
    expect(code).toBe(0);
    expect(await rack.power()).toEqual(["On, then Hdd", "Off, then Hdd", "On, then Hdd"]);
    expect(existsSync(join(rack.project.folder, "netboot", "ignition"))).toBe(false);
  });
});
