import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { mortal } from "./sandbox.js";

const { IMAGES } = require("../../engine/cloud-stand-in/clouds/aws-look-ups.js");

/** Images as moto reads them, those that the stand-in knows. */
const amis = IMAGES.map((image: Record<string, unknown>) => ({
  ami_id: image.id,
  name: image.name,
  owner_id: image.ownerId,
  architecture: image.architecture,
  creation_date: image.creationDate,
  virtualization_type: image.virtualizationType,
  root_device_type: image.rootDeviceType,
  root_device_name: image.rootDeviceName,
  hypervisor: image.hypervisor,
  public: image.public,
  state: image.state,
}));

/** A moto server, which plays AWS's API, with Flatcar's images in it. */
export class Moto {
  /** Its address. */
  readonly url: string;
  private readonly folder: string;
  private readonly server: ChildProcess;

  private constructor(folder: string, server: ChildProcess, url: string) {
    this.folder = folder;
    this.server = server;
    this.url = url;
  }

  static async start(): Promise<Moto> {
    const folder = mkdtempSync(join(tmpdir(), "flatcar-moto-"));
    writeFileSync(join(folder, "amis.json"), JSON.stringify(amis));
    const moto = ["python3", "-m", "moto.server", "-H", "127.0.0.1", "-p", "0"];
    const [setpriv, ...words] = [...mortal, ...moto] as const;
    const server = spawn(setpriv, words, {
      env: {
        ...process.env,
        PYTHONPATH: process.env.FLATCAR_MOTO,
        MOTO_AMIS_PATH: join(folder, "amis.json"),
        MOTO_ENABLE_AMI_VALIDATION: "1",
        MOTO_EC2_ENABLE_INSTANCE_TYPE_VALIDATION: "1",
      },
      stdio: ["ignore", "ignore", "pipe"],
    });
    for await (const line of createInterface(server.stderr)) {
      const [, url] = /Running on (http:\S+)/.exec(line) ?? [];
      if (url === undefined) continue;
      server.stderr.resume();
      return new Moto(folder, server, url);
    }
    rmSync(folder, { recursive: true });
    throw new Error("moto ended without a word of where it runs");
  }

  async stop(): Promise<void> {
    const ended = once(this.server, "close");
    this.server.kill();
    await ended;
    rmSync(this.folder, { recursive: true });
  }
}
