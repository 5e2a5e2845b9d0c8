import { copyFileSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Bridge, type Network } from "./bridge.js";
import { imageFile } from "./disk-image.js";
import type { Matchbox } from "./matchbox.js";
import { type Sandbox, waitFor } from "./sandbox.js";
import type { TestOs } from "./test-os.js";

const address = "10.78.0.1";
const port = 8080;
/** The network's name inside its sandbox. */
export const bridge = "lab0";

/** The address of the computer that everything runs on. */
export const host = address;

/** With IPv6 there has to be a router: iPXE looks for one for 16 s before it goes on without. */
const ipv6 = existsSync("/proc/net/if_inet6");

/** Where the boot directory and the mirror are served. */
export const baseUrl = `http://${address}:${port}`;

/** Loaders as Debian packages them, under the names that the machines ask for. */
const loaders: Readonly<Record<string, string>> = {
  "undionly.kpxe": "/usr/lib/ipxe/undionly.kpxe",
  "ipxe.efi": "/usr/lib/ipxe/snponly.efi",
};

/** Debian's signed GRUB for network boots has no http, so the lab makes one that has, and that can go on to a disk. */
const grubModules = [
  ...["normal", "configfile", "echo", "efinet", "tftp", "http", "linux", "sleep"],
  ...["test", "search", "search_label", "part_gpt", "fat", "chain"],
];

export interface BootNetworkOptions {
  /** What the program wrote. */
  readonly bootDirectory: string;
  readonly testOs: TestOs;
  /** The Flatcar release that the test system stands in for. */
  readonly version: string;
  /** Folder of the release's image for disks, from `diskImage`. */
  readonly image?: string;
  /** Machines that are to load GRUB instead of iPXE. */
  readonly grub?: readonly string[];
  /** The Matchbox that serves everything, in place of a web server. */
  readonly matchbox?: Matchbox;
  /** Whether nobody serves files yet, because that is for the program to do. Defaults to false. */
  readonly silent?: boolean;
}

/** Lays out a mirror that has the test system in place of a release, and an image of it for disks if there is one. */
export function layOutMirror(
  folder: string,
  testOs: TestOs,
  version: string,
  image?: string,
): void {
  const release = join(folder, "amd64-usr", version);
  mkdirSync(release, { recursive: true });
  symlinkSync(testOs.kernel, join(release, "flatcar_production_pxe.vmlinuz"));
  symlinkSync(testOs.initrd, join(release, "flatcar_production_pxe_image.cpio.gz"));
  for (const name of image ? [imageFile, `${imageFile}.sig`] : [])
    symlinkSync(join(image ?? "", name), join(release, name));
}

/** A network with DHCP and TFTP by dnsmasq, as the generated fragment says, and the files by HTTP. */
export class BootNetwork implements Network {
  /** Everything dnsmasq said. */
  log = "";
  private readonly sandbox: Sandbox;
  private readonly bridge: Bridge;

  private constructor(sandbox: Sandbox, bridge: Bridge) {
    this.sandbox = sandbox;
    this.bridge = bridge;
  }

  static async start(sandbox: Sandbox, options: BootNetworkOptions): Promise<BootNetwork> {
    const network = new BootNetwork(
      sandbox,
      await Bridge.start(sandbox, bridge, [`${address}/24`, ...(ipv6 ? ["fd78::1/64"] : [])]),
    );
    if (!options.silent) await network.serveFiles(options);
    await network.serveAddresses(options);
    return network;
  }

  get requests(): readonly string[] {
    return this.bridge.requests;
  }

  plug(): Promise<string> {
    return this.bridge.plug();
  }

  /** What DHCP tells a machine before any loader runs, by the number of its firmware (option 93). */
  async offeredLoader(clientArchitecture: number): Promise<string> {
    const name = `ask${clientArchitecture}`;
    const script = join(this.sandbox.folder, "offer.sh");
    const print = '#!/bin/sh\n[ "$1" = bound ] && echo "file=$boot_file"\nexit 0\n';
    writeFileSync(script, print, { mode: 0o755 });
    await this.sandbox.must(`ip link add ${name} type veth peer name ${name}peer`);
    await this.sandbox.must(`ip link set ${name}peer master ${bridge} up`);
    await this.sandbox.must(`ip link set ${name} up`);
    const option = `0x5d:${clientArchitecture.toString(16).padStart(4, "0")}`;
    const asking = "busybox udhcpc -f -n -q -t 10 -T 1".split(" ");
    const said = await this.sandbox.must([...asking, "-i", name, "-s", script, "-x", option]);
    await this.sandbox.must(`ip link delete ${name}`);
    return /^file=(.*)$/m.exec(said)?.[1] ?? "";
  }

  /** Serves what machines load; for networks that are silent at first. */
  async serveFiles(options: BootNetworkOptions): Promise<void> {
    const { bootDirectory, testOs, version, image, matchbox } = options;
    if (matchbox) {
      const requestOf = (line: string) => /msg="HTTP (GET [^"]+)"/.exec(line)?.[1];
      const command = matchbox.commandFor(`${address}:${port}`);
      await this.bridge.serveBy(command, /Starting matchbox HTTP server/, requestOf);
      return;
    }
    const mirror = join(this.sandbox.folder, "mirror");
    layOutMirror(mirror, testOs, version, image);
    const shares = [`/mirror/=${mirror}`, `/=${bootDirectory}`];
    await this.bridge.serve("web-server.mts", address, String(port), ...shares);
  }

  private async serveAddresses({ bootDirectory, grub }: BootNetworkOptions): Promise<void> {
    const root = join(this.sandbox.folder, "tftp");
    mkdirSync(root, { recursive: true });
    for (const [name, file] of Object.entries(loaders)) copyFileSync(file, join(root, name));
    const image = ["-O", "x86_64-efi", "-p", "/grub", "-o", join(root, "grubx64.efi")];
    await this.sandbox.must(["grub-mkimage", ...image, ...grubModules]);
    symlinkSync(join(bootDirectory, "grub"), join(root, "grub"));
    const config = join(this.sandbox.folder, "dnsmasq.conf");
    const lines = [
      `interface=${bridge}`,
      "bind-interfaces",
      "port=0",
      "user=root",
      "no-ping",
      "leasefile-ro",
      "log-dhcp",
      "log-facility=-",
      "dhcp-range=10.78.0.50,10.78.0.90,1h",
      // Nor is there another DHCP server to wait for (ipxe.org/cfg/no-pxedhcp).
      "dhcp-option=encap:175,176,1b",
      ...(ipv6 ? ["dhcp-range=fd78::,ra-only,64", `ra-param=${bridge},0,0`] : []),
      "enable-tftp",
      `tftp-root=${root}`,
      `conf-file=${join(bootDirectory, "dnsmasq", "boot.conf")}`,
      `conf-dir=${join(bootDirectory, "dnsmasq", "hosts")},*.conf`,
      // The last line that fits decides.
      ...(grub ?? []).flatMap((mac) => [
        `dhcp-mac=set:grub,${mac}`,
        "dhcp-boot=tag:grub,grubx64.efi",
      ]),
    ];
    writeFileSync(config, `${lines.join("\n")}\n`);
    const inView = ["--keep-in-foreground", "--pid-file="];
    const server = await this.sandbox.start(["dnsmasq", ...inView, `--conf-file=${config}`]);
    for (const stream of [server.stdout, server.stderr]) {
      stream?.on("data", (chunk) => {
        this.log += chunk;
      });
    }
    await waitFor(server, /started/);
  }
}
