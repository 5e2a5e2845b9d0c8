import type * as pulumi from "@pulumi/pulumi";
import { Channel, checkRelease, type Release, releaseUrl } from "../flatcar/index.js";
import { type IgnitionDocument, renderIgnition } from "../ignition/index.js";
import {
  type BootEntry,
  type BootFile,
  type BootFiles,
  bootFiles,
  defaultConsoles,
  describeFile,
  normalizeMac,
  renderDnsmasqHost,
  renderGrub,
  renderIpxe,
  renderManifest,
} from "../pxe/index.js";
import type { BareMetalInstanceArgs } from "./args.js";
import type { Directory } from "./registry.js";

/** Everything that decides a machine's files. */
export interface MachineBoot {
  readonly name: string;
  readonly args: pulumi.Unwrap<BareMetalInstanceArgs>;
  readonly release: Release;
  readonly mirrorUrl?: string;
  readonly config: IgnitionDocument;
}

/** All files of one machine: its config, a script for every card, its DHCP line, its manifest. */
export function renderMachine({ name, args, release, mirrorUrl, config }: MachineBoot): BootFiles {
  const { architecture } = args.hardware;
  const baseUrl = args.baseUrl.replace(/\/+$/, "");
  const macs = args.macAddresses.flatMap((mac) => normalizeMac(mac) ?? []);
  const entry: BootEntry = {
    machine: name,
    architecture,
    releaseUrl: releaseUrl(release, architecture, mirrorUrl),
    ignitionUrl: `${baseUrl}/${bootFiles.ignition(name)}`,
    firstBoot: args.firstBoot ?? true,
    persistentRoot: args.rootDisk !== undefined,
    consoles: args.consoles ?? defaultConsoles[architecture],
    kernelArguments: args.bootArguments ?? [],
  };
  const ipxe = renderIpxe(entry);
  const grub = renderGrub(entry);
  const files: BootFiles = {
    // It may hold secrets: readable by its owner, so that serving it is a decision.
    [bootFiles.ignition(name)]: { contents: renderIgnition(config), mode: 0o600 },
    [bootFiles.dnsmasqHosts(name)]: renderDnsmasqHost(macs, args.hostname ?? name, args.address),
    ...Object.fromEntries(macs.map((mac) => [bootFiles.ipxe(mac), ipxe])),
    ...(grub && Object.fromEntries(macs.map((mac) => [bootFiles.grub(mac), grub]))),
  };
  return { ...files, [bootFiles.manifest(name)]: renderManifest(files) };
}

/** A machine as one row of a table. */
export interface BareMetalSummary {
  /** Resource name. */
  name: string;
  macAddresses: string[];
  architecture: string;
  /** The iPXE script of the first card, relative to the boot directory. */
  bootScript: string;
  /** The Ignition config, relative to the boot directory. */
  ignitionFile: string;
  ignitionBytes: number;
  /** SHA-512 of the Ignition config, hexadecimal. */
  ignitionSha512: string;
}

/** The row of one machine. */
export function summarize(
  name: string,
  architecture: string,
  addresses: readonly string[],
  files: BootFiles,
): BareMetalSummary {
  const macAddresses = addresses.flatMap((mac) => normalizeMac(mac) ?? []);
  const ignitionFile = bootFiles.ignition(name);
  const { bytes, sha512 } = describeFile(files[ignitionFile] as BootFile);
  return {
    name,
    macAddresses,
    architecture,
    bootScript: bootFiles.ipxe(macAddresses[0] ?? ""),
    ignitionFile,
    ignitionBytes: bytes,
    ignitionSha512: sha512,
  };
}

/** What a machine boots: its own words, then those of its boot directory, then stable. */
export function bootOf(
  args: BareMetalInstanceArgs,
  { defaults }: Directory,
): { release: Release; mirrorUrl?: pulumi.Input<string> } {
  const own = args.channel !== undefined || args.version !== undefined ? args : defaults;
  return {
    release: checkRelease(own, []).release ?? { channel: Channel.Stable },
    mirrorUrl: args.mirrorUrl ?? defaults.mirrorUrl,
  };
}
