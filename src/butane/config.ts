import type {
  Dropin,
  File,
  Filesystem,
  IgnitionDocument,
  IgnitionSection,
  Luks,
  Passwd,
  PasswdUser,
  Resource,
  SpecVersion,
  Storage,
  Systemd,
  Unit,
} from "../ignition/index.js";

/** Versions of the variant `flatcar` that are translated. */
export type ButaneVersion = "1.0.0" | "1.1.0";

/** The Ignition spec that each version produces. */
export const specOf: Readonly<Record<ButaneVersion, SpecVersion>> = {
  "1.0.0": "3.3.0",
  "1.1.0": "3.4.0",
};

/**
 * A decoded Butane document: an Ignition document, member by member, plus what Butane adds. The
 * translation takes the additions out again; names are Ignition's (`contents_local` is
 * `contentsLocal`).
 */
export interface ButaneConfig extends Omit<IgnitionDocument, "ignition"> {
  ignition?: ButaneIgnition;
  passwd?: Omit<Passwd, "users"> & { users?: ButaneUser[] };
  storage?: ButaneStorage;
  systemd?: Omit<Systemd, "units"> & { units?: ButaneUnit[] };
}

interface ButaneIgnition extends Omit<IgnitionSection, "config" | "security"> {
  config?: { merge?: ButaneResource[]; replace?: ButaneResource };
  security?: { tls?: { certificateAuthorities?: ButaneResource[] } };
}

/** Bytes given in the document, by a local file, or by a URL. */
export interface ButaneResource extends Resource {
  /** Text, or bytes when written as `!!binary`. */
  inline?: string | Uint8Array;
  local?: string;
}

export interface ButaneUser extends PasswdUser {
  sshAuthorizedKeysLocal?: string[];
}

interface ButaneStorage extends Omit<Storage, "files" | "filesystems" | "luks"> {
  files?: ButaneFile[];
  filesystems?: ButaneFilesystem[];
  luks?: (Omit<Luks, "keyFile"> & { keyFile?: ButaneResource })[];
  trees?: ButaneTree[];
}

export interface ButaneFile extends Omit<File, "append" | "contents"> {
  append?: ButaneResource[];
  contents?: ButaneResource;
}

export interface ButaneFilesystem extends Filesystem {
  withMountUnit?: boolean;
}

/** A folder of local files. */
interface ButaneTree {
  local?: string;
  /** Where it goes; `/` when absent. */
  path?: string;
}

export interface ButaneUnit extends Omit<Unit, "dropins"> {
  contentsLocal?: string;
  dropins?: ButaneDropin[];
}

export interface ButaneDropin extends Dropin {
  contentsLocal?: string;
}
