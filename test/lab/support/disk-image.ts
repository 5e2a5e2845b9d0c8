import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  closeSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { cached } from "./cache.js";

/** What a BIOS machine says on its serial port when it starts from the disk. */
export const bootSectorWord = "LAB-BOOT-SECTOR";

/** Name of the image in a mirror, which Flatcar's installer asks for. */
export const imageFile = "flatcar_production_image.bin.bz2";

const sectorBytes = 512;
const mib = 1024 * 1024;

interface Partition {
  readonly number: number;
  readonly label: string;
  /** As sgdisk calls it. */
  readonly type: string;
  readonly startMib: number;
  readonly sizeMib: number;
}

/** Those of Flatcar's partitions that matter here, with its numbers and labels; only as large as they must be. */
const partitions = {
  esp: { number: 1, label: "EFI-SYSTEM", type: "ef00", startMib: 1, sizeMib: 80 },
  oem: { number: 6, label: "OEM", type: "8300", startMib: 81, sizeMib: 8 },
  root: { number: 9, label: "ROOT", type: "8300", startMib: 89, sizeMib: 32 },
} as const satisfies Record<string, Partition>;

const totalMib = 122;

const grubModules = [
  ...["part_gpt", "fat", "ext2", "normal", "configfile", "linux", "echo", "test"],
  ...["search", "search_label", "sleep", "reboot", "all_video"],
];

/**
 * What Flatcar's own GRUB config does, as far as a machine's config can tell: the OEM partition has its say, and the first
 * boot is known by a file. Flatcar's kernel has its initramfs inside; this one has it beside it.
 */
const grubConfig = `set linux_console=""
set linux_append=""
set first_boot=""
search --no-floppy --set=oem --label OEM
if [ -f "($oem)/grub.cfg" ]; then source "($oem)/grub.cfg"; fi
if [ -f "($root)/flatcar/first_boot" ]; then set first_boot="flatcar.first_boot=detected"; fi
if [ -z "$linux_console" ]; then set linux_console="console=tty0 console=ttyS0,115200n8"; fi
echo "LAB-DISK"
linux /flatcar/vmlinuz-a root=LABEL=ROOT $linux_console $first_boot $linux_append
initrd /flatcar/initrd-a
boot
`;

/**
 * The folder of an image for disks, in Flatcar's layout, with a file for its signature beside it. Kernel and initramfs are
 * not in it: the test system's flatcar-install puts those of the release there, because to unpack them takes an emulated
 * processor half a minute.
 */
export async function diskImage(): Promise<string> {
  return cached("lab/disk-", [readFileSync(__filename)], async (folder) => {
    const image = join(folder, "image");
    layOut(image);
    fillEsp(image, folder);
    for (const partition of [partitions.oem, partitions.root]) makeExt4(image, partition);
    const packed = execFileSync("bzip2", ["--stdout", image], { maxBuffer: totalMib * mib });
    rmSync(image);
    writeFileSync(join(folder, imageFile), packed);
    const sum = createHash("sha256").update(packed).digest("hex");
    writeFileSync(join(folder, `${imageFile}.sig`), `not a signature: ${sum}\n`);
  });
}

/** Partition table and boot sector. */
function layOut(image: string): void {
  closeSync(openSync(image, "w"));
  truncateSync(image, totalMib * mib);
  const words = Object.values(partitions).flatMap(({ number, label, type, startMib, sizeMib }) => {
    const first = (startMib * mib) / sectorBytes;
    const last = first + (sizeMib * mib) / sectorBytes - 1;
    return [`--new=${number}:${first}:${last}`, `--change-name=${number}:${label}`].concat(
      `--typecode=${number}:${type}`,
    );
  });
  execFileSync("sgdisk", [...words, image], { stdio: "pipe" });
  const file = openSync(image, "r+");
  writeSync(file, bootSector(), 0, undefined, 0);
  closeSync(file);
}

/** Writes its word to the first serial port, byte by byte, and halts. */
function bootSector(): Buffer {
  // The BIOS loads it to 0x7c00; the text is right behind the code.
  const code = Buffer.from([
    ...[0xfa, 0xfc, 0x31, 0xc0, 0x8e, 0xd8], // cli; cld; xor ax, ax; mov ds, ax
    ...[0xba, 0xf8, 0x03], // mov dx, 0x3f8
    ...[0xbe, 0x17, 0x7c], // mov si, 0x7c17
    ...[0xac, 0x84, 0xc0, 0x74, 0x03, 0xee, 0xeb, 0xf8], // next: lodsb; test al, al; jz stop; out dx, al; jmp next
    ...[0xf4, 0xeb, 0xfd], // stop: hlt; jmp stop
  ]);
  return Buffer.concat([code, Buffer.from(`\n${bootSectorWord}\n\0`)]);
}

function fillEsp(image: string, folder: string): void {
  const { startMib, sizeMib, label } = partitions.esp;
  const drive = ["-i", `${image}@@${startMib}M`];
  const config = join(folder, "grub.cfg");
  const loader = join(folder, "bootx64.efi");
  const marker = join(folder, "first_boot");
  writeFileSync(config, grubConfig);
  writeFileSync(marker, "");
  // As Flatcar's does: whatever started it may not say from which disk.
  const search = join(folder, "load.cfg");
  writeFileSync(search, `search.fs_label ${label} root\nset prefix=($root)/flatcar/grub\n`);
  execFileSync("grub-mkimage", [
    ...["-O", "x86_64-efi", "-p", "/flatcar/grub", "-c", search, "-o", loader],
    ...grubModules,
  ]);
  execFileSync("mformat", [...drive, "-T", `${(sizeMib * mib) / sectorBytes}`, "-v", label, "::"]);
  execFileSync("mmd", [...drive, "::EFI", "::EFI/boot", "::flatcar", "::flatcar/grub"]);
  const files = {
    "EFI/boot/bootx64.efi": loader,
    "EFI/boot/grubx64.efi": loader,
    "flatcar/grub/grub.cfg": config,
    "flatcar/first_boot": marker,
  };
  for (const [place, file] of Object.entries(files))
    execFileSync("mcopy", [...drive, file, `::${place}`]);
  for (const file of [config, loader, marker, search]) rmSync(file);
}

function makeExt4(image: string, { label, startMib, sizeMib }: Partition): void {
  const place = ["-E", `offset=${startMib * mib}`, image, `${sizeMib}M`];
  execFileSync("mkfs.ext4", ["-q", "-F", "-O", "^has_journal", "-L", label, ...place]);
}
