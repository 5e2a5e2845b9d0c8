import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "../support/engine.js";
import { validateIgnition } from "./oracles.js";
import { build, debianPackages, describeWith, engine, oracles, root } from "./support/needs.js";
import { Sandbox } from "./support/sandbox.js";

const examples = join(__dirname, "../../examples");
/** Those that need no cloud. */
const names = readdirSync(examples).filter((name) => name.startsWith("baremetal-"));

jest.setTimeout(120_000);

describeWith([root, debianPackages, oracles, engine, build], "ignition-validate", () => {
  it.each(names)("accepts every config that example %s makes, without a warning", async (name) => {
    const sandbox = new Sandbox();
    const project = new Project({}, "nodejs", sandbox.folder);
    try {
      project.launcher = await sandbox.launcher(project.folder);
      project.copy(join(examples, name));
      const { code, output } = await project.up();
      if (code !== 0) throw new Error(output);
      const folder = join(project.folder, "netboot", "ignition");
      const configs = readdirSync(folder);
      const verdicts = await validateIgnition(
        configs.map((file) => readFileSync(join(folder, file), "utf8")),
      );
      expect(configs.length).toBeGreaterThan(0);
      expect(verdicts).toEqual(configs.map(() => ({ accepted: true, stdout: "", stderr: "" })));
    } finally {
      await sandbox.close();
    }
  });
});
