import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Ran } from "../support/engine.js";
import {
  build,
  debianPackages,
  describeWith,
  engine,
  openStackPackages,
  openStackProvider,
  oracle,
  oracles,
  root,
} from "./support/needs.js";
import { OpenStack } from "./support/openstack/cloud.js";
import { leftoversOf, type Server, serversOf } from "./support/openstack/inventory.js";
import { serveRelease } from "./support/openstack/mirror.js";
import { OpenStackProject } from "./support/openstack/project.js";
import { readReport } from "./support/report.js";
import { Sandbox } from "./support/sandbox.js";
import { testOs } from "./support/test-os.js";
import { type Tree, treeOf } from "./support/tree.js";

const programs = join(__dirname, "programs", "openstack");
const key =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPjkWlKfhXPEjgX8d5Uu6TkS6Kh5LIdyRo1ZJtRsVZ1h you@example.com";

const sha512 = (contents: string | Buffer) => createHash("sha512").update(contents).digest("hex");

/** Stands in for the file of a release: Glance looks at its bytes only. */
const release = randomBytes(200_000);

/** What a server is when nothing else is asked for. */
const plainPort = {
  network: "inside",
  address: expect.stringMatching(/^10\.10\.0\.\d+$/),
  allowedAddresses: [],
  floatingAddress: false,
  letsIn: ["IPv4 any - its own members", "IPv6 any - its own members"],
};
const plainServer = {
  id: expect.any(String),
  status: "ACTIVE",
  flavor: "m1.large",
  zone: "nova",
  metadata: {},
  configDrive: true,
  userData: expect.stringContaining('"ignition"'),
  keyPair: "",
  groups: [],
  ports: [plainPort],
};

/** What the machines that boot are to have: the program, row by row. */
const booted: Tree = {
  hostname: "booted",
  files: {
    "/etc/motd": { mode: "0644", owner: "0:0", contents: "Welcome.\n" },
    "/etc/app/token": { mode: "0600", owner: "0:0", contents: "p4ssw0rd & more: ✓\n" },
  },
  directories: { "/var/lib/app": { mode: "0750", owner: "1500:0" } },
  links: { "/etc/localtime": "../usr/share/zoneinfo/Europe/Berlin" },
  units: {
    "app.service": {
      state: "enabled",
      contents: "[Service]\nExecStart=/opt/bin/app\n\n[Install]\nWantedBy=multi-user.target\n",
    },
    "locksmithd.service": { state: "masked" },
  },
  users: {
    core: {
      uid: 500,
      home: "/home/core",
      groups: ["wheel", "sudo", "docker", "systemd-journal"],
      password: "none",
      sshAuthorizedKeys: [key],
    },
    deploy: {
      uid: 1500,
      home: "/home/deploy",
      groups: ["docker"],
      password: "none",
      sshAuthorizedKeys: [key],
    },
  },
};

const good = { imageName: "flatcar-one" };
const impatient = {
  impatient: true,
  imageName: "flatcar-boot",
  instanceType: "boot",
  availabilityZone: "boot",
  hardwareWaiver: "the compute host has few cores",
};

const unchanged = /Resources:\n +\d+ unchanged\n/;

jest.setTimeout(300_000);

/** What a command printed that has to succeed. */
function fine({ code, output }: Ran): string {
  if (code !== 0) throw new Error(output);
  return output;
}

/** Does the same with several projects at once. */
function together(...projects: readonly OpenStackProject[]) {
  return (act: (project: OpenStackProject) => Promise<Ran>) => Promise.all(projects.map(act));
}

