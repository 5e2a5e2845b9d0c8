import type { Fragment } from "../../compose/index.js";
import { formatMemory, type HardwareProfile } from "../../hardware/index.js";

const script = "/opt/flatcar/hardware-check.sh";

/**
 * Of the memory that a machine has, Linux counts less than the vendor sells: firmware, kernel and
 * graphics keep some. Machines sold as 8 GB were seen to report between 7.6 and 7.8 GiB.
 */
const countedShare = 0.94;

/** The least that Linux counts of a profile's memory. */
export function countedMemoryKib({ memoryMib }: HardwareProfile): number {
  return Math.floor(memoryMib * 1024 * countedShare);
}

/**
 * A unit that compares the machine with its profile once, in its first boot, and says on the console
 * what is too small. It changes nothing: declared hardware may be untrue, and this is how one learns.
 */
export function hardwareCheck(profile: HardwareProfile, disk?: string): Fragment {
  const memoryKib = countedMemoryKib(profile);
  return {
    name: "hardware check",
    files: [
      {
        path: script,
        mode: 0o755,
        contents: [
          "#!/bin/sh",
          "# Says on the console what this machine has less of than its hardware profile asks for.",
          "small=",
          "cpus=$(nproc)",
          `[ "$cpus" -ge ${profile.vcpus} ] || small="$small\\n    processors: $cpus, needed ${profile.vcpus}"`,
          "memory=$(sed -n 's/^MemTotal: *\\([0-9]*\\).*/\\1/p' /proc/meminfo)",
          `[ "$memory" -ge ${memoryKib} ] || small="$small\\n    memory: $((memory / 1024)) MiB, needed ${formatMemory(profile.memoryMib)}"`,
          ...(disk ? diskLines(disk, profile.diskGb) : []),
          'if [ -n "$small" ]; then',
          `  printf '\\n*** THIS MACHINE IS TOO SMALL for profile "${profile.name}":%b\\n***\\n\\n' "$small"`,
          "else",
          `  echo 'hardware check: this machine meets profile "${profile.name}"'`,
          "fi",
          "",
        ].join("\n"),
      },
    ],
    units: [
      {
        name: "flatcar-hardware-check.service",
        enabled: true,
        contents: [
          "[Unit]",
          "Description=Compare this machine with its hardware profile",
          "ConditionPathExists=!/var/lib/flatcar-hardware-check",
          "",
          "[Service]",
          "Type=oneshot",
          "RemainAfterExit=yes",
          "StandardOutput=journal+console",
          `ExecStart=/bin/sh ${script}`,
          "ExecStart=/bin/touch /var/lib/flatcar-hardware-check",
          "",
          "[Install]",
          "WantedBy=multi-user.target",
          "",
        ].join("\n"),
      },
    ],
  };
}

/** Disks count decimal: `/sys/class/block/<name>/size` is in sectors of 512 bytes. */
function diskLines(disk: string, needed: number): string[] {
  return [
    `device=$(basename "$(readlink -f '${disk}')")`,
    'sectors=$(cat "/sys/class/block/$device/size" 2>/dev/null || echo 0)',
    "disk=$((sectors / 1953125))",
    `[ "$disk" -ge ${needed} ] || small="$small\\n    disk: $disk GB, needed ${needed} GB"`,
  ];
}
