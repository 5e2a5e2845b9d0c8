import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installedKernel } from "./test-os.js";

/** Something that a test cannot do without: says what is missing, or nothing. */
export type Need = () => string | undefined;

/** Programs and other files that Debian packages bring, all listed in packages.txt. */
const debianFiles = [
  "/usr/bin/qemu-system-x86_64",
  "/usr/share/OVMF/OVMF_CODE_4M.fd",
  "/usr/lib/ipxe/ipxe.efi",
  "/usr/lib/ipxe/qemu/pxe-virtio.rom",
  "/usr/lib/grub/x86_64-efi/http.mod",
  "/usr/bin/grub-mkimage",
  "/usr/sbin/dnsmasq",
  "/lib/systemd/systemd",
  "/usr/sbin/sgdisk",
  "/usr/sbin/mkfs.ext4",
  "/usr/bin/mcopy",
  "/usr/bin/bzip2",
  "/usr/bin/efibootmgr",
  "/usr/bin/udevadm",
  "/bin/busybox",
  "/bin/ip",
  "/usr/bin/nsenter",
  "/usr/bin/genisoimage",
  "/usr/bin/openssl",
];

/** What the Redfish emulator switches machines with. */
const libvirtFiles = [
  "/usr/lib/python3/dist-packages/libvirt.py",
  "/usr/lib/x86_64-linux-gnu/libvirt/connection-driver/libvirt_driver_qemu.so",
];

/** The same for an OpenStack. */
const openStackFiles = [
  ...["keystone", "glance", "placement", "neutron", "nova"].map(
    (name) => `/usr/lib/python3/dist-packages/${name}/__init__.py`,
  ),
  "/usr/sbin/mariadbd",
  "/usr/bin/mariadb",
  "/usr/lib/rabbitmq/bin/rabbitmq-server",
  "/usr/sbin/libvirtd",
  "/usr/sbin/iptables",
  "/usr/bin/qemu-img",
  "/usr/bin/genisoimage",
];

export const root: Need = () => (process.getuid?.() === 0 ? undefined : "needs root");

export const debianPackages: Need = () => {
  const missing = debianFiles.filter((file) => !existsSync(file));
  if (installedKernel() === undefined) missing.push("/boot/vmlinuz-*-cloud-amd64");
  return missing.length > 0
    ? `needs the packages in packages.txt, no ${missing.join(", ")}`
    : undefined;
};

export const openStackPackages: Need = () => {
  const missing = openStackFiles.filter((file) => !existsSync(file));
  return missing.length > 0
    ? `needs an OpenStack of Debian's, no ${missing.join(", ")}`
    : undefined;
};

export const openStackProvider: Need = () =>
  existsSync(
    join(process.env.FLATCAR_OPENSTACK_PROVIDER || "/nonexistent", "pulumi-resource-openstack"),
  )
    ? undefined
    : "needs FLATCAR_OPENSTACK_PROVIDER, a folder with pulumi-resource-openstack";

export const oracles: Need = () =>
  ["ignition", "ignition-validate", "butane", "matchbox", "oracle-batch"].every((name) =>
    existsSync(oracle(name)),
  )
    ? undefined
    : "needs FLATCAR_ORACLES, a folder with ignition, ignition-validate, butane, matchbox and oracle-batch";

export const engine: Need = () => {
  const folders = [
    process.env.FLATCAR_ENGINE_BIN ?? "",
    ...(process.env.PATH ?? "").split(delimiter),
  ];
  return folders.some((folder) => isProgram(join(folder, "pulumi")))
    ? undefined
    : "needs pulumi, in FLATCAR_ENGINE_BIN or on PATH";
};

export const emulator: Need = () => {
  const parts = [
    join(process.env.FLATCAR_EMULATOR || "/nonexistent", "sushy_tools"),
    ...libvirtFiles,
  ];
  const missing = parts.filter((file) => !existsSync(file));
  return missing.length > 0
    ? `needs FLATCAR_EMULATOR, a folder with sushy-tools, and libvirt, no ${missing.join(", ")}`
    : undefined;
};

export const moto: Need = () =>
  process.env.FLATCAR_MOTO ? undefined : "needs FLATCAR_MOTO, a folder with moto for Python";

export const build: Need = () =>
  existsSync(join(__dirname, "../../../dist/index.js")) ? undefined : "needs npm run build";

/** Path of a program in FLATCAR_ORACLES. */
export function oracle(name: string): string {
  return join(process.env.FLATCAR_ORACLES || "/nonexistent", name);
}

/** A group of tests that runs where everything it needs is there, and else says in its name what is missing. */
export function describeWith(needs: readonly Need[], title: string, body: () => void): void {
  const missing = needs.flatMap((need) => need() ?? []);
  if (missing.length === 0) describe(title, body);
  else describe.skip(`${title} (skipped: ${missing.join("; ")})`, body);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
