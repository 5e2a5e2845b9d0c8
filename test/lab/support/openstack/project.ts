import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { Project, type Ran } from "../../../support/engine.js";
import type { Sandbox } from "../sandbox.js";
import type { OpenStack } from "./cloud.js";

/** A Pulumi project whose programs run beside a cloud, with the real provider. */
export class OpenStackProject extends Project {
  private readonly sandbox: Sandbox;

  constructor(sandbox: Sandbox, cloud: OpenStack, files: Record<string, string>) {
    super(files);
    this.sandbox = sandbox;
    Object.assign(this.env, cloud.environment);
    this.namePlugin();
  }

  override copy(from: string, to = "."): void {
    super.copy(from, to);
    if (to === ".") this.namePlugin();
  }

  protected override async run(command: readonly string[]): Promise<Ran> {
    const options = { cwd: this.folder, env: this.env, timeoutMs: 300_000 };
    const { code, stdout, stderr } = await this.sandbox.run(command, options);
    return { code: code ?? 1, output: `${stdout}${stderr}` };
  }

  private namePlugin(): void {
    const plugin = `    - name: openstack\n      path: ${process.env.FLATCAR_OPENSTACK_PROVIDER}\n`;
    appendFileSync(join(this.folder, "Pulumi.yaml"), `plugins:\n  providers:\n${plugin}`);
  }
}
