import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Platform } from "../../../src/platforms/index.js";
import { Bridge } from "./bridge.js";
import { type Boot, boot } from "./machine.js";
import { type Sandbox, waitFor } from "./sandbox.js";
import type { TestOs } from "./test-os.js";

const address = "10.79.0.1";
/** Where every cloud has its metadata service. */
const metadataAddress = "169.254.169.254";
const name = "cloud0";
/** Domains of the object stores. */
const stores = ["amazonaws.com", "googleapis.com", "windows.net"];

/** How user data reaches a machine: by the metadata service, or on a DVD as Azure's custom data does. */
export type Carrier = "metadata" | "dvd";

/** A data centre of any cloud: addresses and names by dnsmasq, a metadata service, and the object stores. */
export class Cloud {
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
    const { certificate, key } = system;
    await bridge.serve("object-stores.mts", address, cloud.objects, certificate, key);
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
      ...stores.map((domain) => `--address=/${domain}/${address}`),
    ]);
    await waitFor(dnsmasq, /started/);
    return cloud;
  }

  /** Puts an object into a store, by the URL that configs name it by. */
  put(url: string, contents: string): void {
    const { protocol, host, pathname } = new URL(url);
    const place =
      protocol === "https:" ? `blob/${host.split(".")[0]}` : `${protocol.slice(0, -1)}/${host}`;
    const file = join(this.objects, `${place}${pathname}`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, contents);
  }

  /** The first boot of a machine of this cloud, with its user data. */
  async boot(
    { id, ignitionPlatformId }: Platform,
    userData: string,
    by: Carrier = "metadata",
  ): Promise<Boot> {
    writeFileSync(this.userData, by === "metadata" ? userData : "");
    const kernelArguments = [`ignition.platform.id=${ignitionPlatformId}`];
    const number = ++this.machines;
    return boot(this.sandbox, this.bridge, {
      name: `${id}-${number}`,
      firmware: "bios",
      macAddress: `52:54:00:ee:00:${number.toString(16).padStart(2, "0")}`,
      vcpus: 2,
      memoryMib: 1024,
      diskGb: 1,
      ...(by === "dvd" && { dvd: this.burn(`${id}-${number}`, userData) }),
      system: { ...this.system, kernelArguments },
    });
  }

  /** A DVD like the one that Azure puts into the drive of a new machine. */
  private burn(name: string, customData: string): string {
    const folder = join(this.sandbox.folder, name);
    mkdirSync(folder);
    writeFileSync(join(folder, "ovf-env.xml"), "");
    writeFileSync(join(folder, "CustomData.bin"), customData);
    execFileSync("genisoimage", ["-quiet", "-udf", "-o", `${folder}.iso`, folder]);
    return `${folder}.iso`;
  }

  private get objects(): string {
    return join(this.sandbox.folder, "objects");
  }

  private get userData(): string {
    return join(this.sandbox.folder, "user-data");
  }
}
