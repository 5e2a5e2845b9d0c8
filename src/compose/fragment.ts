import type {
  Clevis,
  ConfigReferences,
  Disk,
  KernelArguments,
  NodeOwner,
  PasswdGroup,
  PasswdUser,
  Proxy as ProxySettings,
  Raid,
  Timeouts,
} from "../ignition/index.js";

/**
 * A part of a machine's configuration as people write it: typed sections, Butane documents and raw
 * Ignition documents. Member names follow Ignition; where a file's bytes come from is flattened
 * into `contents`, `contentsBase64` or `source`.
 */
export interface Fragment {
  /** Name that messages use. */
  name?: string;
  units?: SystemdUnit[];
  files?: FileEntry[];
  directories?: DirectoryEntry[];
  links?: LinkEntry[];
  users?: PasswdUser[];
  groups?: PasswdGroup[];
  disks?: Disk[];
  raid?: Raid[];
  filesystems?: FilesystemEntry[];
  luks?: LuksEntry[];
  kernelArguments?: KernelArguments;
  /** Butane documents, variant `flatcar`. */
  butane?: string[];
  /** Ignition documents as JSON text. */
  ignition?: string[];
  /** Other configs that the machine fetches when it boots. */
  configReferences?: ConfigReferences;
  proxy?: ProxySettings;
  timeouts?: Timeouts;
  /** Fragments below this one, in order; this fragment's own sections win over them. */
  fragments?: Fragment[];
}

/** A systemd unit, made in `/etc/systemd/system`. */
export interface SystemdUnit {
  name?: string;
  enabled?: boolean;
  mask?: boolean;
  contents?: string;
  dropins?: SystemdDropin[];
}

/** A drop-in in `/etc/systemd/system/<unit>.d`. */
interface SystemdDropin {
  name?: string;
  contents?: string;
}

/** Bytes: given as text or base64, or fetched from a URL when the machine boots. */
export interface Contents {
  contents?: string;
  contentsBase64?: string;
  source?: string;
  /** `sha512-` or `sha256-` and the hexadecimal digest of the decompressed bytes. */
  hash?: string;
  compression?: string;
  httpHeaders?: { name?: string; value?: string }[];
}

/** What files, directories and links share. */
export interface NodeEntry {
  path?: string;
  overwrite?: boolean;
  user?: NodeOwner;
  group?: NodeOwner;
}

export interface FileEntry extends NodeEntry, Contents {
  mode?: number;
  append?: Contents[];
}

export interface DirectoryEntry extends NodeEntry {
  mode?: number;
}

export interface LinkEntry extends NodeEntry {
  target?: string;
  hard?: boolean;
}

export interface FilesystemEntry {
  device?: string;
  format?: string;
  label?: string;
  mountOptions?: string[];
  options?: string[];
  path?: string;
  uuid?: string;
  wipeFilesystem?: boolean;
  /** Adds an enabled mount (or swap) unit for this filesystem. */
  withMountUnit?: boolean;
}

export interface LuksEntry {
  name?: string;
  device?: string;
  keyFile?: Contents;
  clevis?: Clevis;
  discard?: boolean;
  label?: string;
  openOptions?: string[];
  options?: string[];
  uuid?: string;
  wipeVolume?: boolean;
}
