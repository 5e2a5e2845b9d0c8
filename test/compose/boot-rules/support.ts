import { checkBoot } from "../../../src/compose/boot-rules/index.js";
import type { Dropin, File, IgnitionDocument, Storage, Unit } from "../../../src/ignition/index.js";
import { formatPath, type Report } from "../../../src/report/index.js";

/** `warning PATH_NOT_KEPT $.storage.files[0].path` for each issue. */
export function found(report: Report): string[] {
  return report.issues.map(({ severity, code, path }) => `${severity} ${code} ${formatPath(path)}`);
}

/** A document with what a test is about. */
export function document(parts: Omit<IgnitionDocument, "ignition">): IgnitionDocument {
  return { ignition: { version: "3.4.0" }, ...parts };
}

export const boot = (parts: Omit<IgnitionDocument, "ignition">, release?: string) =>
  found(checkBoot(document(parts), release === undefined ? {} : { release }));

export const storage = (parts: Storage, release?: string) => boot({ storage: parts }, release);

export const files = (...list: File[]) => storage({ files: list });

/** Checks one unit, written as its lines; the drop-ins as lines too. */
export function unit(name: string, text: string | undefined, ...dropins: string[]): string[] {
  return boot({ systemd: { units: [unitOf(name, text, ...dropins)] } });
}

export function unitOf(name: string, text: string | undefined, ...dropins: string[]): Unit {
  return {
    name,
    ...(text !== undefined && { contents: text }),
    ...(dropins.length > 0 && { dropins: dropins.map(dropinOf) }),
  };
}

const dropinOf = (contents: string, index: number): Dropin => ({ name: `${index}.conf`, contents });
