import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Project } from "../support/engine.js";
import { baseUrl, bridge, layOutMirror } from "./support/boot-network.js";
import { endSession } from "./support/end-session.js";
import { describeWith } from "./support/needs.js";
import { asked, emulated, phoneHomeUrl, Rack, rackNeeds, version } from "./support/rack.js";

const names = ["node-a", "node-c"];
const [a = "", c = ""] = emulated("ac").map(({ macAddress }) => macAddress);

jest.setTimeout(240_000);

describeWith(rackNeeds, "a rack behind Redfish that others serve, on a bad day", () => {
  let rack: Rack;

  const write = (words: object) => {
    const own = Object.fromEntries(names.map((name) => [name, words]));
    rack.write(own, { directory: { phoneHomeUrl } });
  };
  /** Whether the machine is known to have got something from the web server. */
  const got = (path: string) => rack.network.requests.includes(`GET ${path} 200`);
  /** How often the BMCs were asked something. */
  const heard = (what: RegExp) => rack.bmcs.log.match(what)?.length ?? 0;
  const listens = async () => (await rack.sandbox.run(["curl", "-s", phoneHomeUrl])).code === 0;

  /** Starts an update and ends it with all that it started, once a sign is there. */
  const kill = async (sign: (said: (text: RegExp) => boolean) => boolean | Promise<boolean>) => {
    const update = rack.project.start("up", "--yes", "--skip-preview");
    let output = "";
    update.child.stdout?.on("data", (text) => {
      output += text;
    });
    while (!(await sign((text) => text.test(output)))) {
      if (update.child.exitCode !== null) throw new Error(`ended by itself\n${output}`);
      await sleep(20);
    }
    endSession(update.child.pid ?? 0);
    await update.ended;
    rack.project.mendState();
    await rack.project.pulumi("cancel", "--yes");
  };

  beforeAll(async () => {
    const machines = emulated("ac").map((machine, index) =>
      index === 1 ? { ...machine, bridge: "dark0" } : machine,
    );
    rack = await Rack.start(machines);
    await rack.sandbox.must("ip link add dark0 type bridge");
    await rack.sandbox.must("ip link set dark0 up");
    // In a session of its own, by which all of it can be ended.
    rack.project.launcher = ["setsid", ...rack.project.launcher];
  });

  afterAll(() => rack?.close());

  it("without a web server, and without a cable, the error says what is known and where to look", async () => {
    write({ readinessTimeoutMinutes: 0.15 });
    const { code, output } = await rack.project.up("--continue-on-error");
    expect(code).not.toBe(0);
    for (const name of names) {
      expect(output).toContain(`BareMetalInstance "${name}" is not provisioned: 1 problem`);
    }
    expect(output).toMatch(
      /no report arrived at \S+ within 0\.15 minutes; last known: it was switched on at/,
    );
    expect(output).toContain("into the log of the web server whether it asked for its script");
    expect(rack.network.log).toContain(a);
    expect(rack.network.log).not.toContain(c);
    expect(rack.starts()).toEqual([0, 0]);
  });

  describe("with both, pulumi up is killed", () => {
    const script = `/ipxe/${a.replaceAll(":", "-")}.ipxe`;
    const initrd = `/mirror/amd64-usr/${version}/flatcar_production_pxe_image.cpio.gz`;
    const serial = () => rack.bmcs.serial(rack.machine("node-a"));

    beforeAll(async () => {
      const { sandbox, network, project, system } = rack;
      for (const name of names) await rack.cut(name);
      const bootDirectory = join(project.folder, "netboot");
      await network.serveFiles({ bootDirectory, testOs: system, version });
      await sandbox.must("ip link add cable type veth peer name socket");
      await sandbox.must(`ip link set cable master ${bridge} up`);
      await sandbox.must("ip link set socket master dark0 up");
      write({});
    });

    it.each<[string, Parameters<typeof kill>[0]]>([
      ["as it starts", (said) => said(/Updating/)],
      ["when it knows what to do", (said) => said(/node-a: will be power-cycled/)],
      ["when it asks the BMC", since(() => heard(/GET \/redfish\/v1\/Systems/g))],
      ["before power", since(() => heard(/PATCH \/redfish/g))],
      ["after power", since(() => heard(/POST \/redfish\S+Reset/g))],
      ["after the boot script", async () => got(script) && (await listens())],
      ["after kernel and initramfs", async () => got(initrd) && (await listens())],
      ["after the config", async () => got("/ignition/node-a.ign") && (await listens())],
      ["before the report", async () => serial().includes("LAB-REPORT-END") && (await listens())],
      ["after a report", (said) => said(/node-.: (?:is up already|ready)/)],
    ])("%s", async (_, sign) => {
      await kill(sign);
    });

    it("and the next one brings both up, with what the program asks for", async () => {
      const { code } = await rack.project.up();
      expect(code).toBe(0);
      for (const name of names) {
        expect(rack.tree(name)).toMatchObject(asked(name, "first", phoneHomeUrl));
      }
    });

    it("and another one changes nothing", async () => {
      const { output } = await rack.project.up("--expect-no-changes");
      expect(output).toContain("11 unchanged");
    });

    /** Whether something is more than it was when it was asked for the first time. */
    function since(count: () => number): () => boolean {
      let before: number | undefined;
      return () => {
        before ??= count();
        return count() > before;
      };
    }
  });

  it("the example baremetal-rack takes them from off to ready as it is", async () => {
    // Types are checked in test/examples.test.ts.
    process.env.PULUMI_NODEJS_TRANSPILE_ONLY = "true";
    const directory = join(rack.project.folder, "netboot");
    const { code: destroyed } = await rack.project.pulumi("destroy", "--yes", "--skip-preview");
    expect(destroyed).toBe(0);
    for (const name of names) await rack.cut(name);
    layOutMirror(join(rack.sandbox.folder, "mirror"), rack.system, "current");

    const example = new Project({}, "nodejs", rack.sandbox.folder);
    example.copy(join(__dirname, "../../examples/baremetal-rack"));
    example.launcher = await rack.sandbox.launcher(example.folder);
    const columns =
      "name,macAddresses,architecture,vcpus,memoryMib,roles,bmc.endpoint,bmc.systemId";
    const rows = rack.machines.map(({ name, macAddress, uuid }) =>
      [name, macAddress, "x64", 4, 8192, "web", rack.bmc(name).endpoint, uuid].join(","),
    );
    example.write({ "lab.csv": `${[columns, ...rows].join("\n")}\n` });
    const { username, password, caCertificate } = rack.bmc("node-a");
    const mirrorUrl = `${baseUrl}/mirror`;
    const place = { inventoryFile: "lab.csv", directory, baseUrl, mirrorUrl, phoneHomeUrl };
    await example.config({ ...place, bmcUsername: username, bmcCaCertificate: caCertificate });
    await example.pulumi("config", "set", "--secret", "bmcPassword", password);
    const { code, output } = await example.up();
    for (const name of names) expect(output).toContain(`rack-${name}: ready`);
    expect(code).toBe(0);
    for (const name of names) {
      expect(rack.tree(name)).toMatchObject({
        hostname: name,
        units: { "web.service": { state: "enabled" } },
      });
    }
    const { table } = await example.outputs();
    expect(table).toMatch(/node-c +web +x64/);
  });
});
