import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { Archive } from "./archive.js";
import { cached } from "./cache.js";
import { seed } from "./seed.js";

/** A system that boots, runs the real Ignition and reports what it made: a stand-in for Flatcar's two PXE files. */
export interface TestOs {
  readonly kernel: string;
  readonly initrd: string;
  /** A certificate that it trusts, for the object stores of the clouds, and its key. */
  readonly certificate: string;
  readonly key: string;
}

const sources = join(__dirname, "..", "test-os");

/**
 * Drivers for QEMU's virtio devices; without random numbers, partitioning waits 15 s for them. For Azure's DVD and config
 * drives. And for the first partition of an installed disk and the boot entries of UEFI firmware.
 */
const modules = [
  "virtio_pci",
  "virtio_rng",
  "virtio_net",
  "virtio_blk",
  "virtio_scsi",
  "sr_mod",
  "udf",
  "ata_piix",
  "isofs",
  "vfat",
  "nls_cp437",
  "nls_ascii",
  "efivarfs",
];

/** Where the clouds keep objects. */
const storeNames = [
  "*.s3.us-east-1.amazonaws.com",
  "*.s3.dualstack.us-east-1.amazonaws.com",
  "storage.googleapis.com",
  "*.blob.core.windows.net",
];

/** What systemd and udev need to start a service, what Ignition calls, and what the machines' own scripts call. */
const programs = [
  "/lib/systemd/systemd",
  "/lib/systemd/systemd-executor",
  "/lib/systemd/systemd-udevd",
  "/lib/udev/cdrom_id",
  "/usr/bin/systemctl",
  "/usr/bin/udevadm",
  "/usr/bin/lsblk",
  "/usr/sbin/blkid",
  "/usr/sbin/wipefs",
  "/usr/sbin/sgdisk",
  "/usr/sbin/mkfs.ext4",
  "/usr/sbin/useradd",
  "/usr/sbin/usermod",
  "/usr/sbin/userdel",
  "/usr/sbin/groupadd",
  "/usr/sbin/groupdel",
  "/usr/bin/curl",
  "/usr/bin/efibootmgr",
];

const udevRules = /^(50-udev|60-block|60-cdrom_id|60-persistent-storage\.|99-systemd)/;

const noDefaults = "[Unit]\nDefaultDependencies=no\n";
const units: Readonly<Record<string, string>> = {
  "default.target": `${noDefaults}Requires=apply.service\nAfter=apply.service\n`,
  "systemd-udevd.service": `${noDefaults}[Service]\nType=notify\nNotifyAccess=all\nExecStart=/usr/lib/systemd/systemd-udevd\n`,
  "apply.service": `${noDefaults}Requires=systemd-udevd.service\nAfter=systemd-udevd.service
[Service]
Type=oneshot
ExecStart=/bin/sh /apply.sh
TimeoutStartSec=infinity
StandardOutput=tty
StandardError=tty
TTYPath=/dev/ttyS0
`,
  "reboot.target": `${noDefaults}Requires=reboot.service\nAfter=reboot.service\n`,
  "reboot.service": `[Unit]
DefaultDependencies=no
SuccessAction=reboot-immediate
[Service]
Type=oneshot
ExecStart=/bin/sync
`,
};

/** The newest of Debian's small kernels that is installed here. */
export function installedKernel(): string | undefined {
  const found = existsSync("/lib/modules") ? readdirSync("/lib/modules") : [];
  return found
    .filter((version) => version.endsWith("-cloud-amd64") && existsSync(`/boot/vmlinuz-${version}`))
    .at(-1);
}

/** Builds the test system, or takes the one built before from the same parts. */
export async function testOs(ignition: string): Promise<TestOs> {
  const version = installedKernel();
  if (version === undefined) throw new Error("no package linux-image-cloud-amd64");
  const parts = [...sourceFiles(), ignition, ...programs.filter((path) => existsSync(path))];
  const contents = parts.map((path) => readFileSync(path));
  const folder = await cached("lab/", [version, ...contents], async (work) => {
    certify(work);
    const certificate = readFileSync(join(work, "certificate.pem"));
    writeFileSync(
      join(work, "initrd"),
      gzipSync(build(ignition, version, certificate), { level: 1 }),
    );
  });
  return {
    kernel: `/boot/vmlinuz-${version}`,
    initrd: join(folder, "initrd"),
    certificate: join(folder, "certificate.pem"),
    key: join(folder, "key.pem"),
  };
}

