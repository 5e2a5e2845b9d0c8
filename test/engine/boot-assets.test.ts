import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Project } from "../support/engine.js";
import { digestsOf, SigningKey, writeRelease } from "../support/release.js";
import { ReleaseServer } from "../support/release-server.js";

const kernel = "flatcar_production_pxe.vmlinuz";
const initrd = "flatcar_production_pxe_image.cpio.gz";
const older = "4593.2.4";
const newer = "4593.2.5";

jest.setTimeout(120_000);

describe("boot assets under the real engine", () => {
  const releases = mkdtempSync(join(tmpdir(), "flatcar-releases-"));
  let project: Project;
  let key: SigningKey;
  let server: ReleaseServer;

  const program = (assets: string, machine = "") => `
const { BareMetalInstance, PxeBootAssets, PxeBootDirectory } = require("pulumi-flatcar/baremetal");
const assets = new PxeBootAssets("assets", { directory: "./netboot/flatcar", baseUrl: "http://192.0.2.1:8080/flatcar/",
  source: "${server.url}", signingKey: ${JSON.stringify(key.text)}, signingKeyFingerprint: "${key.fingerprint}", ${assets} });
const boot = new PxeBootDirectory("boot", { directory: "./netboot", baseUrl: "http://192.0.2.1:8080", mirrorUrl: assets.mirrorUrl });
const hardware = { vcpus: 8, memoryMib: 16384, architecture: "x64" };
new BareMetalInstance("node-a", { directory: boot.directory, baseUrl: boot.baseUrl, hardware, macAddresses: ["52:54:00:aa:00:01"] });
${machine}
exports.version = assets.version;`;

  const up = (assets: string, machine?: string) => {
    project.write({ "index.js": program(assets, machine) });
    return project.up();
  };
  const release = (version: string) =>
    writeRelease(releases, {
      version,
      key,
      newest: true,
      files: { [kernel]: randomBytes(10_000), [initrd]: randomBytes(20_000) },
    });
  const folder = () => join(project.folder, "netboot/flatcar/amd64-usr");
  const mirrored = () =>
    Object.fromEntries(
      readdirSync(folder()).map((version) => [version, readdirSync(join(folder(), version))]),
    );
  const whole = [kernel, `${kernel}.DIGESTS.asc`, initrd, `${initrd}.DIGESTS.asc`].sort();
  const script = () =>
    readFileSync(join(project.folder, "netboot/ipxe/52-54-00-aa-00-01.ipxe"), "utf8");
  const loaded = (version: string) =>
    `initrd http://192.0.2.1:8080/flatcar/amd64-usr/${version}/${initrd}`;

  beforeAll(async () => {
    key = await SigningKey.make();
    server = await ReleaseServer.start(releases);
    project = new Project({});
    await release(older);
  });

  afterAll(async () => {
    project.remove();
    await server.close();
    rmSync(releases, { recursive: true });
  });

  it("a preview copies nothing", async () => {
    project.write({ "index.js": program("") });
    const { code, output } = await project.preview();
    expect(output).toContain("7 to create");
    expect(code).toBe(0);
    expect(existsSync(join(project.folder, "netboot"))).toBe(false);
    expect(server.requests).toEqual([]);
  });

  it("an update copies the newest release once, and machines boot exactly that one", async () => {
    const { code, output } = await up("");
    expect(output).toContain("+ 7 created");
    expect(code).toBe(0);
    expect(mirrored()).toEqual({ [older]: whole });
    expect(script()).toContain(loaded(older));
    expect(server.requests.filter((path) => path.endsWith(".gz"))).toHaveLength(1);
    expect(await project.outputs()).toEqual({ version: older });
  });

  it("a refresh notices a deleted and an edited file, and the next update brings both again, of the same release", async () => {
    await release(newer);
    rmSync(join(folder(), older, kernel));
    writeFileSync(join(folder(), older, initrd), "edited by hand");
    expect((await project.pulumi("refresh", "--yes")).output).toContain("~ 1 updated");
    const { output } = await up("");
    expect(output).toContain("~ 1 updated");
    expect(mirrored()).toEqual({ [older]: whole });
    const [copy, origin] = [
      join(folder(), older, initrd),
      join(releases, "amd64-usr", older, initrd),
    ];
    expect(readFileSync(copy).equals(readFileSync(origin))).toBe(true);
  });

  it("a newer release with a bad signature changes nothing, and says so", async () => {
    const proof = join(releases, "amd64-usr", newer, `${initrd}.DIGESTS.asc`);
    const good = readFileSync(proof);
    const stranger = await SigningKey.make();
    writeFileSync(proof, await stranger.sign(digestsOf(initrd, randomBytes(10))));
    const { code, output } = await up('onImageChange: "replace"');
    expect(code).not.toBe(0);
    expect(output).toContain("ASSET_SIGNATURE  $.source");
    expect(output).not.toMatch(/\n\s+at .*\.js:\d+/);
    expect(mirrored()[older]).toEqual(whole);
    expect(script()).toContain(loaded(older));
    writeFileSync(proof, good);
  });

  it("a newer release comes first, then machines turn to it, then the old one goes", async () => {
    const { code, output } = await up('onImageChange: "replace"');
    expect(code).toBe(0);
    expect(output).toMatch(/~ 1 updated[\s\S]*\+-1 replaced/);
    expect(mirrored()).toEqual({ [newer]: whole });
    expect(script()).toContain(loaded(newer));
  });

  it("a machine that asks for what is not mirrored is refused in the preview", async () => {
    const machine = (more: string) =>
      `new BareMetalInstance("node-b", { directory: boot.directory, baseUrl: boot.baseUrl, macAddresses: ["52:54:00:bb:00:01"], ${more} });`;
    project.write({
      "index.js": program(
        `version: "${newer}"`,
        machine('hardware: { ...hardware, architecture: "arm64" }, version: "4593.2.3"'),
      ),
    });
    const { code, output } = await project.preview();
    expect(code).not.toBe(0);
    expect(output).toContain('BareMetalInstance "node-b" cannot be built: 2 problems');
    expect(output).toContain("ASSET_ARCHITECTURE  $.hardware.architecture");
    expect(output).toContain("the mirror holds 4593.2.5, and this asks for 4593.2.3");
  });

  it("the state holds digests and no contents, and destroy leaves nothing behind", async () => {
    const state = await project.state();
    expect(state).toMatch(
      /"amd64-usr\/4593\.2\.5\/flatcar_production_pxe\.vmlinuz": "[0-9a-f]{128}"/,
    );
    expect(state.length).toBeLessThan(40_000);
    const { code } = await project.pulumi("destroy", "--yes");
    expect(code).toBe(0);
    expect(readdirSync(join(project.folder, "netboot"))).toEqual([]);
  });
});
