import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "../support/engine.js";

jest.setTimeout(120_000);

describe("the example baremetal-installed", () => {
  // Types are checked in test/examples.test.ts.
  process.env.PULUMI_NODEJS_TRANSPILE_ONLY = "true";
  const project = new Project({});
  project.copy(join(__dirname, "../../examples/baremetal-installed"));
  afterAll(() => project.remove());

  const words = (more: Record<string, string> = {}) =>
    Object.entries({
      directory: "./netboot",
      baseUrl: "http://192.0.2.1:8080",
      macAddress: "52:54:00:aa:00:01",
      ...more,
    }).map(([name, value]) => `--config=${name}=${value}`);

  it("writes a boot folder that installs the machine, and touches none", async () => {
    const { code, output } = await project.up(...words());
    expect(output).toContain("5 created");
    expect(code).toBe(0);
    const script = readFileSync(
      join(project.folder, "netboot/ipxe/52-54-00-aa-00-01.ipxe"),
      "utf8",
    );
    expect(script).toContain("chain http://192.0.2.1:8080/installed/node-a.ipxe ||");
    expect(existsSync(join(project.folder, "netboot/installed"))).toBe(false);
    const config = readFileSync(join(project.folder, "netboot/ignition/node-a.ign"), "utf8");
    expect(config).toContain("/opt/flatcar/install.ign");
  });

  it("says with a BMC what an update would do to the disk, and what a rule that no disk meets lacks", async () => {
    const bmc = { bmcEndpoint: "https://192.0.2.5", bmcUsername: "admin", bmcPassword: "canary" };
    const preview = await project.preview(...words(bmc));
    expect(preview.output).toContain("and installed: what its disk holds is lost");
    const program = readFileSync(join(project.folder, "index.ts"), "utf8");
    project.write({ "index.ts": program.replace("maxSizeGb: 500", "maxSizeGb: 100") });
    const wrong = await project.preview(...words());
    expect(wrong.output).toContain("INSTALL_DISK  $.installDisk.maxSizeGb");
    expect(wrong.output).toContain("at most 100 GB are wanted, and at least 200 GB");
  });
});
