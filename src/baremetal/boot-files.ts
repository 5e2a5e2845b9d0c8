import type * as pulumi from "@pulumi/pulumi";
import { Channel, checkRelease, type Release, releaseUrl } from "../flatcar/index.js";
import { type IgnitionDocument, renderIgnition } from "../ignition/index.js";
import {
  type BootEntry,
  type BootFiles,
  bootFiles,
  defaultConsoles,
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

/**
 * What decides a machine's files: its args, with what its boot directory says where it does not say so
 * itself, and without the keys to Matchbox, which would make a secret of all that follows.
 */
export interface BootArgs extends Omit<BareMetalInstanceArgs, "matchbox"> {
  readonly mirrored?: Mirrored;
  readonly matchbox?: Pick<MatchboxArgs, "endpoint" | "httpUrl">;
}

/** Everything that decides a machine's files. */
export interface MachineBoot {
  readonly name: string;
  readonly args: pulumi.Unwrap<BootArgs>;
  readonly release: Release;
  readonly config: IgnitionDocument;
}

/** All files of one machine: its config, a script for every card, its DHCP line, its manifest. */
export function renderMachine({ name, args, release, config }: MachineBoot): BootFiles {
  const { hardware, matchbox } = args;
  const { architecture } = hardware;
  const baseUrl = (matchbox?.httpUrl ?? args.baseUrl ?? "").replace(/\/+$/, "");
  const macs = normalizeMacs(args.macAddresses);
  const entry: BootEntry = {
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
  if (matchbox) return renderMatchbox(entry, macs, renderIgnition(config));
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

/** What a machine boots: what is mirrored, or else its own words, those of its boot directory, stable. */
export function bootOf(
  args: BareMetalInstanceArgs,
  { defaults }: Directory,
): { args: BootArgs; release: Release; copied?: pulumi.Resource } {
  const own = args.channel !== undefined || args.version !== undefined ? args : defaults;
  const mirrorUrl = args.mirrorUrl ?? defaults.mirrorUrl;
  const { mirrored, resource } = mirrorOf(mirrorUrl) ?? {};
  const asked = checkRelease(own, []).release ?? { channel: Channel.Stable };
  const { endpoint, httpUrl } = args.matchbox ?? { endpoint: "", httpUrl: "" };
  return {
    args: { ...args, mirrorUrl, mirrored, matchbox: args.matchbox && { endpoint, httpUrl } },
    release: mirrored ? { channel: mirrored.channel, version: mirrored.exact } : asked,
    copied: resource,
  };
}
