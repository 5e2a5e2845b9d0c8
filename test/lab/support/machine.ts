import { type ChildProcess, spawnSync } from "node:child_process";
import { closeSync, copyFileSync, existsSync, openSync, truncateSync } from "node:fs";
import { join } from "node:path";
import type { Network } from "./bridge.js";
import { type BootReport, readReport } from "./report.js";
import { end, type Sandbox } from "./sandbox.js";
import { installedKernel, type TestOs } from "./test-os.js";

/** A machine to boot, from the network if no system is given. */
export interface MachineSpec {
  readonly name: string;
  readonly firmware: "bios" | "uefi";
  readonly macAddress: string;
  readonly vcpus: number;
  /** What the machine believes to have: memory it never touches costs the host nothing. */
  readonly memoryMib: number;
  /** Sparse: what is never written costs nothing. */
  readonly diskGb: number;
  /** Size of another disk, with the serial number "second". */
  readonly secondDiskGb?: number;
  /** Image of a DVD in its drive. */
  readonly dvd?: string;
  /** What QEMU starts itself, with these words on its kernel line. */
  readonly system?: TestOs & { readonly kernelArguments: readonly string[] };
}

/** The file of a machine's disk, by its serial number: "root" is /dev/disk/by-id/virtio-root. */
export function diskFile(sandbox: Sandbox, { name }: MachineSpec, serial = "root"): string {
  return join(sandbox.folder, `${name}.${serial}.disk`);
}

const timeoutMs = 180_000;

/** After these, nothing more will come. */
const hopeless =
  /Kernel panic|No Flatcar machine has the address \S+\.|Failed to boot both default and fallback/;

/** What a machine wrote to its serial port, and what it asked the web server for. */
export interface Trace {
  readonly serial: string;
  readonly requests: readonly string[];
}

/** What a boot left behind. */
export interface Boot extends Trace {
  readonly report: BootReport;
}

/**
 * Switches a machine on, waits until it switches itself off, or wants to start again after it was installed, and reads its
 * report. Its disks stay for the next boot of a machine of the same name, and so do the settings of its firmware.
 */
export async function boot(sandbox: Sandbox, network: Network, spec: MachineSpec): Promise<Boot> {
  const trace = await run(sandbox, network, spec, /^LAB-(DONE|INSTALLER )/m);
  return { ...trace, report: readReport(trace.serial) };
}

/** Switches a machine on, and off again when its serial port shows a sign. */
export async function bootUntil(
  sandbox: Sandbox,
  network: Network,
  spec: MachineSpec,
  sign: RegExp,
): Promise<Trace> {
  return run(sandbox, network, spec, sign, sign);
}

async function run(
  sandbox: Sandbox,
  network: Network,
  spec: MachineSpec,
  sign: RegExp,
  enough = hopeless,
): Promise<Trace> {
  const before = network.requests.length;
  const machine = await sandbox.start(await commandLine(sandbox, network, spec));
  let serial = "";
  let errors = "";
  machine.stdout?.setEncoding("latin1").on("data", (chunk) => {
    serial += chunk;
    if (enough.test(serial) || hopeless.test(serial)) end(machine);
  });
  machine.stderr?.on("data", (chunk) => {
    errors += chunk;
  });
  const inTime = await endOf(machine);
  const requests = network.requests.slice(before);
  if (inTime && sign.test(serial)) return { serial, requests };

  const late = inTime ? "switched off early" : `not done after ${timeoutMs / 1000} s`;
  const why = /^LAB-FAILED .*/m.exec(serial)?.[0] ?? hopeless.exec(serial)?.[0] ?? late;
  throw new Error(
    [
      `${spec.name}: ${why}`,
      errors,
      "Requests to the web server:",
      ...requests,
      "End of the serial log:",
      plain(serial).slice(-4000),
    ].join("\n"),
  );
}

function endOf(machine: ChildProcess): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let inTime = true;
    const timer = setTimeout(() => {
      inTime = false;
      end(machine);
    }, timeoutMs);
    machine.once("error", reject);
    machine.once("close", () => {
      clearTimeout(timer);
      resolve(inTime);
    });
  });
}

