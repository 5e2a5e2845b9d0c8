import type { Architecture } from "../../hardware/index.js";

const others =
  /ubuntu|debian|centos|rhel|rocky|alma|fedora|suse|amazon|bottlerocket|windows|cirros|talos|oracle|container-optimized|\bcos\b/i;

/** Whether a name says that an image is Flatcar, or that it is another system; else undefined. */
export function toldByName(name: string): boolean | undefined {
  if (/flatcar/i.test(name)) return true;
  return others.test(name) ? false : undefined;
}

/** The architecture that a name of an image gives, in any of its spellings. */
export function architectureInName(name: string): Architecture | undefined {
  if (/(^|[^a-z])(arm64|aarch64)([^a-z]|$)/i.test(name)) return "arm64";
  if (/(^|[^a-z])(amd64|x86[_-]64|x64)([^a-z]|$)/i.test(name)) return "x64";
  return undefined;
}
