import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { matchboxProvider } from "../../src/matchbox/index.js";
import { packFiles } from "../../src/provider/packed-files.js";
import { Project } from "../support/engine.js";
import { SigningKey, writeRelease } from "../support/release.js";
import { BootNetwork, baseUrl } from "./support/boot-network.js";
import { Authority } from "./support/certificates.js";
import { type Boot, boot } from "./support/machine.js";
import { Matchbox } from "./support/matchbox.js";
import {
  build,
  debianPackages,
  describeWith,
  engine,
  oracle,
  oracles,
  root,
} from "./support/needs.js";
import { added, core, key as sshKey } from "./support/nodes.js";
import { mortal, Sandbox } from "./support/sandbox.js";
import { type TestOs, testOs } from "./support/test-os.js";
import { treeOf } from "./support/tree.js";

const version = "4593.2.5";
const kernel = "flatcar_production_pxe.vmlinuz";
const initrd = "flatcar_production_pxe_image.cpio.gz";
const [first, second] = ["52:54:00:aa:00:01", "52:54:00:aa:00:02"];

jest.setTimeout(240_000);

describeWith(
  [root, debianPackages, oracles, engine, build],
  "machines that boot from a real Matchbox",
  () => {
    let sandbox: Sandbox;
    let matchbox: Matchbox;
    let project: Project;
    let key: SigningKey;
    let system: TestOs;

    /** A boot directory for DHCP, a signed release in Matchbox's assets, and one machine. */
    const program = ({ macs = [first, second], motd = "first", more = "" }) => `
const pulumi = require("@pulumi/pulumi");
const { BareMetalInstance, PxeBootAssets, PxeBootDirectory } = require("pulumi-flatcar/baremetal");
new PxeBootDirectory("dhcp", { directory: "./netboot", baseUrl: "${baseUrl}" });
const assets = new PxeBootAssets("assets", { directory: "${matchbox.assetsFolder}/flatcar", baseUrl: "${baseUrl}/assets/flatcar",
  version: "${version}", source: "${join(sandbox.folder, "release")}",
  signingKey: ${JSON.stringify(key.text)}, signingKeyFingerprint: "${key.fingerprint}" });
const matchbox = ${JSON.stringify(matchbox.args)};
exports.node = new BareMetalInstance("node-a", { matchbox, mirrorUrl: assets.mirrorUrl, macAddresses: ${JSON.stringify(macs)},
  hardware: { vcpus: 4, memoryMib: 8192, architecture: "x64" }, hostname: "node-a", sshAuthorizedKeys: ["${sshKey}"],
  files: [{ path: "/etc/motd", contents: "Welcome to the ${motd} boot.\\n" },
    { path: "/etc/token", mode: 0o600, contents: pulumi.secret("canary-token-4711") }],
  units: [{ name: "app.service", enabled: true, contents: "[Service]\\nExecStart=/bin/true\\n\\n[Install]\\nWantedBy=multi-user.target\\n" }],
  ${more} }).summary;`;

    const write = (options: Parameters<typeof program>[0] = {}) =>
      project.write({ "index.js": program(options) });
    const kept = () =>
      readdirSync(matchbox.dataFolder, { recursive: true, encoding: "utf8" })
        .filter((path) => path.includes("."))
        .sort();
    const served = async (query: string) => {
      const response = await fetch(`${matchbox.url}/${query}`);
      return { status: response.status, text: await response.text() };
    };

    beforeAll(async () => {
      sandbox = new Sandbox();
      [matchbox, system, key] = await Promise.all([
        Matchbox.start(join(sandbox.folder, "matchbox"), baseUrl),
        testOs(oracle("ignition")),
        SigningKey.make(),
      ]);
      const files = {
        [kernel]: readFileSync(system.kernel),
        [initrd]: readFileSync(system.initrd),
      };
      await writeRelease(join(sandbox.folder, "release"), { version, key, files });
      project = new Project({}, "nodejs", sandbox.folder);
      project.launcher = mortal;
    });

    afterAll(async () => {
      matchbox?.stop();
      await sandbox?.close();
    });

    it("Matchbox serves a config of spec 3.5.0 as an empty one, with status 200", async () => {
      const config = {
        ignition: { version: "3.5.0" },
        storage: { files: [{ path: "/etc/motd" }] },
      };
      const profile = { id: "trap", ignition_id: "trap.ign" };
      const group = { id: "trap", profile: "trap", selector: { mac: "52:54:00:ee:00:01" } };
      const files = {
        "ignition/trap.ign": config,
        "profiles/trap.json": profile,
        "groups/trap.json": group,
      };
      for (const [path, value] of Object.entries(files)) {
        mkdirSync(join(matchbox.dataFolder, path, ".."), { recursive: true });
        writeFileSync(join(matchbox.dataFolder, path), JSON.stringify(value));
      }
      const { status, text } = await served("ignition?mac=52-54-00-ee-00-01");
      expect(status).toBe(200);
      expect(text).not.toContain("/etc/motd");
      expect(JSON.parse(text).ignition.version).toBe("");
      for (const path of Object.keys(files)) rmSync(join(matchbox.dataFolder, path));
    });

    it("so such a config is refused, with the fix, before anything is written", async () => {
      write({ more: 'spec: "3.5.0", directory: "./netboot"' });
      const { code, output } = await project.up();
      expect(code).not.toBe(0);
      expect(output).toContain('BareMetalInstance "node-a" cannot be built: 2 problems');
      expect(output).toContain("PXE_DESTINATION  $.matchbox");
      expect(output).toContain("PLATFORM_SPEC  $.spec");
      expect(output).toContain("matchbox hands on configs up to spec 3.4.0, and this one is 3.5.0");
      expect(output).toContain("fix: use spec 3.4.0");
      expect(kept()).toEqual([]);
    });

    it("an update enters a config, a profile and a group for every card", async () => {
      write();
      const { code, output } = await project.up();
      expect(output).not.toMatch(/warning/i);
      expect(code).toBe(0);
      expect(kept()).toEqual([
        "groups/node-a-52-54-00-aa-00-01.json",
        "groups/node-a-52-54-00-aa-00-02.json",
        "ignition/node-a.ign",
        "profiles/node-a.json",
      ]);
    });

    it("Matchbox serves what was asked for, to either card and to no other", async () => {
      const { node } = (await project.outputs()) as { node: Record<string, string> };
      const script = await served(node.bootScript ?? "");
      expect(script.text).toContain(
        `kernel ${baseUrl}/assets/flatcar/amd64-usr/${version}/${kernel}`,
      );
      expect(script.text).toContain(
        `ignition.config.url=${baseUrl}/ignition?uuid=\${uuid}&mac=\${mac:hexhyp}`,
      );
      expect(await served("ipxe?mac=52-54-00-aa-00-02")).toEqual(script);
      const config = JSON.parse((await served(node.ignitionFile ?? "")).text);
      const stored = JSON.parse(
        readFileSync(join(matchbox.dataFolder, "ignition/node-a.ign"), "utf8"),
      );
      expect(config).toMatchObject(stored);
      expect((await served("ipxe?mac=52-54-00-aa-00-03")).status).toBe(404);
      expect((await served(`assets/flatcar/amd64-usr/${version}/${kernel}`)).status).toBe(200);
    });

    describe("a machine", () => {
      let booted: Boot;

      it("boots by iPXE from Matchbox alone", async () => {
        mkdirSync(join(project.folder, "netboot/dnsmasq/hosts"));
        const network = await BootNetwork.start(sandbox, {
          bootDirectory: join(project.folder, "netboot"),
          testOs: system,
          version,
          matchbox,
        });
        const machine = { name: "node-a", firmware: "bios", macAddress: second } as const;
        booted = await boot(sandbox, network, { ...machine, vcpus: 4, memoryMib: 8192, diskGb: 1 });
        const release = `/assets/flatcar/amd64-usr/${version}`;
        expect(booted.requests.map((request) => request.replace(/&.*/, ""))).toEqual([
          "GET /boot.ipxe",
          expect.stringMatching(/^GET \/ipxe\?uuid=[0-9a-f-]+$/),
          `GET ${release}/${kernel}`,
          `GET ${release}/${initrd}`,
          expect.stringMatching(/^GET \/ignition\?uuid=[0-9a-f-]+$/),
        ]);
        expect(booted.requests.at(-1)).toMatch(/&mac=52-54-00-aa-00-02$/);
      });

      it("has exactly what the program asks for", () => {
        expect(treeOf(booted.report)).toEqual({
          hostname: "node-a",
          files: {
            ...added.files,
            "/etc/motd": { mode: "0644", owner: "0:0", contents: "Welcome to the first boot.\n" },
            "/etc/token": { mode: "0600", owner: "0:0", contents: "canary-token-4711" },
          },
          directories: {},
          links: {},
          units: {
            ...added.units,
            "app.service": {
              state: "enabled",
              contents: "[Service]\nExecStart=/bin/true\n\n[Install]\nWantedBy=multi-user.target\n",
            },
          },
          users: { core },
        });
      });
    });

    it("a refresh notices what was edited and deleted, and the next update mends it", async () => {
      const profile = join(matchbox.dataFolder, "profiles/node-a.json");
      const good = readFileSync(profile, "utf8");
      writeFileSync(profile, good.replace("first_boot=1", "first_boot=0"));
      rmSync(join(matchbox.dataFolder, "groups/node-a-52-54-00-aa-00-02.json"));
      expect((await project.pulumi("refresh", "--yes")).output).toContain("~ 1 updated");
      const { output } = await project.up();
      expect(output).toContain("~ 1 updated");
      expect(readFileSync(profile, "utf8")).toBe(good);
      expect(kept()).toHaveLength(4);
    });

    it("a change rewrites what changed, and removes the group of a card that is gone", async () => {
      write({ motd: "second", macs: [second] });
      const { output } = await project.up();
      expect(output).toContain("~ 1 updated");
      expect((await served("ignition?mac=52-54-00-aa-00-02")).text).toContain(
        "data:,Welcome%20to%20the%20second",
      );
      expect((await served("ipxe?mac=52-54-00-aa-00-01")).status).toBe(404);
    });

    it("a second update changes nothing, and the state holds no secret in plain text", async () => {
      expect((await project.up("--expect-no-changes")).output).toMatch(/\d unchanged/);
      const state = await project.state();
      expect(state).toContain("node-a-matchbox");
      expect(state).not.toContain("canary-token");
      expect(state).not.toContain("PRIVATE KEY");
    });

    it("destroy leaves nothing in Matchbox and nothing in its assets", async () => {
      const { code } = await project.pulumi("destroy", "--yes");
      expect(code).toBe(0);
      expect(kept()).toEqual([]);
      expect(readdirSync(matchbox.assetsFolder)).toEqual([]);
    });

    describe("nothing is entered, and the error says why, when", () => {
      const group = (id: string) => JSON.stringify({ id, profile: id, selector: { mac: first } });
      const files = {
        "groups/node-b.json": { contents: group("node-b"), mode: 0 },
        "profiles/node-b.json": { contents: JSON.stringify({ id: "node-b" }), mode: 0 },
        "ignition/node-b.ign": { contents: "{}", mode: 0 },
      };
      const enter = (changes: Record<string, string | undefined> = {}) => {
        const {
          endpoint = "",
          caCertificate = "",
          clientCertificate = "",
          clientKey = "",
        } = {
          ...matchbox.args,
          ...changes,
        };
        const at = { endpoint, caCertificate, clientCertificate, clientKey };
        return matchboxProvider.create({ matchbox: at, packed: packFiles(files) });
      };
      const stranger = () => new Authority(join(sandbox.folder, "stranger"));

      it.each([
        [
          "nobody listens",
          () => ({ endpoint: "127.0.0.1:1" }),
          /MATCHBOX_UNREACHABLE {2}\$\.matchbox\.endpoint[\s\S]*ECONNREFUSED/,
        ],
        [
          "the endpoint is that of the machines",
          () => ({ endpoint: matchbox.url.slice(7) }),
          /MATCHBOX_UNREACHABLE[\s\S]*speaks no TLS/,
        ],
        [
          "the server's authority is another one",
          () => ({ caCertificate: stranger().own.text }),
          /MATCHBOX_CERTIFICATE/,
        ],
        [
          "the certificate is for another host",
          () => ({ endpoint: matchbox.args.endpoint?.replace("127.0.0.1", "localhost") }),
          /MATCHBOX_CERTIFICATE[\s\S]*Host: localhost/,
        ],
        [
          "the certificate is for another address",
          () => ({ endpoint: matchbox.args.endpoint?.replace("127.0.0.1", "127.0.0.2") }),
          /MATCHBOX_CERTIFICATE[\s\S]*IP: 127\.0\.0\.2/,
        ],
        [
          "Matchbox does not know who writes",
          () => {
            const { text, key } = stranger().sign("writer");
            return { clientCertificate: text, clientKey: key };
          },
          /MATCHBOX_CERTIFICATE/,
        ],
        [
          "key and certificate do not belong together",
          () => ({ clientKey: stranger().own.key }),
          /MATCHBOX_CERTIFICATE/,
        ],
      ])("%s", async (_, changes, error) => {
        const attempt = enter(changes());
        await expect(attempt).rejects.toThrow(error);
        expect(kept()).toEqual([]);
      });

      it("another group selects the same card", async () => {
        mkdirSync(join(matchbox.dataFolder, "groups"), { recursive: true });
        writeFileSync(join(matchbox.dataFolder, "groups/web.json"), group("web"));
        await expect(enter()).rejects.toThrow(
          /MATCHBOX_CONFLICT {2}\$\.macAddresses\[0\]\n {4}group "web" of this Matchbox selects 52:54:00:aa:00:01 as well/,
        );
        expect(kept()).toEqual(["groups/web.json"]);
      });

      it("Matchbox cannot write", async () => {
        rmSync(join(matchbox.dataFolder, "groups"), { recursive: true });
        rmSync(join(matchbox.dataFolder, "ignition"), { recursive: true, force: true });
        writeFileSync(join(matchbox.dataFolder, "ignition"), "in the way");
        await expect(enter()).rejects.toThrow(/MATCHBOX_REFUSED/);
      });
    });
  },
);
