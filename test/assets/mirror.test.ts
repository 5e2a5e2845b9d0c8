import { createHash, randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Mirror, mirror, newestVersion } from "../../src/assets/mirror.js";
import { EngineLog } from "../support/engine-log.js";
import { digestsOf, SigningKey, writeRelease } from "../support/release.js";
import { ReleaseServer } from "../support/release-server.js";

const version = "4593.2.5";
const kernel = "flatcar_production_pxe.vmlinuz";
const initrd = "flatcar_production_pxe_image.cpio.gz";
const folder = `amd64-usr/${version}`;
const files: Record<string, Buffer> = {
  [kernel]: randomBytes(100_000),
  [initrd]: randomBytes(3_000_000),
};
/** Attempts follow at once. */
const pauses = [1, 1, 1];

const contentsOf = (name: string) => files[name] as Buffer;
const sha512 = (contents: Buffer) => createHash("sha512").update(contents).digest("hex");

describe("a copy of a release", () => {
  let base: string;
  let release: string;
  let directory: string;
  let key: SigningKey;
  /** The same primary key with a subkey that ended hours ago. */
  let short: SigningKey;
  let server: ReleaseServer;
  let wanted: Mirror;

  beforeAll(async () => {
    key = await SigningKey.make();
    short = await key.rotated(1);
  });

  beforeEach(async () => {
    base = mkdtempSync(join(tmpdir(), "flatcar-assets-"));
    release = join(base, "server");
    directory = join(base, "mirror");
    await writeRelease(release, { version, files, key, newest: true });
    server = await ReleaseServer.start(release);
    wanted = {
      directory,
      source: server.url,
      architectures: ["x64"],
      files: [kernel, initrd],
      signingKey: key.text,
      signingKeyFingerprint: key.fingerprint,
    };
  });

  afterEach(async () => {
    await server.close();
    rmSync(base, { recursive: true });
  });

  const run = (changes: Partial<Mirror> = {}, of = version) =>
    mirror({ ...wanted, ...changes }, of, pauses);
  const inPlace = (name: string, board = folder) => readFileSync(join(directory, board, name));
  const asked = (name: string) =>
    server.requests.filter((each) => each.split(" ")[0]?.endsWith(`/${name}`));
  const isWhole = () => {
    expect(inPlace(kernel).equals(contentsOf(kernel))).toBe(true);
    expect(inPlace(initrd).equals(contentsOf(initrd))).toBe(true);
    expect(readdirSync(join(directory, folder)).sort()).toEqual(
      [kernel, initrd].flatMap((name) => [name, `${name}.DIGESTS.asc`]).sort(),
    );
  };

  it("has the files with the proof beside each, readable by who serves them, and says their digests", async () => {
    const digests = await run();
    isWhole();
    expect(digests[`${folder}/${kernel}`]).toBe(sha512(contentsOf(kernel)));
    expect(Object.keys(digests)).toHaveLength(4);
    expect(statSync(join(directory, folder, kernel)).mode & 0o777).toBe(0o644);
  });

  it("has the detached signature of a disk image, byte for byte, for flatcar-install to verify", async () => {
    const signature = randomBytes(500);
    writeFileSync(join(release, folder, `${initrd}.sig`), signature);
    const digests = await run({ signed: [initrd] });
    expect(inPlace(`${initrd}.sig`).equals(signature)).toBe(true);
    expect(digests[`${folder}/${initrd}.sig`]).toBe(sha512(signature));
    await expect(run({ signed: [kernel] })).rejects.toThrow(`${kernel}.sig of release`);
  });

  it("does not load again what is there", async () => {
    await run();
    server.requests.length = 0;
    await run();
    expect(server.requests.filter((path) => !path.endsWith(".asc"))).toEqual([]);
  });

  it("follows redirects", async () => {
    await run({ source: `${server.url}/moved/` });
    isWhole();
  });

  it("is made from a folder as well", async () => {
    for (const source of [release, `file://${release}`]) {
      rmSync(directory, { recursive: true, force: true });
      await run({ source });
      isWhole();
    }
  });

  it("finds the newest release by version.txt", async () => {
    expect(await newestVersion(wanted, pauses)).toBe(version);
    expect(await newestVersion({ ...wanted, source: release }, pauses)).toBe(version);
  });

  it("tells the engine how far a file is, in a line that does not stay", async () => {
    const engine = await EngineLog.start();
    try {
      server.failNext({}, { pauseMs: 1100 });
      await run();
      expect(engine.lines).toEqual([
        {
          ephemeral: true,
          text: expect.stringMatching(`^amd64-usr ${version} ${initrd}: [12] of 3 MB$`),
        },
      ]);
    } finally {
      engine.close();
    }
  });

  describe("when a connection is cut", () => {
    it("goes on from the byte where it broke, as often as needed", async () => {
      server.failNext({}, ...Array(5).fill({ cutAfter: 500_000 }));
      await run();
      isWhole();
      expect(asked(initrd)).toHaveLength(6);
      expect(asked(initrd)[0]).not.toContain("bytes=");
      for (const request of asked(initrd).slice(1)) {
        expect(request).toMatch(/ bytes=\d+- if unchanged$/);
      }
    });

    it("starts anew when the file has changed since", async () => {
      const later = randomBytes(3_000_000);
      const proof = await key.sign(digestsOf(initrd, later));
      writeFileSync(join(release, folder, `${initrd}.DIGESTS.asc`), proof);
      server.failNext({}, { cutAfter: 500_000 }, { before: () => put(initrd, later) });
      await run();
      expect(inPlace(initrd).equals(later)).toBe(true);
    });

    it("starts anew with a server that knows no ranges", async () => {
      await server.close();
      server = await ReleaseServer.start(release, { ranges: false });
      server.failNext({}, { cutAfter: 500_000 });
      await run({ source: server.url });
      isWhole();
    });

    it("asks again when the server is busy", async () => {
      server.failNext({ status: 503 }, { status: 429 });
      await run();
      isWhole();
    });

    it("gives up after some attempts that brought nothing, keeps what came, and a later run goes on", async () => {
      const silent = Array(pauses.length + 1).fill({ status: 503 });
      server.failNext({}, { cutAfter: 500_000 }, ...silent);
      await expect(run()).rejects.toThrow(
        /ASSET_UNREACHABLE {2}\$\.source[\s\S]*the answer is HTTP status 503/,
      );
      expect(existsSync(join(directory, folder, initrd))).toBe(false);
      server.requests.length = 0;
      await run();
      isWhole();
      expect(asked(initrd)[0]).toMatch(/ bytes=[1-9]\d*-$/);
    });

    it("does not trust what an earlier run left", async () => {
      const draft = `${initrd}.${sha512(contentsOf(initrd)).slice(0, 16)}.part`;
      for (const left of [1000, 3_000_000, 4_000_000].map((size) => randomBytes(size))) {
        rmSync(directory, { recursive: true, force: true });
        mkdirSync(join(directory, folder), { recursive: true });
        writeFileSync(join(directory, folder, draft), left);
        await run();
        isWhole();
      }
    });
  });

  const put = (name: string, contents: Buffer | string) =>
    writeFileSync(join(release, folder, name), contents);
  const proofOf = (name: string) => join(release, folder, `${name}.DIGESTS.asc`);

  describe("leaves what is in place, and says what is wrong, for", () => {
    const old = Buffer.from("the file of yesterday");

    beforeEach(() => {
      mkdirSync(join(directory, folder), { recursive: true });
      for (const name of [kernel, initrd]) writeFileSync(join(directory, folder, name), old);
    });

    interface Case {
      readonly what: string;
      readonly code: string;
      readonly says: RegExp;
      spoil(): unknown;
      readonly args?: () => Promise<Partial<Mirror>> | Partial<Mirror>;
      readonly of?: string;
    }

    const cases: Case[] = [
      {
        what: "digests that were changed after they were signed",
        code: "ASSET_SIGNATURE",
        says: /DIGESTS\.asc of release 4593\.2\.5 is not signed by the trusted key: /,
        spoil: () => {
          const text = readFileSync(proofOf(kernel), "utf8");
          writeFileSync(proofOf(kernel), text.replace(/[0-9a-f]{128}/, sha512(old)));
        },
      },
      {
        what: "digests without a signature",
        code: "ASSET_SIGNATURE",
        says: /is not signed/,
        spoil: () => writeFileSync(proofOf(kernel), digestsOf(kernel, contentsOf(kernel))),
      },
      {
        what: "a signature of another key",
        code: "ASSET_SIGNATURE",
        says: /could not find signing key/,
        spoil: async () => {
          const stranger = await SigningKey.make();
          const text = digestsOf(kernel, contentsOf(kernel));
          writeFileSync(proofOf(kernel), await stranger.sign(text));
        },
      },
      {
        what: "a signature by a subkey that the key at hand does not have yet",
        code: "ASSET_SIGNATURE",
        says: /the signing key as it is now/,
        spoil: async () => {
          const text = digestsOf(kernel, contentsOf(kernel));
          writeFileSync(proofOf(kernel), await (await key.rotated()).sign(text));
        },
      },
      {
        what: "a signature that a subkey made after its end",
        code: "ASSET_SIGNATURE",
        says: /expired/,
        spoil: async () => {
          const text = digestsOf(kernel, contentsOf(kernel));
          writeFileSync(proofOf(kernel), await short.sign(text));
        },
        args: () => ({ signingKey: short.text }),
      },
      {
        what: "a file that is not as it was signed",
        code: "ASSET_DIGEST",
        says: /has SHA-512 [0-9a-f]{16}…, and [0-9a-f]{16}… is signed for release 4593\.2\.5/,
        spoil: () => put(kernel, randomBytes(100_000)),
      },
      {
        what: "a file that was cut on the server",
        code: "ASSET_DIGEST",
        says: /mirror it again/,
        spoil: () => put(kernel, contentsOf(kernel).subarray(0, 50_000)),
      },
      {
        what: "digests of another file",
        code: "ASSET_DIGEST",
        says: /name no SHA-512 of flatcar_production_pxe\.vmlinuz/,
        spoil: () => writeFileSync(proofOf(kernel), readFileSync(proofOf(initrd))),
      },
      {
        what: "a release that there is not",
        code: "ASSET_MISSING",
        says: /\$\.version[\s\S]*of release 4593\.2\.99 at http:/,
        spoil: () => undefined,
        of: "4593.2.99",
      },
      {
        what: "a folder without the release",
        code: "ASSET_MISSING",
        says: /of release 4593\.2\.99 at \//,
        spoil: () => undefined,
        args: () => ({ source: release }),
        of: "4593.2.99",
      },
      {
        what: "a server that is not there",
        code: "ASSET_UNREACHABLE",
        says: /\$\.source[\s\S]*ECONNREFUSED/,
        spoil: () => undefined,
        args: () => ({ source: "http://127.0.0.1:2/flatcar" }),
      },
      {
        what: "a signing key with another primary key",
        code: "ASSET_SIGNING_KEY",
        says: /the primary key has fingerprint [0-9A-F]{40}, and [0-9A-F]{40} is trusted/,
        spoil: () => undefined,
        args: async () => ({ signingKey: (await SigningKey.make()).text }),
      },
      {
        what: "a signing key that is none",
        code: "ASSET_SIGNING_KEY",
        says: /not an OpenPGP public key/,
        spoil: () => undefined,
        args: () => ({ signingKey: "./Flatcar_Image_Signing_Key.asc" }),
      },
    ];

    it.each(cases)("$what", async ({ code, says, spoil, args, of }) => {
      await spoil();
      const attempt = run(await args?.(), of);
      await expect(attempt).rejects.toThrow(says);
      await expect(attempt).rejects.toThrow(code);
      expect(inPlace(kernel)).toEqual(old);
      expect(inPlace(initrd)).toEqual(old);
    });
  });

  it("is made by a subkey that has ended since, when it signed in its time", async () => {
    for (const name of [kernel, initrd]) {
      const text = digestsOf(name, contentsOf(name));
      writeFileSync(proofOf(name), await short.sign(text, 8.5));
    }
    await run({ signingKey: short.text });
    isWhole();
  });
});
