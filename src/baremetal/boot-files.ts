import type * as pulumi from "@pulumi/pulumi";
import {
  Channel,
  checkRelease,
  configDigestArgument,
  type Release,
  releaseUrl,
} from "../flatcar/index.js";
import { type IgnitionDocument, renderIgnition } from "../ignition/index.js";
import {
  type BootEntry,
  type BootFile,
  type BootFiles,
  bootFiles,
  defaultConsoles,
  describeFile,
  kernelLine,
  type ManifestEntry,
  matchboxQueries,
  normalizeMacs,
  renderDnsmasqHost,
  renderGrub,
  renderIpxe,
  renderManifest,
  renderMatchbox,
} from "../pxe/index.js";
import type { BareMetalInstanceArgs, MatchboxArgs } from "./args.js";
import { type Mirrored, mirrorOf } from "./mirrored.js";
import type { Directory } from "./registry.js";
import { type Reports, type Way, wayOf } from "./way.js";

/**
 * What decides a machine's files: its args, with what its boot directory says where it does not say so
 * itself, and without the keys to Matchbox, which would make a secret of all that follows.
 */
export interface BootArgs extends Omit<BareMetalInstanceArgs, "bmc" | "phoneHomeUrl" | "matchbox"> {
  readonly mirrored?: Mirrored;
  readonly matchbox?: Pick<MatchboxArgs, "endpoint" | "httpUrl">;
  /** What it reports when it is up; undefined when it does not report. */
  readonly reports?: Reports;
}

/** Everything that decides a machine's files. */
export interface MachineBoot {
  readonly name: string;
  readonly args: pulumi.Unwrap<BootArgs>;
  readonly release: Release;
  readonly config: IgnitionDocument;
}

/** What a machine boots, and what tells whether that changed. */
export interface RenderedBoot {
  readonly files: BootFiles;
  readonly ignition: ManifestEntry;
  /** SHA-512 of the kernel line, without what says by itself that it changed. */
  readonly kernelSha512: string;
  readonly releaseUrl: string;
}

/** All files of one machine: its config, a script for every card, its DHCP line, its manifest. */
export function renderMachine(boot: MachineBoot): RenderedBoot {
  const { args, config } = boot;
  const macs = normalizeMacs(args.macAddresses);
  // It may hold secrets: readable by its owner, so that serving it is a decision.
  const ignition: BootFile = { contents: renderIgnition(config), mode: 0o600 };
  const described = describeFile(ignition);
  const entry = entryOf(boot);
  const digest = args.reports ? [`${configDigestArgument}=${described.sha512}`] : [];
  const whole = { ...entry, kernelArguments: [...entry.kernelArguments, ...digest] };
  const kernel = kernelLine({ ...entry, firstBoot: true }).join(" ");
  return {
    files: args.matchbox
      ? renderMatchbox(whole, macs, ignition.contents)
      : renderDirectory(boot, whole, macs, ignition),
    ignition: described,
    kernelSha512: describeFile({ contents: kernel, mode: 0 }).sha512,
    releaseUrl: entry.releaseUrl,
  };
}

/** What a boot directory keeps of a machine. */
function renderDirectory(
  { name, args }: MachineBoot,
  entry: BootEntry,
  macs: readonly string[],
  ignition: BootFile,
): BootFiles {
  const ipxe = renderIpxe(entry);
  const grub = renderGrub(entry);
  const files: BootFiles = {
    [bootFiles.ignition(name)]: ignition,
    [bootFiles.dnsmasqHosts(name)]: renderDnsmasqHost(macs, args.hostname ?? name, args.address),
    ...Object.fromEntries(macs.map((mac) => [bootFiles.ipxe(mac), ipxe])),
    ...(grub && Object.fromEntries(macs.map((mac) => [bootFiles.grub(mac), grub]))),
  };
  return { ...files, [bootFiles.manifest(name)]: renderManifest(files) };
}

function entryOf({ name, args, release }: MachineBoot): BootEntry {
  const { hardware, matchbox } = args;
  const { architecture } = hardware;
  const baseUrl = (matchbox?.httpUrl ?? args.baseUrl ?? "").replace(/\/+$/, "");
  return {
    machine: name,
    architecture,
    releaseUrl: releaseUrl(
      { ...release, version: args.mirrored?.version ?? release.version },
      architecture,
      args.mirrorUrl,
    ),
    ignitionUrl: `${baseUrl}/${matchbox ? matchboxQueries.ignition : bootFiles.ignition(name)}`,
    firstBoot: args.firstBoot ?? true,
    persistentRoot: args.rootDisk !== undefined,
    consoles: args.consoles ?? defaultConsoles[architecture],
    kernelArguments: args.bootArguments ?? [],
  };
}

/** What a machine boots: what is mirrored, or else its own words, those of its boot directory, stable. */
export function bootOf(
  args: BareMetalInstanceArgs,
  directory: Directory,
): { args: BootArgs; release: Release; way: Way; copied?: pulumi.Resource } {
  const { defaults } = directory;
  const own = args.channel !== undefined || args.version !== undefined ? args : defaults;
  const mirrorUrl = args.mirrorUrl ?? defaults.mirrorUrl;
  const { mirrored, resource } = mirrorOf(mirrorUrl) ?? {};
  const asked = checkRelease(own, []).release ?? { channel: Channel.Stable };
  const way = wayOf(args, directory);
  const { bmc, phoneHomeUrl, matchbox, ...rest } = args;
  const { endpoint, httpUrl } = matchbox ?? { endpoint: "", httpUrl: "" };
  return {
    args: {
      ...rest,
      mirrorUrl,
      mirrored,
      matchbox: matchbox && { endpoint, httpUrl },
      reports: way.reports,
    },
    way,
    release: mirrored ? { channel: mirrored.channel, version: mirrored.exact } : asked,
    copied: resource,
  };
}