/** A serial log without what moves the cursor and paints: firmware and boot loaders do both on a serial line too. */
export function plain(serial: string): string {
  const esc = String.fromCharCode(27);
  return serial
    .replace(new RegExp(`${esc}\\[[\\d;?]*[A-Za-z]`, "g"), "")
    .replace(/[ \r]+\n/g, "\n");
}

async function commandLine(
  sandbox: Sandbox,
  network: Network,
  spec: MachineSpec,
): Promise<string[]> {
  return [
    "qemu-system-x86_64",
    ...["-machine", "q35,graphics=off", ...acceleration()],
    ...["-smp", String(spec.vcpus), "-m", String(spec.memoryMib)],
    ...["-nodefaults", "-display", "none", "-serial", "stdio", "-no-reboot"],
    ...firmware(sandbox, spec),
    ...system(spec),
    ...disk(diskFile(sandbox, spec), "root", spec.diskGb, 1),
    ...(spec.secondDiskGb
      ? disk(diskFile(sandbox, spec, "second"), "second", spec.secondDiskGb, 2)
      : []),
    ...drive(spec),
    ...["-netdev", `tap,id=net,ifname=${await network.plug()},script=no,downscript=no`],
    ...["-device", `virtio-net-pci,netdev=net,mac=${spec.macAddress}${bootRom(spec)}`],
    ...["-device", "virtio-rng-pci"],
  ];
}

/** UEFI firmware here knows only what has a number in the order of boot. */
function disk(file: string, serial: string, gb: number, order: number): string[] {
  closeSync(openSync(file, "a"));
  truncateSync(file, gb * 1e9);
  return [
    ...["-drive", `if=none,id=${serial},file=${file},format=raw,cache=unsafe,discard=unmap`],
    ...["-device", `virtio-blk-pci,drive=${serial},serial=${serial},bootindex=${order}`],
  ];
}

function firmware(sandbox: Sandbox, spec: MachineSpec): string[] {
  if (spec.firmware === "bios") return [];
  const variables = join(sandbox.folder, `${spec.name}.vars`);
  if (!existsSync(variables)) copyFileSync("/usr/share/OVMF/OVMF_VARS_4M.fd", variables);
  return [
    ...["-drive", "if=pflash,format=raw,readonly=on,file=/usr/share/OVMF/OVMF_CODE_4M.fd"],
    ...["-drive", `if=pflash,format=raw,file=${variables}`],
  ];
}

function system({ system }: MachineSpec): string[] {
  if (!system) return [];
  const words = ["console=ttyS0", ...system.kernelArguments];
  return ["-kernel", system.kernel, "-initrd", system.initrd, "-append", words.join(" ")];
}

function drive({ dvd }: MachineSpec): string[] {
  if (dvd === undefined) return [];
  return [
    ...["-drive", `if=none,id=dvd,file=${dvd},format=raw,media=cdrom,readonly=on`],
    ...["-device", "virtio-scsi-pci", "-device", "scsi-cd,drive=dvd"],
  ];
}

/** QEMU's cards carry an iPXE of their own. UEFI can do without, and then loads what DHCP offers first. */
function bootRom({ firmware, system }: MachineSpec): string {
  if (system) return "";
  return firmware === "uefi" ? ",bootindex=0,romfile=" : ",bootindex=0";
}

const kvm = ["-accel", "kvm", "-cpu", "host"];
let works: boolean | undefined;

/** Whether machines can run on KVM. */
export function hasKvm(): boolean {
  works ??= startsKernel(kvm);
  return works;
}

/** /dev/kvm may be there and not work: only a kernel that starts on it can tell. */
function acceleration(): readonly string[] {
  return hasKvm() ? kvm : ["-accel", "tcg"];
}

function startsKernel(options: readonly string[]): boolean {
  const machine = "-machine q35 -m 512 -nodefaults -display none -serial stdio -no-reboot";
  const kernel = ["-kernel", `/boot/vmlinuz-${installedKernel()}`];
  const attempt = spawnSync(
    "qemu-system-x86_64",
    [...machine.split(" "), ...options, ...kernel, "-append", "console=ttyS0 panic=-1"],
    { timeout: 10_000, killSignal: "SIGKILL", encoding: "latin1" },
  );
  return attempt.status === 0 && attempt.stdout.includes("Linux version");
}
