import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CloudProject } from "../support/cloud-project.js";
import { golden, urnsOf } from "../support/golden.js";
import { userDataOf } from "../support/user-data.js";

jest.setTimeout(120_000);

describe("the example mixed-fleet under the real engine", () => {
  // Types are checked in test/examples.test.ts.
  process.env.PULUMI_NODEJS_TRANSPILE_ONLY = "true";
  const project = new CloudProject(["aws", "azure-native", "gcp", "openstack"], {});
  project.copy(join(__dirname, "../../examples/mixed-fleet"));
  afterAll(() => project.remove());

  it("makes the resources and the config of test/golden; FLATCAR_WRITE_GOLDEN=1 writes it", async () => {
    const { code, output } = await project.up();
    expect(output).not.toContain("warning");
    expect(code).toBe(0);
    const config = userDataOf(project, "aws", "aws");
    const made = { urns: urnsOf(project), config: JSON.parse(config) };
    expect(made).toEqual(golden("mixed-fleet", made));
    for (const cloud of ["azure", "gcp", "openstack"] as const) {
      expect(userDataOf(project, cloud, cloud)).toBe(config);
    }
  });

  it("asks of the machine in the rack what it asks of the others", () => {
    const { storage, systemd, passwd } = JSON.parse(userDataOf(project, "aws", "aws"));
    const file = join(project.folder, "netboot/ignition/rack.ign");
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
      passwd,
      storage: { files: expect.arrayContaining(storage.files) },
      systemd: { units: expect.arrayContaining(systemd.units) },
    });
  });

  it("says that the config is the same in every cloud", async () => {
    const { addresses, configs } = await project.outputs();
    expect(addresses).toEqual(Array(4).fill(expect.stringMatching(/^192\.0\.2\.\d+$/)));
    expect(new Set(configs as string[]).size).toBe(1);
  });

  it("rejects arm64 on GCP alone, as its README says", async () => {
    const text = readFileSync(join(project.folder, "index.ts"), "utf8");
    const arm64 = text.replace("publicIp: true,", 'publicIp: true, architecture: "arm64",');
    project.write({ "index.ts": arm64 });
    const { output } = await project.preview();
    expect(output).toContain("HARDWARE_NO_IMAGE  $.architecture");
    project.write({ "index.ts": arm64.replace(/gcp: new GcpInstance.*\n/, "") });
    expect((await project.preview()).code).toBe(0);
  });
});
