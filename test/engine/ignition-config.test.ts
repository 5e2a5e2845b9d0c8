import { Project } from "../support/engine.js";

jest.setTimeout(120_000);

describe("a config for resources of one's own, under the real engine", () => {
  const project = new Project({});
  beforeAll(() => project.pulumi("stack", "init", "test"));
  afterAll(() => project.remove());

  const program = (args: string) => `
const pulumi = require("@pulumi/pulumi");
const { IgnitionConfig } = require("pulumi-flatcar");
const config = new IgnitionConfig("web", { ${args} });
module.exports = { userData: config.userData, delivery: config.delivery, sha512: config.sha512, byteSize: config.byteSize };`;

  it("renders fragments, Butane and typed sections, keeps the text secret and the digest not", async () => {
    project.write({
      "index.js": program(`platform: "aws", hostname: "web",
        butane: ["variant: flatcar\\nversion: 1.1.0\\nstorage: { files: [{ path: /etc/motd, contents: { inline: hello } }] }"],
        units: [{ name: "update-engine.service", enabled: pulumi.output(true) }]`),
    });
    const { code, output } = await project.up();
    expect(code).toBe(0);
    expect(output).toMatch(/userData\s*: \[secret\]/);
    expect(output).toMatch(/sha512\s*: "sha512-[0-9a-f]{128}"/);
    const { userData, delivery } = await project.outputs();
    expect(delivery).toBe("inline");
    expect(JSON.parse(String(userData))).toMatchObject({
      ignition: { version: "3.4.0" },
      systemd: { units: [{ name: "update-engine.service", enabled: true }] },
    });
    expect(String(userData)).toContain("data:,hello");
  });

  it("compresses what the platform's limit asks for, and refuses what does not fit even so", async () => {
    project.write({
      "index.js": program(
        `platform: "aws", files: [{ path: "/etc/long", contents: "flatcar ".repeat(9000) }]`,
      ),
    });
    await project.up();
    const outputs = await project.outputs();
    expect(outputs.delivery).toBe("compressed");
    expect(Number(outputs.byteSize)).toBeGreaterThan(70_000);
    expect(String(outputs.userData).length).toBeLessThan(16_384);

    project.write({
      "index.js": program(`platform: "aws", files: [{ path: "/etc/noise",
        contentsBase64: require("crypto").createHash("shake256", { outputLength: 30000 }).update("x").digest("base64") }]`),
    });
    const { code, output } = await project.pulumi("preview");
    expect(code).not.toBe(0);
    expect(output).toContain("DELIVERY_TOO_LARGE");
    expect(output).toContain("/etc/noise");
  });

  it("warns of a private key in plain text, and not of one in a secret Output", async () => {
    const key =
      "-----BEGIN OPENSSH PRIVATE KEY-----\\\\ncanary\\\\n-----END OPENSSH PRIVATE KEY-----";
    const withKey = (value: string) =>
      program(`files: [{ path: "/etc/key", mode: 0o600, contents: ${value} }]`);
    project.write({ "index.js": withKey(`"${key}"`) });
    const plain = await project.pulumi("preview");
    expect(plain.code).toBe(0);
    expect(plain.output).toMatch(
      /warning: IgnitionConfig "web": 1 warning[\s\S]*\$\.files\[0\]\.contents/,
    );
    expect(plain.output).not.toContain("canary");
    project.write({ "index.js": withKey(`pulumi.secret("${key}")`) });
    expect((await project.pulumi("preview")).output).not.toContain("warning");
  });

  it("names the Butane line of a mistake, and a platform that there is not", async () => {
    project.write({
      "index.js": program(
        `platform: "ec2", fragments: [{ name: "base", butane: ["variant: flatcar\\nversion: 1.1.0\\nsystemd:\\n  units:\\n    - name: a.servce\\n"] }]`,
      ),
    });
    const { code, output } = await project.pulumi("preview");
    expect(code).not.toBe(0);
    expect(output).toContain("PLATFORM_UNKNOWN  $.platform");
    expect(output).toContain(
      "UNIT_NAME_SUFFIX  $.fragments[0].butane[0].systemd.units[0].name  (base: butane[0]:5:13)",
    );
  });
});
