import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CloudProject } from "../support/cloud-project.js";
import { golden, urnsOf } from "../support/golden.js";
import { userDataOf } from "../support/user-data.js";

jest.setTimeout(120_000);

describe("the example aws-web-server under the real engine", () => {
  // Types are checked in test/examples.test.ts.
  process.env.PULUMI_NODEJS_TRANSPILE_ONLY = "true";
  const project = new CloudProject(["aws"], {});
  project.copy(join(__dirname, "../../examples/aws-web-server"));
  afterAll(() => project.remove());

  it("makes the resources and the config of test/golden; FLATCAR_WRITE_GOLDEN=1 writes it", async () => {
    const { code, output } = await project.up();
    expect(output).not.toContain("warning");
    expect(code).toBe(0);
    const made = {
      urns: urnsOf(project),
      config: JSON.parse(userDataOf(project, "aws", "web")),
    };
    expect(made).toEqual(golden("aws-web-server", made));
    expect(await project.outputs()).toEqual({
      url: expect.stringMatching(/^http:\/\/192\.0\.2\.\d+\/$/),
      instanceId: expect.stringMatching(/^i-/),
      imageId: expect.stringMatching(/^ami-/),
      instanceType: "m7g.xlarge",
    });
  });

  it("keeps the machine when a tag changes, and replaces it when the token does, as its README says", async () => {
    const text = readFileSync(join(project.folder, "index.ts"), "utf8");
    project.write({ "index.ts": text.replace("shop", "store") });
    const tag = await project.preview();
    expect(tag.output).toMatch(
      /~ +aws:ec2:Instance web-machine update \[diff: ~rootBlockDevice,tags\]/,
    );
    project.write({ "index.ts": text.replace("correct horse", "wrong horse") });
    const token = await project.preview();
    expect(token.output).toMatch(
      /\+- aws:ec2:Instance web-machine replace \[diff: ~userDataBase64\]/,
    );
    expect(token.output).not.toContain("horse");
  });
});
