import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { checkBoot } from "../../../src/compose/boot-rules/index.js";
import type { Resource } from "../../../src/ignition/index.js";
import { cpuTime } from "../../support/cpu-time.js";
import { boot, document, files, found } from "./support.js";

const text = "hello";
const inline = (bytes: Uint8Array) => `data:;base64,${Buffer.from(bytes).toString("base64")}`;
const zipped = inline(gzipSync(text));
const digest = (kind: string) => createHash(kind).update(text).digest("hex");
const sha512 = `sha512-${digest("sha512")}`;

const check = (contents: Resource) => files({ path: "/etc/x", contents });

describe("inline bytes", () => {
  it.each<[string, Resource]>([
    ["are gzip as compression says", { source: zipped, compression: "gzip" }],
    ["may be gzip that the machine is to keep", { source: zipped, compression: "" }],
    [
      "are not looked at when they come from a URL",
      { source: "https://x/y.gz", compression: "gzip", verification: { hash: sha512 } },
    ],
    ["have the hash", { source: "data:,hello", compression: "", verification: { hash: sha512 } }],
    [
      "have the other hash",
      { source: "data:,hello", verification: { hash: `sha256-${digest("sha256")}` } },
    ],
    [
      "have the hash when they are unpacked",
      { source: zipped, compression: "gzip", verification: { hash: sha512 } },
    ],
    ["are not known yet", { compression: "gzip", verification: { hash: sha512 } }],
    [
      "have a hash that Ignition refuses itself",
      { source: "data:,hello", verification: { hash: "sha512-XYZ" } },
    ],
  ])("pass when they %s", (_, contents) => expect(check(contents)).toEqual([]));

  it.each([
    ["text", "data:,hello"],
    ["nothing", "data:,"],
    ["half of it", inline(gzipSync(text).subarray(0, 12))],
  ])("rejects %s under compression gzip", (_, source) => {
    const contents = { source, compression: "gzip", verification: { hash: sha512 } };
    expect(check(contents)).toEqual([
      "error CONTENTS_NOT_GZIP $.storage.files[0].contents.compression",
    ]);
  });

  it.each<[string, Resource]>([
    ["of other bytes", { source: "data:,hellO", compression: "" }],
    ["of the compressed bytes", { source: zipped, compression: "" }],
  ])("rejects the hash %s", (_, contents) => {
    expect(check({ ...contents, verification: { hash: sha512 } })).toEqual([
      "error HASH_MISMATCH $.storage.files[0].contents.verification.hash",
    ]);
  });

  it("lets a compression that is still to come decide", () => {
    const contents = { source: zipped, verification: { hash: sha512 } };
    const report = checkBoot(document({ storage: { files: [{ path: "/etc/x", contents }] } }));
    expect(report.issues.map(({ missing }) => missing)).toEqual([true]);
  });

  it.each(["data:,hello", "https://example.com/x"])(
    "may have a digest in upper case as %s, and a config may not",
    (source) => {
      const verification = { hash: `sha512-${digest("sha512").toUpperCase()}` };
      const resource = { source, verification };
      expect(check(resource)).toEqual([]);
      for (const config of [{ merge: [resource] }, { replace: resource }]) {
        const report = checkBoot({ ignition: { version: "3.4.0", config } });
        expect(report.issues.map(({ severity, code }) => [severity, code])).toEqual([
          ["error", "HASH_DIGITS"],
        ]);
      }
    },
  );

  it("rejects a digest that is not hexadecimal", () => {
    expect(
      check({ source: "data:,x", verification: { hash: `sha256-${"g".repeat(64)}` } }),
    ).toEqual(["error HASH_DIGITS $.storage.files[0].contents.verification.hash"]);
  });

  it("gives up on bytes that unpack to more than it looks at, within a second", () => {
    const bomb = inline(gzipSync(Buffer.alloc(80 * 1024 * 1024)));
    const contents = { source: bomb, compression: "gzip", verification: { hash: sha512 } };
    const list = Array.from({ length: 20 }, (_, i) => ({ path: `/opt/${i}`, contents }));
    const start = cpuTime();
    expect(files(...list)).toEqual([]);
    expect(cpuTime() - start).toBeLessThan(1000);
  });
});

describe("what is fetched at boot", () => {
  const remote = "https://example.com/x";

  it.each([remote, "http://x/y", "TFTP://x/y", "s3://b/k", "gs://b/k", "arn:aws:s3:::b/k"])(
    "warns of %s without a hash",
    (source) =>
      expect(check({ source })).toEqual([
        "warning SOURCE_WITHOUT_HASH $.storage.files[0].contents.source",
      ]),
  );

  it.each<Resource>([
    { source: remote, verification: { hash: sha512 } },
    { source: "data:,x" },
    { source: "oem:///x" },
    { source: "" },
    {},
  ])("is content with %j", (contents) => expect(check(contents)).toEqual([]));

  it("looks at everything that comes from a URL", () => {
    const source = remote;
    const report = checkBoot({
      ignition: {
        version: "3.4.0",
        config: { merge: [{ source }], replace: { source } },
        security: { tls: { certificateAuthorities: [{ source }] } },
      },
      storage: {
        files: [{ path: "/etc/x", append: [{ source: "data:,x" }, { source }] }],
        luks: [{ name: "a", keyFile: { source } }],
      },
    });
    expect(found(report)).toEqual(
      [
        "ignition.config.merge[0]",
        "ignition.config.replace",
        "ignition.security.tls.certificateAuthorities[0]",
        "storage.files[0].append[1]",
        "storage.luks[0].keyFile",
      ].map((place) => `warning SOURCE_WITHOUT_HASH $.${place}.source`),
    );
  });

  it("is marked as caused by something missing, which may be promised", () => {
    const [issue] = checkBoot(
      document({ storage: { files: [{ contents: { source: remote } }] } }),
    ).issues;
    expect(issue?.missing).toBe(true);
  });
});

describe("names of devices", () => {
  it.each([
    "/dev/sda",
    "/dev/sdb3",
    "/dev/vdb",
    "/dev/xvdf",
    "/dev/nvme0n1",
    "/dev/nvme1n1p2",
    "/dev/mmcblk0p1",
  ])("warns of %s, which moves", (device) =>
    expect(boot({ storage: { disks: [{ device }] } })).toEqual([
      "warning DEVICE_NAME_UNSTABLE $.storage.disks[0].device",
    ]),
  );

  it.each([
    "/dev/disk/by-id/wwn-0x5",
    "/dev/disk/by-partlabel/ROOT",
    "/dev/mapper/sda",
    "/dev/md/sda",
    "/dev/sda/x",
  ])("trusts %s", (device) => expect(boot({ storage: { disks: [{ device }] } })).toEqual([]));

  it("looks at raid, luks and filesystems too", () => {
    const device = "/dev/sdb";
    expect(
      boot({
        storage: {
          disks: [{}],
          raid: [{ name: "r", devices: ["/dev/disk/by-id/a", device] }],
          luks: [{ name: "l", device }],
          filesystems: [{ device, format: "ext4" }],
        },
      }),
    ).toEqual([
      "warning DEVICE_NAME_UNSTABLE $.storage.raid[0].devices[1]",
      "warning DEVICE_NAME_UNSTABLE $.storage.luks[0].device",
      "warning DEVICE_NAME_UNSTABLE $.storage.filesystems[0].device",
    ]);
  });
});
