import { readFileSync } from "node:fs";
import { join } from "node:path";
import { violations, withPack } from "../support/policy-project.js";

jest.setTimeout(120_000);

const examples = join(__dirname, "../../examples");
const { project, pack } = withPack({}, "yaml");
const stack = readFileSync(join(examples, "policy-sizing/Pulumi.yaml"), "utf8");

/** The part about policies, without the indentation and the place of the pack. */
const policies = (output: string) =>
  output
    .replace(/^[\s\S]*?Policies:\n/, "")
    .replace(/\n *Diagnostics:[\s\S]*$/, "")
    .split("\n")
    .map((line) => line.replace(/ \(local: .*\)$/, "").trim())
    .filter((line) => line !== "");

describe("the examples of the policy pack", () => {
  beforeAll(() => {
    project.copy(join(examples, "policy-sizing"));
    project.copy(join(examples, "policy-own-pack"), "own");
  });
  afterAll(() => project.remove());

  it("rejects the stack of policy-sizing with the output that its README shows", async () => {
    const { code, output } = await project.preview(...pack);
    const readme = readFileSync(join(examples, "policy-sizing/README.md"), "utf8");
    const [, shown = ""] = /ends with\n\n```\n([\s\S]*?)```/.exec(readme) ?? [];
    expect(policies(shown)).toEqual(policies(output));
    expect(code).not.toBe(0);
  });

  it("policy-own-pack judges the same stack by its own floor, and excuses what it names", async () => {
    const { code, output } = await project.preview("--policy-pack", project.policyPack("own"));
    expect(violations(output)).toEqual({
      "aws-web": ["flatcar-disk-size: mandatory", "flatcar-machine-size: mandatory"],
      "azure-web": ["flatcar-exempted: advisory"],
      "gcp-web": ["flatcar-machine-size: mandatory", "flatcar-user-data: mandatory"],
    });
    expect(output).toContain("needs 8 vCPU and 8 GB");
    expect(output).toContain("exempted until 2099-12-31: moves to new machines");
    expect(code).not.toBe(0);
  });

  it("the stack is made once its mistakes are mended as the README of policy-sizing says", async () => {
    const mended = [
      [
        "instanceType: t3.medium",
        "instanceType: t3.xlarge\n      rootBlockDevice: { volumeSize: 32 }",
      ],
      ["Standard_D4ps_v5", "Standard_D4s_v5"],
      ["diskSizeGB: 30", "diskSizeGB: 32"],
      ["version: latest", "version: 4593.2.5"],
      ['"name": "web"', '"name": "web.service"'],
    ].reduce((text, [from = "", to = ""]) => text.replace(from, to), stack);
    project.write({ "Pulumi.yaml": mended });
    project.namePlugins();
    const { code, output } = await project.up(...pack);
    expect(violations(output)).toEqual({});
    expect(code).toBe(0);
    expect(project.inputs("azure-web")).toMatchObject({
      hardwareProfile: { vmSize: "Standard_D4s_v5" },
    });
  });
});
