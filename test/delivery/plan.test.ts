import { randomBytes } from "node:crypto";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { planDelivery, pointerConfig, userDataBytes } from "../../src/delivery/index.js";
import {
  checkIgnition,
  decodeDataUrl,
  encodeDataUrl,
  type IgnitionDocument,
  readIgnition,
  renderIgnition,
  sha512,
} from "../../src/ignition/index.js";
import { type Platform, platforms } from "../../src/platforms/index.js";

const canary = "CANARY";
const config = (source: string, version = "3.4.0"): IgnitionDocument => ({
  ignition: { version },
  storage: { files: [{ path: "/opt/app/big.txt", contents: { source } }] },
});

/** A config of exactly so many bytes, easy to compress. */
function sized(bytes: number): IgnitionDocument {
  const room = bytes - renderIgnition(config("data:,")).length;
  return config(`data:,${"a".repeat(room)}`);
}

/** A config that does not compress below so many bytes. */
const dense = (bytes: number) => config(encodeDataUrl(randomBytes(bytes)));

/** What Ignition makes of user data that holds a compressed config. */
function unpack(userData: string | undefined): string {
  const source = readIgnition(userData ?? "").config?.ignition.config?.replace?.source ?? "";
  return gunzipSync(decodeDataUrl(source) ?? Buffer.of()).toString();
}

describe("planning how a config reaches its machine", () => {
  it.each([
    ["aws", 16_384],
    ["azure", 65_535],
    ["gcp", 262_144],
    ["openstack", 49_149],
  ])("sends it as it is to %s up to %d bytes, and compressed above", (platform, most) => {
    const fitting = sized(most);
    const plan = planDelivery(fitting, platform);
    expect(plan).toMatchObject({ form: "inline", userData: renderIgnition(fitting) });
    expect(plan.compressedBytes).toBeUndefined();
    expect(plan.bytes).toBeLessThanOrEqual(plan.limitBytes ?? 0);

    const above = sized(most + 1);
    const compressed = planDelivery(above, platform);
    expect(compressed.form).toBe("compressed");
    expect(compressed.plainBytes).toBeGreaterThan(compressed.limitBytes ?? 0);
    expect(compressed.bytes).toBe(compressed.compressedBytes);
    expect(unpack(compressed.userData)).toBe(renderIgnition(above));
    expect(compressed.report.issues).toEqual([]);
  });

  it("counts what OpenStack counts: the characters of base64", () => {
    const plan = planDelivery(config("data:,x"), platforms.openstack);
    expect(plan.bytes).toBe(Buffer.from(plan.userData ?? "").toString("base64").length);
    expect(userDataBytes("é", platforms.aws)).toBe(2);
  });

  it("sends any size as it is where there is no limit", () => {
    const plan = planDelivery(sized(3_000_000), "baremetal");
    expect(plan).toMatchObject({ form: "inline", bytes: 3_000_000 });
    expect(plan.limitBytes).toBeUndefined();
  });

  it("makes an envelope that Ignition accepts, of the same spec, with the same bytes every time", () => {
    const plan = planDelivery(sized(20_000), "aws");
    const read = readIgnition(plan.userData ?? "");
    expect(read.report.issues).toEqual([]);
    expect(read.config?.ignition.version).toBe("3.4.0");
    expect(planDelivery(sized(20_000), "aws").userData).toBe(plan.userData);
  });

  it("makes an envelope of spec 3.1.0 for a config of 3.0.0, which knows no compressed configs", () => {
    const plan = planDelivery(config(`data:,${"a".repeat(20_000)}`, "3.0.0"), "aws");
    expect(readIgnition(plan.userData ?? "").config?.ignition.version).toBe("3.1.0");
    expect(unpack(plan.userData)).toContain('"3.0.0"');
  });

  it("points to what is too large, when it may", () => {
    const large = dense(40_000);
    const plan = planDelivery(large, "aws", { pointer: true });
    expect(plan.form).toBe("pointer");
    expect(plan.userData).toBeUndefined();
    expect(plan.object).toEqual({
      contents: renderIgnition(large),
      hash: sha512(renderIgnition(large)),
    });
    expect(plan.report.issues).toEqual([]);
    expect(planDelivery(sized(20_000), "aws", { pointer: true }).form).toBe("compressed");
  });

  it("rejects what fits in no form, with the limit, both sizes and the largest parts by name", () => {
    const file = (path: string, bytes: number) => ({
      path,
      contents: { source: encodeDataUrl(randomBytes(bytes)) },
    });
    const plan = planDelivery(
      {
        ignition: {
          version: "3.4.0",
          config: { merge: [{ source: `data:,${canary.repeat(500)}` }] },
        },
        storage: { files: [file("/a", 50), file("/b", 20_000), file("/c", 9_000)] },
        systemd: {
          units: [
            {
              name: "app.service",
              contents: canary.repeat(900),
              dropins: [{ name: "10-x.conf", contents: canary.repeat(1000) }],
            },
          ],
        },
      },
      "aws",
    );
    expect(plan.form).toBeUndefined();
    expect(plan.largest.map(({ name }) => name)).toEqual([
      "/b",
      "/c",
      "app.service.d/10-x.conf",
      "app.service",
      "$.ignition.config.merge[0]",
    ]);
    expect(plan.largest[2]?.path).toEqual(["systemd", "units", 0, "dropins", 0]);
    const [issue, ...others] = plan.report.issues;
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ severity: "error", code: "DELIVERY_TOO_LARGE", path: [] });
    for (const part of [
      "16384",
      plan.plainBytes,
      plan.compressedBytes,
      "/b (",
      "app.service.d/10-x.conf (",
    ]) {
      expect(issue?.message).toContain(String(part));
    }
    expect(JSON.stringify(plan.report.issues)).not.toContain(canary);
  });

  it("rejects a platform that does not exist, and still measures", () => {
    const plan = planDelivery(sized(1_000), "openstak");
    expect(plan.plainBytes).toBe(1_000);
    expect(plan.form).toBeUndefined();
    expect(plan.report.issues).toMatchObject([
      { code: "PLATFORM_UNKNOWN", hint: 'did you mean "openstack"?' },
    ]);
  });

  it.each(["toString", "__proto__", ""])("rejects %j as a platform", (id) => {
    expect(planDelivery(sized(1_000), id).report.hasErrors).toBe(true);
  });
});

