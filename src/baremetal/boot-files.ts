import type * as pulumi from "@pulumi/pulumi";
import { Channel, checkRelease, type Release, releaseUrl } from "../flatcar/index.js";
import { type IgnitionDocument, renderIgnition } from "../ignition/index.js";
import {
  type BootEntry,
  type BootFiles,
  bootFiles,
  defaultConsoles,
  normalizeMacs,
  renderDnsmasqHost,
  renderGrub,
  renderIpxe,
  renderManifest,
} from "../pxe/index.js";
import type { BareMetalInstanceArgs } from "./args.js";
import { type Mirrored, mirrorOf } from "./mirrored.js";
import type { Directory } from "./registry.js";

/** A machine's args, with what it boots from its boot directory where it does not say so itself. */
export interface BootArgs extends BareMetalInstanceArgs {
  readonly mirrored?: Mirrored;
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
  const { architecture } = args.hardware;
  const baseUrl = args.baseUrl.replace(/\/+$/, "");
  const macs = normalizeMacs(args.macAddresses);
  const entry: BootEntry = {
    machine: name,
    architecture,
    releaseUrl: releaseUrl(
      { ...release, version: args.mirrored?.version ?? release.version },
      architecture,
      args.mirrorUrl,
    ),
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

/** What a machine boots: what is mirrored, or else its own words, those of its boot directory, stable. */
export function bootOf(
  args: BareMetalInstanceArgs,
  { defaults }: Directory,
): { args: BootArgs; release: Release; copied?: pulumi.Resource } {
  const own = args.channel !== undefined || args.version !== undefined ? args : defaults;
  const mirrorUrl = args.mirrorUrl ?? defaults.mirrorUrl;
  const { mirrored, resource } = mirrorOf(mirrorUrl) ?? {};
  const asked = checkRelease(own, []).release ?? { channel: Channel.Stable };
  return {
    args: { ...args, mirrorUrl, mirrored },
    release: mirrored ? { channel: mirrored.channel, version: mirrored.exact } : asked,
    copied: resource,
  };
}
