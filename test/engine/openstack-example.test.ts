import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CloudProject } from "../support/cloud-project.js";
import { golden, urnsOf } from "../support/golden.js";
import { userDataOf } from "../support/user-data.js";

jest.setTimeout(120_000);

describe("the example openstack-boot-volume under the real engine", () => {
  // Types are checked in test/examples.test.ts.
  process.env.PULUMI_NODEJS_TRANSPILE_ONLY = "true";
  const project = new CloudProject(["openstack"], {});
  project.copy(join(__dirname, "../../examples/openstack-boot-volume"));
  afterAll(() => project.remove());

  it("makes the resources and the config of test/golden; FLATCAR_WRITE_GOLDEN=1 writes it", async () => {
    const { code, output } = await project.up();
    expect(output).not.toContain("warning");
    expect(code).toBe(0);
    const config = JSON.parse(userDataOf(project, "openstack", "database"));
    const made = { urns: urnsOf(project), config };
    expect(made).toEqual(golden("openstack-boot-volume", made));
    expect(await project.outputs()).toEqual({
      address: expect.stringMatching(/^192\.0\.2\.\d+$/),
      instanceId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      imageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      instanceType: "m1.large",
    });
  });

  it("replaces the machine and nothing around it when the password changes, as its README says", async () => {
    const text = readFileSync(join(project.folder, "index.ts"), "utf8");
    project.write({ "index.ts": text.replace("correct horse", "wrong horse") });
    const { output } = await project.preview();
    expect(output).toMatch(
      /\+- +openstack:compute:Instance database-machine replace \[diff: ~userData\]/,
    );
    expect(output).not.toContain("horse");
    expect(output).toMatch(/\+-1 to replace\n +10 unchanged/);
  });
});
