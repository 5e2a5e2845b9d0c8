import { planDelivery, pointerConfig } from "../../src/delivery/index.js";
import {
  encodeDataUrl,
  gzip,
  type IgnitionDocument,
  renderIgnition,
} from "../../src/ignition/index.js";
import { type Platform, platforms } from "../../src/platforms/index.js";
import { Cloud } from "./support/delivery-boot.js";
import type { Boot } from "./support/machine.js";
import { debianPackages, describeWith, oracle, oracles, root } from "./support/needs.js";
import { Sandbox } from "./support/sandbox.js";
import { testOs } from "./support/test-os.js";
import { treeOf } from "./support/tree.js";

const lines = Array.from({ length: 12_000 }, (_, index) => `option${index % 40} = value <&> é\n`);

/** Too large for the user data of every cloud, and well below each limit when compressed. */
const config: IgnitionDocument = {
  ignition: { version: "3.4.0" },
  passwd: { users: [{ name: "core", sshAuthorizedKeys: ["ssh-ed25519 AAAA you@example.com"] }] },
  storage: {
    directories: [{ path: "/var/lib/app", mode: 0o750, user: { name: "core" } }],
    files: [
      { path: "/etc/large.conf", contents: { source: encodeDataUrl(Buffer.from(lines.join(""))) } },
      {
        path: "/opt/bin/app",
        mode: 0o755,
        contents: { compression: "gzip", source: encodeDataUrl(gzip(Buffer.from("#!/bin/sh\n"))) },
      },
    ],
    links: [{ path: "/etc/localtime", target: "../usr/share/zoneinfo/Europe/Berlin" }],
  },
  systemd: {
    units: [{ name: "app.service", enabled: true, contents: "[Install]\nWantedBy=x.target\n" }],
  },
};

const clouds: readonly Platform[] = [
  platforms.aws,
  platforms.azure,
  platforms.gcp,
  platforms.openstack,
];

jest.setTimeout(240_000);

describeWith([root, debianPackages, oracles], "a config that reaches a machine", () => {
  let sandbox: Sandbox;
  let cloud: Cloud;
  let plain: Boot;

  beforeAll(async () => {
    sandbox = new Sandbox();
    cloud = await Cloud.start(sandbox, await testOs(oracle("ignition")));
    plain = await cloud.bootFrom(cloud.put("plain.ign", renderIgnition(config)));
  });

  afterAll(() => sandbox?.close());

  it("as it is gives what it asks for", () => {
    expect(treeOf(plain.report)).toMatchObject({
      files: {
        "/etc/large.conf": { contents: expect.stringContaining("bytes with SHA-256") },
        "/opt/bin/app": { mode: "0755", contents: "#!/bin/sh\n" },
      },
      directories: { "/var/lib/app": { mode: "0750", owner: "500:0" } },
      links: { "/etc/localtime": "../usr/share/zoneinfo/Europe/Berlin" },
      units: { "app.service": { state: "enabled" } },
      users: { core: { sshAuthorizedKeys: ["ssh-ed25519 AAAA you@example.com"] } },
    });
  });

  it.each(clouds)("compressed, as user data of $id, gives the same", async (platform) => {
    const { form, userData = "", bytes = 0, limitBytes } = planDelivery(config, platform);
    expect({ form, fits: bytes <= (limitBytes ?? 0) }).toEqual({ form: "compressed", fits: true });
    const { report, requests } = await cloud.boot(platform, userData);
    expect(treeOf(report)).toEqual(treeOf(plain.report));
    expect(requests).toContainEqual(expect.stringMatching(/^GET .*user[-_]?data 200$/i));
  });

  it("by a pointer with its hash, as user data, gives the same", async () => {
    const { contents, hash } = object();
    const url = cloud.put("object.ign", contents);
    const { report, requests } = await cloud.boot(small, pointer(url, hash));
    expect(treeOf(report)).toEqual(treeOf(plain.report));
    expect(requests).toContain("GET /object.ign 200");
  });

  it("rejects what a pointer leads to when the hash is another", async () => {
    const { contents, hash } = object();
    const url = cloud.put("changed.ign", `${contents}\n`);
    await expect(cloud.boot(small, pointer(url, hash))).rejects.toThrow(
      "Ignition's stage fetch ended with",
    );
  });
});

/** A cloud that takes so little that only a pointer fits. */
const small: Platform = { ...platforms.aws, userDataLimit: { bytes: 1024, of: "raw" } };

function object(): { contents: string; hash: string } {
  const plan = planDelivery(config, small, { pointer: true });
  if (plan.form !== "pointer" || !plan.object) throw new Error(`the form is ${plan.form}`);
  return plan.object;
}

function pointer(url: string, hash: string): string {
  const userData = renderIgnition(pointerConfig(url, hash, config.ignition?.version));
  expect(userData.length).toBeLessThan(1024);
  return userData;
}
