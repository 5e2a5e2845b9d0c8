import type * as pulumi from "@pulumi/pulumi";
import { hardwareCheck, machineNetwork, persistentRoot, phoneHome } from "../flatcar/index.js";
import { standardProfile } from "../hardware/index.js";
import { knownNow, preset, profileOf, type Recipe } from "../machine/index.js";
import { platforms } from "../platforms/index.js";
import { normalizeMacs } from "../pxe/index.js";
import type { Report } from "../report/index.js";
import type { BareMetalInstanceArgs } from "./args.js";
import type { BootArgs, bootOf } from "./boot-files.js";
import { checkMachine } from "./check.js";
import { checkDestination, checkProofs } from "./check-matchbox.js";
import type { Directory, Owner } from "./registry.js";
import { checkWay } from "./way.js";

type Args = pulumi.Unwrap<BootArgs>;
type Boot = ReturnType<typeof bootOf>;

const saidBefore = new WeakMap<BareMetalInstanceArgs, Report>();

/** Remembers that a parent has spoken about the args of one of its machines. */
export function speakFor(args: BareMetalInstanceArgs, report: Report): void {
  saidBefore.set(args, report);
}

/** What network boot adds to the way from a machine's args to its config. */
export function recipeOf(
  args: BareMetalInstanceArgs,
  boot: Boot,
  owner: Owner,
  directory: Directory,
): Recipe<Args> {
  return {
    platform: args.matchbox ? platforms.matchbox : platforms.baremetal,
    version: boot.release.version,
    check: (settled) =>
      checkMachine(settled, owner, directory)
        .add(checkDestination(args))
        .add(checkProofs(knownNow(args.matchbox).value))
        .add(checkWay(args, boot.way)),
    presets: (settled) => presetsOf(settled, owner),
    // A root disk outlives a run of Ignition, and then its files are there already.
    overwriteFiles: ({ rootDisk }) => rootDisk !== undefined,
    said: saidBefore.get(args),
  };
}

function presetsOf(
  { hardwareProfile, rootDisk, network, macAddresses, reports }: Args,
  { name }: Owner,
) {
  const profile = profileOf(hardwareProfile).profile ?? standardProfile;
  const presets = [preset(hardwareCheck(profile, rootDisk), "hardware")];
  if (rootDisk !== undefined) presets.push(preset(persistentRoot(rootDisk), "rootDisk"));
  const all = normalizeMacs(network?.bond?.members ?? macAddresses ?? []);
  const cards = network?.bond ? all : all.slice(0, 1);
  if (network && cards.length > 0) presets.push(preset(machineNetwork(network, cards), "network"));
  if (reports) presets.push(preset(phoneHome({ machine: name, ...reports }), "readiness"));
  return presets;
}
