/**
 * The Ignition document as plain data: member names, order and meaning as in the Ignition spec.
 * One shape serves specs 3.0.0 to 3.6.0; `schema.ts` says which version has which member.
 *
 * Members that identify a list item (`path`, `name`, `device`, `url`) are required in the spec and
 * optional here: undefined stands for "not known yet", an empty string for "given as empty".
 */
export interface IgnitionDocument {
  ignition: IgnitionSection;
  kernelArguments?: KernelArguments;
  passwd?: Passwd;
  storage?: Storage;
  systemd?: Systemd;
}

export interface IgnitionSection {
  config?: ConfigReferences;
  proxy?: Proxy;
  security?: Security;
  timeouts?: Timeouts;
  version?: string;
}

export interface ConfigReferences {
  merge?: Resource[];
  replace?: Resource;
}

export interface Proxy {
  httpProxy?: string;
  httpsProxy?: string;
  noProxy?: string[];
}

export interface Security {
  tls?: { certificateAuthorities?: Resource[] };
}

/** Both in seconds. */
export interface Timeouts {
  httpResponseHeaders?: number;
  httpTotal?: number;
}

/** Bytes from a URL: contents of a file, a certificate authority, another config, a key. */
export interface Resource {
  compression?: string;
  httpHeaders?: HttpHeader[];
  source?: string;
  verification?: Verification;
}

export interface HttpHeader {
  name?: string;
  value?: string;
}

/** `sha512-` or `sha256-` and the hexadecimal digest of the decompressed bytes. */
export interface Verification {
  hash?: string;
}

export interface KernelArguments {
  shouldExist?: string[];
  shouldNotExist?: string[];
}

export interface Passwd {
  groups?: PasswdGroup[];
  users?: PasswdUser[];
}

export interface PasswdGroup {
  gid?: number;
  name?: string;
  passwordHash?: string;
  shouldExist?: boolean;
  system?: boolean;
}

export interface PasswdUser {
  gecos?: string;
  groups?: string[];
  homeDir?: string;
  name?: string;
  noCreateHome?: boolean;
  noLogInit?: boolean;
  noUserGroup?: boolean;
  passwordHash?: string;
  primaryGroup?: string;
  sshAuthorizedKeys?: string[];
  shell?: string;
  shouldExist?: boolean;
  system?: boolean;
  uid?: number;
}

export interface Storage {
  directories?: Directory[];
  disks?: Disk[];
  files?: File[];
  filesystems?: Filesystem[];
  links?: Link[];
  luks?: Luks[];
  raid?: Raid[];
}

/** What files, directories and links share. */
export interface Node {
  group?: NodeOwner;
  overwrite?: boolean;
  path?: string;
  user?: NodeOwner;
}

/** By id or by name, never both. */
export interface NodeOwner {
  id?: number;
  name?: string;
}

export interface Directory extends Node {
  mode?: number;
}

export interface File extends Node {
  append?: Resource[];
  contents?: Resource;
  mode?: number;
}

export interface Link extends Node {
  hard?: boolean;
  target?: string;
}

export interface Disk {
  device?: string;
  partitions?: Partition[];
  wipeTable?: boolean;
}

export interface Partition {
  guid?: string;
  label?: string;
  number?: number;
  resize?: boolean;
  shouldExist?: boolean;
  sizeMiB?: number;
  startMiB?: number;
  typeGuid?: string;
  wipePartitionEntry?: boolean;
}

export interface Filesystem {
  device?: string;
  format?: string;
  label?: string;
  mountOptions?: string[];
  options?: string[];
  path?: string;
  uuid?: string;
  wipeFilesystem?: boolean;
}

export interface Raid {
  devices?: string[];
  level?: string;
  name?: string;
  options?: string[];
  spares?: number;
}

export interface Luks {
  cex?: { enabled?: boolean };
  clevis?: Clevis;
  device?: string;
  discard?: boolean;
  keyFile?: Resource;
  label?: string;
  name?: string;
  openOptions?: string[];
  options?: string[];
  uuid?: string;
  wipeVolume?: boolean;
}

export interface Clevis {
  custom?: ClevisCustom;
  tang?: Tang[];
  threshold?: number;
  tpm2?: boolean;
}

export interface ClevisCustom {
  config?: string;
  needsNetwork?: boolean;
  pin?: string;
}

export interface Tang {
  advertisement?: string;
  thumbprint?: string;
  url?: string;
}

export interface Systemd {
  units?: Unit[];
}

export interface Unit {
  contents?: string;
  dropins?: Dropin[];
  enabled?: boolean;
  mask?: boolean;
  name?: string;
}

export interface Dropin {
  contents?: string;
  name?: string;
}
