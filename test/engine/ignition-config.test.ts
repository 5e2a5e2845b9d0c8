import { Project, type Ran } from "../support/engine.js";

jest.setTimeout(120_000);

/** A program that makes a config of each name, with args in JavaScript. */
const program = (configs: Record<string, string>) => `
const pulumi = require("@pulumi/pulumi");
const { IgnitionConfig } = require("pulumi-flatcar");
const make = (name, args) => {
  const config = new IgnitionConfig(name, args);
  for (const word of ["userData", "delivery", "sha512", "byteSize"]) exports[name + "_" + word] = config[word];
};
${Object.entries(configs)
  .map(([name, args]) => `make("${name}", { ${args} });`)
  .join("\n")}`;

const key = "-----BEGIN OPENSSH PRIVATE KEY-----\\\\ncanary\\\\n-----END OPENSSH PRIVATE KEY-----";
const keyFile = (value: string) => `files: [{ path: "/etc/key", mode: 0o600, contents: ${value} }]`;

describe("configs for resources of one's own, under the real engine", () => {
  const project = new Project({
    "index.js": program({
      web: `platform: "aws", hostname: "web",
        butane: ["variant: flatcar\\nversion: 1.1.0\\nstorage: { files: [{ path: /etc/motd, contents: { inline: hello } }] }"],
        units: [{ name: "update-engine.service", enabled: pulumi.output(true) }]`,
      long: 'platform: "aws", files: [{ path: "/etc/long", contents: "flatcar ".repeat(9000) }]',
      plain: keyFile(`"${key}"`),
      secret: keyFile(`pulumi.secret("${key}")`),
    }),
  });
  let update: Ran;
  let outputs: Record<string, unknown> = {};
  beforeAll(async () => {
    update = await project.up();
    outputs = await project.outputs();
  });
  afterAll(() => project.remove());

  it("renders fragments, Butane and typed sections, keeps the text secret and the digest not", () => {
    expect(update.code).toBe(0);
    expect(update.output).toMatch(/web_userData\s*: \[secret\]/);
    expect(update.output).toMatch(/web_sha512\s*: "sha512-[0-9a-f]{128}"/);
    expect(outputs.web_delivery).toBe("inline");
    expect(JSON.parse(String(outputs.web_userData))).toMatchObject({
      ignition: { version: "3.4.0" },
      systemd: { units: [{ name: "update-engine.service", enabled: true }] },
    });
    expect(String(outputs.web_userData)).toContain("data:,hello");
  });

  it("compresses what the platform's limit asks for", () => {
    expect(outputs.long_delivery).toBe("compressed");
    expect(Number(outputs.long_byteSize)).toBeGreaterThan(70_000);
    expect(String(outputs.long_userData).length).toBeLessThan(16_384);
  });

  it("warns of a private key in plain text, and not of one in a secret Output", () => {
    const warnings = new Set(update.output.match(/warning: .*/g));
    expect([...warnings]).toEqual(['warning: IgnitionConfig "plain": 1 warning']);
    expect(update.output).toMatch(
      /warning: IgnitionConfig "plain": 1 warning[\s\S]*\$\.files\[0\]\.contents/,
    );
    expect(update.output).not.toContain("canary");
  });

  it("refuses what does not fit even when it is compressed", async () => {
    project.write({
      "index.js": program({
        noise: `platform: "aws", files: [{ path: "/etc/noise",
        contentsBase64: require("crypto").createHash("shake256", { outputLength: 30000 }).update("x").digest("base64") }]`,
      }),
    });
    const { code, output } = await project.preview();
    expect(code).not.toBe(0);
    expect(output).toContain("DELIVERY_TOO_LARGE");
    expect(output).toContain("/etc/noise");
  });

  it("names the Butane line of a mistake, and a platform that there is not", async () => {
    project.write({
      "index.js": program({
        web: `platform: "ec2", fragments: [{ name: "base", butane: ["variant: flatcar\\nversion: 1.1.0\\nsystemd:\\n  units:\\n    - name: a.servce\\n"] }]`,
      }),
    });
    const { code, output } = await project.preview();
    expect(code).not.toBe(0);
    expect(output).toContain("PLATFORM_UNKNOWN  $.platform");
    expect(output).toContain(
      "UNIT_NAME_SUFFIX  $.fragments[0].butane[0].systemd.units[0].name  (base: butane[0]:5:13)",
    );
  });
});
