import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CloudProject } from "../support/cloud-project.js";
import { golden, urnsOf } from "../support/golden.js";
import { userDataOf } from "../support/user-data.js";

jest.setTimeout(120_000);

describe("the example azure-arm64 under the real engine", () => {
  // Types are checked in test/examples.test.ts.
  process.env.PULUMI_NODEJS_TRANSPILE_ONLY = "true";
  const project = new CloudProject(["azure-native"], {});
  project.copy(join(__dirname, "../../examples/azure-arm64"));
  afterAll(() => project.remove());

  it("makes the resources and the config of test/golden; FLATCAR_WRITE_GOLDEN=1 writes it", async () => {
    const { code, output } = await project.up();
    expect(output).not.toContain("warning");
    expect(code).toBe(0);
    const config = JSON.parse(userDataOf(project, "azure", "web"));
    const made = { urns: urnsOf(project), config };
    expect(made).toEqual(golden("azure-arm64", made));
    expect(await project.outputs()).toEqual({
      url: expect.stringMatching(/^http:\/\/192\.0\.2\.\d+\/$/),
      instanceId: expect.stringMatching(/\/virtualMachines\/web-machine/),
      imageId: expect.stringMatching(/^kinvolk:flatcar-container-linux-corevm:stable:/),
      instanceType: "Standard_D4pls_v6",
    });
  });

  it("keeps the machine when a tag changes, and replaces it when the token does, as its README says", async () => {
    const text = readFileSync(join(project.folder, "index.ts"), "utf8");
    project.write({ "index.ts": text.replace('team: "shop"', 'team: "store"') });
    const tag = await project.preview();
    expect(tag.output).toMatch(
      /~ +azure-native:compute:VirtualMachine web-machine update \[diff: ~tags\]/,
    );
    project.write({ "index.ts": text.replace("correct horse", "wrong horse") });
    const token = await project.preview();
    expect(token.output).toMatch(
      /azure-native:compute:VirtualMachine web-machine replace \[diff: ~osProfile\]/,
    );
    expect(token.output).not.toContain("horse");
  });
});