function certify(folder: string): void {
  const names = storeNames.map((name) => `DNS:${name}`).join(",");
  execFileSync(
    "openssl",
    [
      ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"],
      ...["-days", "3650", "-subj", "/CN=lab", "-addext", `subjectAltName=${names}`],
      ...["-keyout", "key.pem", "-out", "certificate.pem"],
    ],
    { cwd: folder, stdio: "pipe" },
  );
}

function sourceFiles(): string[] {
  const scripts = readdirSync(sources).map((name) => join(sources, name));
  return [...scripts, __filename, join(__dirname, "archive.ts"), join(__dirname, "seed.ts")];
}

function build(ignition: string, kernelVersion: string, certificate: Buffer): Buffer {
  const archive = new Archive();
  for (const folder of ["bin", "sbin", "lib", "lib64"]) archive.link(`/${folder}`, `usr/${folder}`);
  for (const folder of ["proc", "sys", "dev", "run", "tmp", "mnt", "sysroot", "usr/lib/ignition"])
    archive.folder(`/${folder}`);

  addProgram(archive, ignition, "/usr/bin/ignition");
  for (const program of programs.filter(existsSync)) addProgram(archive, program);
  addBusybox(archive);
  archive.link("/init", "/usr/lib/systemd/systemd");
  for (const [name, text] of Object.entries(units))
    archive.file(`/etc/systemd/system/${name}`, text);
  for (const name of readdirSync("/lib/udev/rules.d").filter((name) => udevRules.test(name))) {
    archive.file(`/usr/lib/udev/rules.d/${name}`, readFileSync(`/lib/udev/rules.d/${name}`));
  }
  archive.file("/etc/lab-modules", addModules(archive, kernelVersion));

  archive.file("/apply.sh", readFileSync(join(sources, "apply.sh")), 0o755);
  archive.file("/etc/lease.sh", readFileSync(join(sources, "lease.sh")), 0o755);
  const install = readFileSync(join(sources, "flatcar-install.sh"));
  archive.file("/usr/bin/flatcar-install", install, 0o755);
  for (const [name, text] of Object.entries(seed)) archive.file(`/etc/lab-seed/${name}`, text);
  archive.file("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\n");
  archive.file("/etc/group", "root:x:0:\n");
  archive.file("/etc/initrd-release", "ID=lab\n");
  archive.file("/etc/ssl/certs/ca-certificates.crt", certificate);
  archive.file("/etc/mke2fs.conf", readFileSync("/etc/mke2fs.conf"));
  return archive.bytes();
}

/** A program with the shared libraries that it links. */
function addProgram(archive: Archive, path: string, place = withoutLinks(path)): void {
  archive.file(place, readFileSync(path), 0o755);
  for (const library of execFileSync("ldd", [path], { encoding: "utf8" }).match(/\/\S+/g) ?? []) {
    archive.file(withoutLinks(library), readFileSync(library), 0o755);
  }
}

/** Debian's /lib is /usr/lib; the file's own name stays, because programs look libraries up by it. */
function withoutLinks(path: string): string {
  return join(realpathSync(dirname(path)), basename(path));
}

/** The shell and all the small tools, except where the real one is there. */
function addBusybox(archive: Archive): void {
  archive.file("/usr/bin/busybox", readFileSync("/bin/busybox"), 0o755);
  for (const name of execFileSync("/bin/busybox", ["--list"], { encoding: "utf8" })
    .trim()
    .split("\n")) {
    if (!archive.has(`/usr/sbin/${name}`)) archive.link(`/usr/bin/${name}`, "busybox");
  }
}

/** The kernel modules with what they depend on; returns their paths in the order to load them in. */
function addModules(archive: Archive, kernelVersion: string): string {
  const lines = modules.flatMap((name) =>
    execFileSync("modprobe", ["-S", kernelVersion, "--show-depends", name], {
      encoding: "utf8",
    }).split("\n"),
  );
  const paths = [...new Set(lines.flatMap((line) => /^insmod (\S+)/.exec(line)?.[1] ?? []))];
  for (const path of paths) archive.file(withoutLinks(path), readFileSync(path));
  return `${paths.join("\n")}\n`;
}
