import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Platform } from "../../../src/platforms/index.js";
import { Bridge } from "./bridge.js";
import { type Boot, boot } from "./machine.js";
import { type Sandbox, waitFor } from "./sandbox.js";
import type { TestOs } from "./test-os.js";

const address = "10.79.0.1";
/** Where every cloud has its metadata service. */
const metadataAddress = "169.254.169.254";
const name = "cloud0";

/** A data centre of any cloud: addresses and names by dnsmasq, user data, and a web server for what lies outside of it. */
export class Cloud {
  /** Where objects are served. */
  readonly url = `http://${address}`;
  private readonly sandbox: Sandbox;
  private readonly bridge: Bridge;
  private readonly system: TestOs;
  private machines = 0;

  private constructor(sandbox: Sandbox, bridge: Bridge, system: TestOs) {
    this.sandbox = sandbox;
    this.bridge = bridge;
    this.system = system;
  }

  static async start(sandbox: Sandbox, system: TestOs): Promise<Cloud> {
    const bridge = await Bridge.start(sandbox, name, [`${address}/24`, `${metadataAddress}/32`]);
    const cloud = new Cloud(sandbox, bridge, system);
    mkdirSync(cloud.objects);
    await bridge.serve("metadata-service.mts", metadataAddress, cloud.userData);
    await bridge.serve("web-server.mts", address, "80", `/=${cloud.objects}`);
    const dnsmasq = await sandbox.start([
      ...["dnsmasq", "--keep-in-foreground", "--pid-file=", "--conf-file=/dev/null", "--no-ping"],
      ...["--user=root", "--leasefile-ro", "--log-facility=-", `--interface=${name}`],
      ...[
        "--bind-interfaces",
        "--dhcp-range=10.79.0.50,10.79.0.90,1h",
        "--no-resolv",
        "--no-hosts",
      ],
      `--address=/metadata.google.internal/${metadataAddress}`,
    ]);
    await waitFor(dnsmasq, /started/);
    return cloud;
  }

  /** Puts an object onto the web server. */
  put(object: string, contents: string): string {
    writeFileSync(join(this.objects, object), contents);
    return `${this.url}/${object}`;
  }

  /** The first boot of a machine of this cloud, with its user data. */
  async boot({ id, ignitionPlatformId }: Platform, userData: string): Promise<Boot> {
    writeFileSync(this.userData, userData);
    return this.run(id, [`ignition.platform.id=${ignitionPlatformId}`]);
  }

  /** The first boot of a machine that finds the URL of its config on its kernel line. */
  async bootFrom(url: string): Promise<Boot> {
    return this.run("metal", ["ignition.platform.id=metal", `ignition.config.url=${url}`]);
  }

  private run(kind: string, kernelArguments: readonly string[]): Promise<Boot> {
    const number = ++this.machines;
    return boot(this.sandbox, this.bridge, {
      name: `${kind}-${number}`,
      firmware: "bios",
      macAddress: `52:54:00:ee:00:0${number}`,
      vcpus: 2,
      memoryMib: 1024,
      diskGb: 1,
      system: { ...this.system, kernelArguments },
    });
  }

  private get objects(): string {
    return join(this.sandbox.folder, "objects");
  }

  private get userData(): string {
    return join(this.sandbox.folder, "user-data");
  }
}
