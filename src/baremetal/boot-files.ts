import type * as pulumi from "@pulumi/pulumi";
import {
  configDigestArgument,
  MachineMode,
  type Release,
  releaseOf,
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
import { installationOf } from "./installation.js";
import { type Mirrored, mirrorOf } from "./mirrored.js";
import { modeOf } from "./mode.js";
import type { Directory } from "./registry.js";
import { type Reports, type Way, wayOf } from "./way.js";

/**
 * What decides a machine's files: its args, with what its boot directory says where it does not say so
 * itself, and without the keys to Matchbox, which would make a secret of all that follows.
 */
export interface BootArgs extends Omit<BareMetalInstanceArgs, "bmc" | "phoneHomeUrl" | "matchbox"> {
  readonly mode: MachineMode;
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
  /** The config that it boots with over the network: its own, or that of its installer. */
  readonly served: ManifestEntry;
  /** SHA-512 of the kernel line, without what says by itself that it changed. */
  readonly kernelSha512: string;
  readonly releaseUrl: string;
}

/** All files of one machine: its config, a script for every card, its DHCP line, its manifest. */
export function renderMachine(asked: MachineBoot): RenderedBoot {
  const { args, config, release } = asked;
  const boot = {
    ...asked,
    release: { ...release, version: args.mirrored?.version ?? release.version },
  };
  const macs = normalizeMacs(args.macAddresses);
  const installed = args.mode === MachineMode.Installed;
  // They may hold secrets: readable by their owner, so that serving them is a decision.
  const ignition: BootFile = { contents: renderIgnition(config), mode: 0o600 };
  const served: BootFile = installed
    ? { ...ignition, contents: renderIgnition(installationOf(boot, ignition.contents)) }
    : ignition;
  const described = describeFile(ignition);
  const entry = entryOf(boot);
  // An installer says it to the system on the disk.
  const digest = args.reports && !installed ? [`${configDigestArgument}=${described.sha512}`] : [];
  const whole = { ...entry, kernelArguments: [...entry.kernelArguments, ...digest] };
  const kernel = kernelLine({ ...entry, firstBoot: true }).join(" ");
  return {
    files: args.matchbox
      ? renderMatchbox(whole, macs, served.contents)
      : renderDirectory(boot, whole, macs, served),
    ignition: described,
    served: installed ? describeFile(served) : described,
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
  const { hardware, matchbox, mode, firstBoot = true } = args;
  const installed = mode === MachineMode.Installed;
  const { architecture } = hardware;
  const baseUrl = (matchbox?.httpUrl ?? args.baseUrl ?? "").replace(/\/+$/, "");
  return {
    machine: name,
    architecture,
    releaseUrl: releaseUrl(release, architecture, args.mirrorUrl),
    ignitionUrl: `${baseUrl}/${matchbox ? matchboxQueries.ignition : bootFiles.ignition(name)}`,
    firstBoot: firstBoot || installed,
    persistentRoot: mode === MachineMode.PersistentRoot,
    // Matchbox has no place for a mark.
    toDisk: installed && !matchbox ? (firstBoot ? { baseUrl } : {}) : undefined,
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
  const asked = releaseOf(own);
  const way = wayOf(args, directory);
  const { bmc, phoneHomeUrl, matchbox, ...rest } = args;
  const { endpoint, httpUrl } = matchbox ?? { endpoint: "", httpUrl: "" };
  return {
    args: {
      ...rest,
      mode: modeOf(args),
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
