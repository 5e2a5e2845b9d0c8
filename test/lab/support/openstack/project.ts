import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { Project, type Ran } from "../../../support/engine.js";
import type { Sandbox } from "../sandbox.js";
import type { OpenStack } from "./cloud.js";

/** A Pulumi project whose programs run beside a cloud, with the real provider. */
export class OpenStackProject extends Project {
  private readonly sandbox: Sandbox;

  constructor(sandbox: Sandbox, cloud: OpenStack, files: Record<string, string>) {
    super(files, "nodejs", sandbox.folder);
    this.sandbox = sandbox;
    // The provider keeps downloads in the user's home.
    Object.assign(this.env, cloud.environment, { HOME: this.folder });
    this.namePlugin();
  }

  /** Sets variables that the program reads. */
  set(variables: Readonly<Record<string, string>>): void {
    Object.assign(this.env, variables);
  }

  override copy(from: string, to = "."): void {
    super.copy(from, to);
    if (to === ".") this.namePlugin();
  }

  override async pulumi(...args: string[]): Promise<Ran> {
    this.launcher = await this.sandbox.launcher(this.folder);
    return super.pulumi(...args);
  }

  async destroy(): Promise<Ran> {
    return this.pulumi("destroy", "--yes", "--skip-preview");
  }

  private namePlugin(): void {
    const plugin = `    - name: openstack\n      path: ${process.env.FLATCAR_OPENSTACK_PROVIDER}\n`;
    appendFileSync(join(this.folder, "Pulumi.yaml"), `plugins:\n  providers:\n${plugin}`);
  }
}
