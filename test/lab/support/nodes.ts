import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "../../support/engine.js";
import { BootNetwork } from "./boot-network.js";
import { oracle } from "./needs.js";
import { Sandbox } from "./sandbox.js";
import { testOs } from "./test-os.js";

/** The program whose machines are booted. */
export const program = readFileSync(join(__dirname, "..", "programs", "nodes.js"), "utf8");

export const key =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPjkWlKfhXPEjgX8d5Uu6TkS6Kh5LIdyRo1ZJtRsVZ1h you@example.com";

/** What every machine gets without asking. */
export const added = {
  files: {
    "/opt/flatcar/hardware-check.sh": {
      mode: "0755",
      owner: "0:0",
      contents: expect.stringMatching(/^#!\/bin\/sh\n/),
    },
  },
  units: {
    "flatcar-hardware-check.service": {
      state: "enabled",
      contents: expect.stringContaining("ExecStart=/bin/sh /opt/flatcar/hardware-check.sh"),
    },
  },
};

/** The user that every machine has, with the key of the program. */
export const core = {
  uid: 500,
  home: "/home/core",
  groups: ["wheel", "sudo", "docker", "systemd-journal"],
  password: "none",
  sshAuthorizedKeys: [key],
};

export const kernel = "/mirror/amd64-usr/4593.2.0/flatcar_production_pxe.vmlinuz";
export const initrd = "/mirror/amd64-usr/4593.2.0/flatcar_production_pxe_image.cpio.gz";
/** Requests to the web server that went well. */
export const got = (...paths: string[]) => paths.map((path) => `GET ${path} 200`);

/** Machines that a real `pulumi up` wrote the boot files of, and a network that offers them. */
export class Nodes {
  readonly sandbox: Sandbox;
  readonly project: Project;
  readonly network: BootNetwork;

  private constructor(sandbox: Sandbox, project: Project, network: BootNetwork) {
    this.sandbox = sandbox;
    this.project = project;
    this.network = network;
  }

  static async start(): Promise<Nodes> {
    const sandbox = new Sandbox();
    const project = new Project({ "index.js": program }, "nodejs", sandbox.folder);
    try {
      project.launcher = await sandbox.launcher(project.folder);
      const { code, output } = await project.up();
      if (code !== 0) throw new Error(output);
      const network = await BootNetwork.start(sandbox, {
        bootDirectory: join(project.folder, "netboot"),
        testOs: await testOs(oracle("ignition")),
        version: "4593.2.0",
        grub: ["52:54:00:cc:00:01"],
      });
      return new Nodes(sandbox, project, network);
    } catch (error) {
      await sandbox.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.sandbox.close();
  }
}
