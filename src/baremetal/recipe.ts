import type * as pulumi from "@pulumi/pulumi";
import { hardwareCheck, MachineMode, persistentRoot, phoneHome } from "../flatcar/index.js";
import { standardProfile } from "../hardware/index.js";
import { knownNow, preset, profileOf, type Recipe } from "../machine/index.js";
import { installed, type Platform, platforms } from "../platforms/index.js";
import { Readiness } from "../provision/words.js";
import type { Report } from "../report/index.js";
import type { BareMetalInstanceArgs } from "./args.js";
import type { BootArgs, bootOf } from "./boot-files.js";
import { checkMachine } from "./check.js";
import { checkDestination, checkProofs } from "./check-matchbox.js";
import { checkMode } from "./mode.js";
import { networkFragment } from "./network-fragment.js";
import type { Directory, Owner } from "./registry.js";
import { checkWay, type Way } from "./way.js";

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
    platform: platformOf(boot.args),
    version: boot.release.version,
    check: (settled) =>
      checkMachine(settled, owner, directory)
        .add(checkMode(args))
        .add(checkDestination(args))
        .add(checkProofs(knownNow(args.matchbox).value))
        .add(checkWay(args, boot.way)),
    presets: (settled) => presetsOf(settled, owner, boot.way),
    // A root disk outlives a run of Ignition, and then its files are there already.
    overwriteFiles: ({ mode }) => mode === MachineMode.PersistentRoot,
    said: saidBefore.get(args),
  };
}

/** Where the machine's own config is read. */
function platformOf({ mode, matchbox }: BootArgs): Platform {
  if (mode === MachineMode.Installed) return installed;
  return matchbox ? platforms.matchbox : platforms.baremetal;
}

function presetsOf(
  { hardwareProfile, rootDisk, installDisk, network, macAddresses, reports }: Args,
  { name }: Owner,
  { readiness }: Way,
) {
  const profile = profileOf(hardwareProfile).profile ?? standardProfile;
  const presets = [preset(hardwareCheck(profile, rootDisk ?? installDisk?.path), "hardware")];
  if (rootDisk !== undefined) presets.push(preset(persistentRoot(rootDisk), "rootDisk"));
  const connected = networkFragment(network, macAddresses ?? []);
  if (connected) presets.push(preset(connected, "network"));
  if (reports && readiness === Readiness.PhoneHome)
    presets.push(preset(phoneHome({ machine: name, ...reports }), "readiness"));
  return presets;
}
