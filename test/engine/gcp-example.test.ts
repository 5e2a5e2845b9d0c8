import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CloudProject } from "../support/cloud-project.js";
import { golden, urnsOf } from "../support/golden.js";
import { userDataOf } from "../support/user-data.js";

jest.setTimeout(120_000);

describe("the example gcp-two-zones under the real engine", () => {
  // Types are checked in test/examples.test.ts.
  process.env.PULUMI_NODEJS_TRANSPILE_ONLY = "true";
  const project = new CloudProject(["gcp"], {});
  project.copy(join(__dirname, "../../examples/gcp-two-zones"));
  afterAll(() => project.remove());

  it("makes the resources and the configs of test/golden; FLATCAR_WRITE_GOLDEN=1 writes it", async () => {
    const { code, output } = await project.up();
    expect(output).not.toContain("warning");
    expect(code).toBe(0);
    const configs = ["web-a", "web-b"].map((name) => {
      const { zone } = project.inputs(`${name}-machine`);
      return { zone, config: JSON.parse(userDataOf(project, "gcp", name)) };
    });
    const made = { urns: urnsOf(project), configs };
    expect(made).toEqual(golden("gcp-two-zones", made));
    expect(await project.outputs()).toEqual({
      addresses: Array(2).fill(expect.stringMatching(/^192\.0\.2\.\d+$/)),
      names: [
        expect.stringMatching(/^web-a-machine-[0-9a-f]{7}$/),
        expect.stringMatching(/^web-b-machine-[0-9a-f]{7}$/),
      ],
      imageId: expect.stringMatching(/\/kinvolk-public\/global\/images\/flatcar-stable-/),
    });
  });

  it("keeps the machines when a tag changes, and their disks when the sentence does, as its README says", async () => {
    const text = readFileSync(join(project.folder, "index.ts"), "utf8");
    project.write({
      "index.ts": text.replace("shop", "store").replace("This is ${zone}", "Here is ${zone}"),
    });
    const { output } = await project.preview();
    expect(output).toMatch(
      /\+- +gcp:compute:Instance web-a-machine replace \[diff: ~bootDisk,labels,metadata\]/,
    );
    expect(output).toMatch(/~ +gcp:compute:Disk web-a-disk-data update \[diff: ~labels\]/);
    expect(output).toContain("+-2 to replace");
  });
});