describe("a config that points to another", () => {
  it("is one that Ignition accepts", () => {
    const hash = sha512("{}");
    const headers = [{ name: "Authorization", value: "Bearer x" }];
    const pointer = pointerConfig("https://example.com/x", hash, "3.3.0", headers);
    expect(checkIgnition(pointer).issues).toEqual([]);
    expect(JSON.parse(renderIgnition(pointer))).toEqual({
      ignition: {
        config: {
          replace: {
            httpHeaders: headers,
            source: "https://example.com/x",
            verification: { hash },
          },
        },
        version: "3.3.0",
      },
    });
    expect(pointerConfig("https://x", hash, "3.4.0").ignition.config?.replace).not.toHaveProperty(
      "httpHeaders",
    );
  });
});

describe("any config on any platform", () => {
  const node = fc.record({ path: fc.option(fc.string(), { nil: undefined }) });
  const anyConfig: fc.Arbitrary<IgnitionDocument> = fc.record({
    ignition: fc.record({
      version: fc.option(fc.constantFrom("3.4.0", "", "x"), { nil: undefined }),
    }),
    storage: fc.option(
      fc.record({
        files: fc.array(
          fc.tuple(node, fc.integer({ min: 0, max: 60_000 })).map(([{ path }, size]) => ({
            path,
            contents: { source: encodeDataUrl(Buffer.alloc(size, "x")) },
          })),
          { maxLength: 5 },
        ),
        directories: fc.array(node),
      }),
      { nil: undefined },
    ),
  });
  const anyPlatform = fc.constantFrom<Platform>(...Object.values(platforms));

  it("gets a plan whose user data fits, or an error, and never both", () => {
    fc.assert(
      fc.property(anyConfig, anyPlatform, fc.boolean(), (config, platform, pointer) => {
        const plan = planDelivery(config, platform, { pointer });
        expect(plan.form === undefined).toBe(plan.report.hasErrors);
        if (plan.userData === undefined) return;
        const bytes = userDataBytes(plan.userData, platform);
        expect(plan.bytes).toBe(bytes);
        expect(bytes).toBeLessThanOrEqual(plan.limitBytes ?? Number.POSITIVE_INFINITY);
      }),
      { numRuns: 100, seed: 1 },
    );
  });
});
