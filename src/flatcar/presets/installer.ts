import type { Fragment } from "../../compose/index.js";
import { Architecture, formatMemory, type HardwareProfile } from "../../hardware/index.js";
import type { Release } from "../release.js";
import { countedMemoryKib } from "./hardware-check.js";
import { installScript } from "./install-script.js";
import { type PhoneHome, reportText, reportUrl } from "./phone-home.js";

/** Which disk of a machine Flatcar is installed on: one by its path, or the smallest that fits. */
export interface InstallDisk {
  /** Path of the disk, best one in /dev/disk/by-id. */
  path?: string;
  /** A part of the model's name. */
  model?: string;
  serial?: string;
  /** Size in GB, decimal. */
  minSizeGb?: number;
  maxSizeGb?: number;
}

/** What an installer boot does. */
export interface Installation {
  readonly machine: string;
  /** A machine that has this one is not installed again. */
  readonly generation: number;
  readonly architecture: Architecture;
  readonly profile: HardwareProfile;
  readonly disk: InstallDisk;
  readonly release: Release;
  /** Folder of the releases of the machine's architecture, in place of Flatcar's own server. */
  readonly releasesUrl?: string;
  /** The key that the image is signed with, in place of the one that the running system knows. */
  readonly signingKey?: string;
  /** Console devices and further words of the installed system's kernel line. */
  readonly consoles: readonly string[];
  readonly kernelArguments: readonly string[];
  /** Whom it tells how it went. */
  readonly reports?: PhoneHome;
  /** The config of the machine as it will be, as text. */
  readonly config: string;
}

const folder = "/opt/flatcar";
const script = `${folder}/install.sh`;
const config = `${folder}/install.ign`;
const about = `${folder}/install.json`;
const key = `${folder}/install-key.asc`;

/**
 * A boot from memory that installs Flatcar on one disk and starts the machine from it. It looks at the
 * machine before it writes anything, and at the disks for a mark of an earlier run.
 */
export function installer(installation: Installation): Fragment {
  const { reports, signingKey } = installation;
  const told = reports && reportText(reports);
  return {
    name: "installer",
    files: [
      { path: config, mode: 0o600, contents: installation.config },
      { path: script, mode: 0o755, contents: installScript(valuesOf(installation)) },
      ...(told === undefined ? [] : [{ path: about, mode: 0o600, contents: told }]),
      ...(signingKey === undefined ? [] : [{ path: key, mode: 0o644, contents: signingKey }]),
    ],
    units: [
      // Who waits for the machine's SSH port must not find the installer's.
      { name: "sshd.service", mask: true },
      { name: "sshd.socket", mask: true },
      {
        name: "flatcar-installer.service",
        enabled: true,
        contents: [
          "[Unit]",
          "Description=Install Flatcar on a disk of this machine",
          "Wants=network-online.target",
          "After=network-online.target",
          "",
          "[Service]",
          "Type=oneshot",
          "StandardOutput=journal+console",
          "StandardError=journal+console",
          `ExecStart=/bin/sh ${script}`,
          "# What the machine lacks does not come by waiting; a download may.",
          "Restart=on-failure",
          "RestartSec=30",
          "RestartPreventExitStatus=2",
          "",
          "[Install]",
          "WantedBy=multi-user.target",
          "",
        ].join("\n"),
      },
    ],
  };
}

/** What the script is told. */
function valuesOf(installation: Installation): Record<string, string | number> {
  const { machine, generation, architecture, profile, disk, release, releasesUrl } = installation;
  const { consoles, kernelArguments, reports, signingKey } = installation;
  return {
    machine,
    generation,
    config,
    about,
    report_url: (reports && reportUrl(reports)) ?? "",
    profile: profile.name,
    needed_vcpus: profile.vcpus,
    needed_memory: formatMemory(profile.memoryMib),
    needed_memory_kib: countedMemoryKib(profile),
    disk_path: disk.path ?? "",
    disk_model: disk.model ?? "",
    disk_serial: disk.serial ?? "",
    min_disk_gb: Math.max(profile.diskGb, disk.minSizeGb ?? 0),
    max_disk_gb: disk.maxSizeGb ?? "",
    loader: architecture === Architecture.Arm64 ? "bootaa64.efi" : "bootx64.efi",
    channel: release.channel,
    version: release.version ?? "current",
    releases_url: releasesUrl ?? "",
    signing_key: signingKey === undefined ? "" : key,
    console: consoles.map((device) => `console=${device}`).join(" "),
    append: kernelArguments.map(inQuotes).join(" "),
  };
}

/** A word as it stands between double quotes in GRUB's configuration. */
function inQuotes(word: string): string {
  return word.replace(/["$\\`]/g, "\\$&");
}