describeWith(
  [root, debianPackages, openStackPackages, openStackProvider, oracles, engine, build],
  "machines in a real OpenStack, made by the real provider",
  () => {
    let sandbox: Sandbox;
    let cloud: OpenStack;
    let example: OpenStackProject;
    let fleet: OpenStackProject;
    let booting: OpenStackProject;
    let faults: OpenStackProject;
    /** After the first update of each project. */
    let made: Readonly<Record<string, Server>>;

    const projectOf = (name: string) =>
      new OpenStackProject(sandbox, cloud, {
        "index.js": readFileSync(join(programs, `${name}.js`), "utf8"),
      });

    const machines = (args: Readonly<Record<string, object>>) =>
      faults.write({ "machines.json": JSON.stringify(args) });

    beforeAll(async () => {
      process.env.PULUMI_NODEJS_TRANSPILE_ONLY = "true";
      sandbox = new Sandbox();
      cloud = await OpenStack.start(sandbox, await testOs(oracle("ignition")));
      const mirror = await serveRelease(sandbox, "4593.2.5", release);

      example = new OpenStackProject(sandbox, cloud, {});
      example.copy(join(__dirname, "../../examples/openstack-server"));
      fine(await example.config({ image: "flatcar-one", pool: "outside", "keys[0]": key }));
      fleet = projectOf("fleet");
      fleet.set({ PUBLIC_KEY: key, MIRROR: mirror, SHA512: sha512(release) });
      booting = projectOf("boot");
      booting.set({ PUBLIC_KEY: key });
      faults = projectOf("faults");

      (await together(booting, fleet, example)((project) => project.up())).forEach(fine);
      made = await serversOf(cloud.admin);
    });

    afterAll(async () => {
      await sandbox?.close();
    });

    describe("nova and neutron have what was asked for", () => {
      it("by the example: the smallest flavor, one port with a floating address, one rule", async () => {
        expect(made.server).toEqual({
          ...plainServer,
          image: "flatcar-one",
          metadata: { team: "shop" },
          userData: expect.stringContaining("data:,Hello.%0A"),
          ports: [{ ...plainPort, floatingAddress: true, letsIn: ["IPv4 tcp 22-22 192.0.2.0/24"] }],
        });
        expect(await example.outputs()).toMatchObject({
          instanceId: made.server?.id,
          privateIp: made.server?.ports[0]?.address,
          publicIp: expect.stringMatching(/^203\.0\.113\.\d+$/),
          instanceType: "m1.large",
        });
      });

      it("by a machine with everything", async () => {
        const letsIn = ["IPv4 tcp 443-443 0.0.0.0/0", "IPv4 udp 53-54 10.0.0.0/8"];
        expect(made.full).toEqual({
          ...plainServer,
          flavor: "m1.xlarge",
          image: "flatcar-one",
          metadata: { team: "shop" },
          configDrive: false,
          keyPair: "pair",
          groups: ["anti-affinity"],
          ports: [
            plainPort, // the existing one
            {
              ...plainPort,
              address: "10.10.0.50",
              allowedAddresses: ["10.10.0.0/28"],
              floatingAddress: true,
              letsIn,
            },
            { ...plainPort, letsIn },
          ],
        });
        const { ignitionSha512 } = await fleet.outputs();
        expect(sha512(made.full?.userData ?? "")).toBe(ignitionSha512);
      });

      it("by machines from an image that was uploaded from a mirror, in the smallest flavor", async () => {
        const server = { ...plainServer, image: "flatcar-stable-4593.2.5-amd64" };
        expect([made.resized, made.reimaged]).toEqual([server, server]);
        expect(await fleet.outputs()).toMatchObject({
          picked: "m1.large",
          uploaded: sha512(release),
        });
      });
    });

    describe("a machine boots, and real Ignition applies its user data", () => {
      /** Waits until the test system has reported on the console. */
      const treeOn = async (name: string): Promise<Tree> => {
        for (;;) {
          const console = await cloud.console(made[name]?.id ?? "");
          if (/^LAB-(DONE|FAILED)/m.test(console)) return treeOf(readReport(console));
          await sleep(500);
        }
      };

      it("as it is", async () => {
        expect(made.plain).toMatchObject({ zone: "boot", configDrive: true });
        expect(await treeOn("plain")).toEqual(booted);
      });

      it("compressed", async () => {
        expect(made.packed?.userData).toContain('"compression":"gzip"');
        const { files, ...rest } = await treeOn("packed");
        expect(rest).toEqual({ ...booted, files: undefined });
        expect(files).toEqual({
          ...booted.files,
          "/etc/large.conf": expect.objectContaining({
            contents: expect.stringContaining("285000 bytes with SHA-256"),
          }),
        });
      });
    });

    it("a second update changes nothing", async () => {
      for (const ran of await together(example, fleet, booting)((project) => project.up())) {
        expect(fine(ran)).toMatch(unchanged);
      }
      expect(await serversOf(cloud.admin)).toEqual(made);
    });

    describe("a preview refuses", () => {
      it("a flavor below the floor, and nothing is made", async () => {
        const before = (await cloud.requests()).length;
        machines({ small: { ...good, instanceType: "m1.small" } });
        const { code, output } = await faults.preview();
        expect(code).not.toBe(0);
        expect(output).toContain("HARDWARE_TOO_SMALL");
        expect(output).toContain("m1.small has 1 vCPU, 2 GiB and 20 GB disk");
        const requests = (await cloud.requests()).slice(before);
        expect(requests.filter((line) => !/ GET |^identity POST/.test(line))).toEqual([]);
      });

      it("when keystone does not answer", async () => {
        await cloud.fail(
          { service: "identity", method: "GET", path: ".", times: 99 },
          { service: "identity", method: "POST", path: ".", times: 99 },
        );
        const { code, output } = await faults.preview();
        await cloud.fail();
        expect(code).not.toBe(0);
        expect(output).toContain("OpenStack connection error");
      });
    });

    describe("side by side: changes, and what goes wrong", () => {
      let changed: Readonly<Record<string, Server>>;
      let failed: Ran;

      beforeAll(async () => {
        fleet.set({ CHANGED: "1" });
        fine(await example.config({ greeting: "Hi." }));
        machines({
          "over-quota": { ...good, instanceType: "m1.huge" },
          "no-host": { ...good, instanceType: "gpu.large" },
          "no-data": { imageId: await cloud.imageId("flatcar-empty") },
          broken: good,
          slow: impatient,
        });
        await cloud.fail({
          service: "compute",
          method: "POST",
          path: "^/v2.1/servers$",
          contains: '"name":"broken"',
          times: 1,
          status: 500,
          body: { computeFault: { code: 500, message: "Unexpected API Error." } },
        });
        const fail = async () => {
          // Its host is the one that is going to hang.
          fine(await booting.destroy());
          return cloud.whileHostHangs(() => faults.up("--continue-on-error"));
        };
        const [first, second, third] = await Promise.all([fleet.up(), example.up(), fail()]);
        [first, second].forEach(fine);
        failed = third;
        changed = await serversOf(cloud.admin);
      });

      it("another config replaces the machine, which keeps its port and addresses", () => {
        expect(changed.server).toEqual({
          ...made.server,
          id: expect.any(String),
          userData: expect.stringContaining("data:,Hi.%0A"),
        });
        expect(changed.server?.id).not.toBe(made.server?.id);
      });

      it("name, tags, a rule and an address pair change in place, and an image is ignored", () => {
        const letsIn = ["IPv4 tcp 443-443 0.0.0.0/0", "IPv4 udp 53-53 10.0.0.0/8"];
        const [existing, first, second] = made.full?.ports ?? [];
        expect(changed.front).toEqual({
          ...made.full,
          metadata: { team: "store", tier: "web" },
          ports: [
            existing,
            { ...first, allowedAddresses: ["10.10.0.200"], letsIn },
            { ...second, letsIn },
          ],
        });
      });

      it("another flavor resizes the machine", () => {
        expect(changed.resized).toEqual({ ...made.resized, flavor: "m1.xlarge" });
      });

      it("another image replaces the machine that asks for it, which keeps its port", () => {
        expect(changed.reimaged).toEqual({
          ...made.reimaged,
          id: expect.any(String),
          image: "fetched",
        });
        expect(changed.reimaged?.id).not.toBe(made.reimaged?.id);
      });

      it.each([
        ["a quota that is used up", /Quota exceeded for cores, ram: Requested 128/],
        ["an image without data", /Image \S+ is not active/],
        ["an error of nova's", /Error creating OpenStack server: Internal Server Error/],
        ["no host", /unexpected state 'ERROR', wanted target 'ACTIVE'/],
        ["a host that hangs", /to become ready: context deadline exceeded/],
      ])("%s fails, with what nova says", (_, text) => {
        expect(failed.code).not.toBe(0);
        expect(failed.output).toMatch(text);
      });

      it("a server that nova gave up is not taken for a machine, and its error says how to replace it", async () => {
        machines({
          ...{ "over-quota": good, "no-host": good, "no-data": good, broken: good },
          slow: impatient,
        });
        const { code, output } = await faults.preview();
        expect(code).not.toBe(0);
        expect(output).toMatch(/OPENSTACK_SERVER_ERROR[\s\S]*server \S+ is in state ERROR/);
        const urn = /pulumi up --replace '(\S+no-host-machine)'/.exec(output)?.[1] ?? "";
        fine(await faults.up("--replace", urn));
      });

      it("the next update has made everything, and nothing twice", async () => {
        const server = { ...plainServer, image: "flatcar-one" };
        expect(await serversOf(cloud.admin)).toEqual({
          ...changed,
          ...{ "over-quota": server, "no-host": server, "no-data": server, broken: server },
          slow: { ...server, image: "flatcar-boot", flavor: "boot", zone: "boot" },
        });
        expect(fine(await faults.up())).toMatch(unchanged);
        const names = ["over-quota", "no-host", "no-data", "broken", "slow"];
        const ours = (await leftoversOf(cloud.api)).filter((thing) =>
          names.some((name) => thing.includes(name)),
        );
        expect(ours.sort()).toEqual(
          names.flatMap((name) => [`server ${name}`, `port ${name}-port-0`]).sort(),
        );
      });
    });

    it("nothing is left in nova, neutron and glance when all are destroyed", async () => {
      (await together(example, fleet, faults)((project) => project.destroy())).forEach(fine);
      expect(await leftoversOf(cloud.api)).toEqual([]);
    });
  },
);
