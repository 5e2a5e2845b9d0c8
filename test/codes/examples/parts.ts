import type { FileEntry, SystemdUnit } from "../../../src/compose/index.js";

/** Words that stand in contents, keys and hashes of the examples only, so that no message may have one. */
export const canaries = ["lantern", "swordfish", "hello"] as const;

export const disk = "/dev/disk/by-id/nvme-data";
export const partition = "/dev/disk/by-partlabel/data";

/** What a file of the examples is fetched from, and its hash. */
export const url = "https://files.example.com/web.tar";
export const hash = "sha256-b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";

export function lines(...texts: string[]): string {
  return texts.join("\n");
}

/** A service that is right, with more lines in [Service]. */
export function service(...more: string[]): string {
  return lines("[Service]", "ExecStart=/opt/bin/lantern", ...more);
}

/** The same, started at boot. */
export function wantedService(...more: string[]): string {
  return lines(service(...more), "", "[Install]", "WantedBy=multi-user.target");
}

export const oneUnit = (unit: SystemdUnit) => ({ units: [unit] });

/** A service of which the text is given. */
export const web = (contents: string) => oneUnit({ name: "web.service", contents });

export const oneFile = (file: FileEntry) => ({ files: [file] });

/** A file with these contents, or fetched from somewhere. */
export const fetched = (more: FileEntry) =>
  oneFile({ path: "/opt/web.tar", source: url, hash, ...more });
