import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { selfSigned } from "../../support/certificates.js";
import { hasKvm } from "./machine.js";
import { type Sandbox, waitFor } from "./sandbox.js";

/** A machine behind the emulator. */
export interface EmulatedMachine {
  readonly name: string;
  /** What Redfish knows it by. */
  readonly uuid: string;
  readonly macAddress: string;
  /** Defaults to bios. */
  readonly firmware?: "bios" | "uefi";
  /** What it believes to have: memory it never touches costs the host nothing. Defaults to 1024. */
  readonly memoryMib?: number;
  /** Defaults to 1. */
  readonly vcpus?: number;
  /** Sizes of its disks, which are sparse, in the order in which it tries to boot from them. Defaults to one of 4 GB. */
  readonly diskGb?: readonly number[];
  /** The bridge that its card is on, where that is another than that of all. */
  readonly bridge?: string;
}

export interface EmulatorOptions {
  readonly machines: readonly EmulatedMachine[];
  /** Where it listens, by https with a certificate that it signed itself. */
  readonly address: string;
  /** The bridge that the machines' cards are on. */
  readonly bridge: string;
}

const port = 8443;
const username = "admin";
const password = "correct horse";
/** The same in the form of Apache's files, by bcrypt. */
const passwordFile = `${username}:$2b$04$1qX7iLaRR.cC0pZfYByNVeb1dY7AMIjSWKPpguid0V37ltdzNfmLe\n`;

/** For libvirt inside a sandbox: it is root there, and its machines are nobody else's business. */
const qemuConf = `user = "root"
group = "root"
security_driver = "none"
namespaces = []
cgroup_controllers = []
stdio_handler = "file"
remember_owner = 0
`;

/** Machines that a Redfish service switches: sushy-tools in front of libvirt, all in one process of a sandbox. */
export class RedfishEmulator {
  /** Everything that the emulator and libvirt said. */
  log = "";
  private readonly folder: string;
  private readonly address: string;

  private constructor(folder: string, address: string) {
    this.folder = folder;
    this.address = address;
  }

  static async start(sandbox: Sandbox, options: EmulatorOptions): Promise<RedfishEmulator> {
    const folder = join(sandbox.folder, "emulator");
    const emulator = new RedfishEmulator(folder, options.address);
    emulator.prepare(options);
    // libvirt looks for a user of its own, and keeps a file below /run; neither is to be seen outside.
    const script = `
      mount -t tmpfs tmpfs /run
      for list in passwd group; do mount --bind ${folder}/$list /etc/$list; done
      exec /usr/bin/python3 ${join(__dirname, "redfish-emulator.py")} ${folder}/root ${folder}/sushy.conf`;
    const process = await sandbox.start(["unshare", "--mount", "sh", "-ec", script], {
      env: { PYTHONPATH: globalThis.process.env.FLATCAR_EMULATOR },
    });
    for (const stream of [process.stdout, process.stderr]) {
      stream?.on("data", (chunk) => {
        emulator.log += chunk;
      });
    }
    await waitFor(process, /Running on https/);
    return emulator;
  }

  /** What a program says to reach a machine's BMC. */
  bmc({ uuid }: EmulatedMachine) {
    const endpoint = `https://${this.address}:${port}`;
    return { endpoint, username, password, systemId: uuid, caCertificate: selfSigned.cert };
  }

  /** All that a machine wrote to its serial port, in all its boots. */
  serial({ name }: EmulatedMachine): string {
    const log = join(this.folder, `${name}.serial`);
    return existsSync(log) ? readFileSync(log, "latin1") : "";
  }

  private prepare({ machines, address, bridge }: EmulatorOptions): void {
    const { folder } = this;
    const domains = join(folder, "root", "domains");
    for (const each of [domains, join(folder, "root", "etc")]) mkdirSync(each, { recursive: true });
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
    write("root/etc/qemu.conf", qemuConf);
    write("htpasswd", passwordFile);
    write("cert.pem", selfSigned.cert);
    write("key.pem", selfSigned.key);
    write(
      "sushy.conf",
      `SUSHY_EMULATOR_LISTEN_IP = "${address}"
SUSHY_EMULATOR_LISTEN_PORT = ${port}
SUSHY_EMULATOR_SSL_CERT = "${folder}/cert.pem"
SUSHY_EMULATOR_SSL_KEY = "${folder}/key.pem"
SUSHY_EMULATOR_AUTH_FILE = "${folder}/htpasswd"
`,
    );
    for (const list of ["passwd", "group"]) {
      const known = readFileSync(`/etc/${list}`, "utf8");
      const more = ["libvirt-qemu", "kvm"].filter((name) => !known.includes(`\n${name}:`));
      const line = (name: string) =>
        list === "passwd" ? `${name}:x:64055:64055::/:/bin/false\n` : `${name}:x:64055:\n`;
      write(list, known + more.map(line).join(""));
    }
    for (const machine of machines) {
      this.disks(machine).forEach(({ file, gb }) => {
        closeSync(openSync(file, "a"));
        truncateSync(file, gb * 1e9);
      });
      writeFileSync(join(domains, `${machine.name}.xml`), this.domain(machine, bridge));
    }
  }

  /** The files of a machine's disks. */
  disks({ name, diskGb = [4] }: EmulatedMachine): { readonly file: string; readonly gb: number }[] {
    return diskGb.map((gb, index) => ({ file: join(this.folder, `${name}.${index}.disk`), gb }));
  }

  private domain(machine: EmulatedMachine, bridge: string): string {
    const { name, uuid, macAddress, firmware, memoryMib = 1024, vcpus = 1 } = machine;
    const code = "/usr/share/OVMF/OVMF_CODE_4M.fd";
    const variables = "/usr/share/OVMF/OVMF_VARS_4M.fd";
    const loader =
      firmware === "uefi"
        ? `<loader readonly='yes' type='pflash'>${code}</loader><nvram template='${variables}'>${this.folder}/${name}.vars</nvram>`
        : "";
    const disks = this.disks(machine).map(
      ({ file }, index) => `<disk type='file' device='disk'>
      <driver name='qemu' type='raw' cache='unsafe'/><source file='${file}'/><target dev='vd${"abcd"[index]}' bus='virtio'/>
      <serial>disk${index}</serial>
    </disk>`,
    );
    return `<domain type='${hasKvm() ? "kvm" : "qemu"}'>
  <name>${name}</name><uuid>${uuid}</uuid><memory unit='MiB'>${memoryMib}</memory><vcpu>${vcpus}</vcpu>
  <os><type arch='x86_64' machine='q35'>hvm</type>${loader}<boot dev='hd'/></os>
  <features><acpi/></features>
  <devices>
    <emulator>/usr/bin/qemu-system-x86_64</emulator>
    ${disks.join("\n    ")}
    <interface type='bridge'>
      <mac address='${macAddress}'/><source bridge='${machine.bridge ?? bridge}'/><model type='virtio'/>
    </interface>
    <serial type='file'><source path='${this.folder}/${name}.serial' append='on'/><target port='0'/></serial>
    <rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>
  </devices>
</domain>
`;
  }
}
