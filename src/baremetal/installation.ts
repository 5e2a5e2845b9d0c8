import { composeIgnition } from "../compose/index.js";
import { installer, releasesUrl } from "../flatcar/index.js";
import { type HardwareProfile, standardProfile } from "../hardware/index.js";
import { atLeast, defaultSpec, type IgnitionDocument, isSpecVersion } from "../ignition/index.js";
import { profileOf } from "../machine/index.js";
import { defaultConsoles } from "../pxe/index.js";
import type { MachineBoot } from "./boot-files.js";
import { networkFragment } from "./network-fragment.js";

/** The config of the boot that installs a machine; it holds the machine's own as a file. */
export function installationOf(
  { name, args, release, config: { ignition } }: MachineBoot,
  config: string,
): IgnitionDocument {
  const { hardware, mirrored, mirrorUrl, macAddresses, generation = 1 } = args;
  const { architecture } = hardware;
  const fragments = [
    installer({
      machine: name,
      generation,
      architecture,
      profile: leastOf(args),
      disk: args.installDisk ?? {},
      release,
      releasesUrl: mirrorUrl === undefined ? undefined : releasesUrl(architecture, mirrorUrl),
      signingKey: mirrored?.signingKey,
      consoles: args.consoles ?? defaultConsoles[architecture],
      kernelArguments: args.bootArguments ?? [],
      reports: args.reports && { machine: name, ...args.reports },
      config,
    }),
    networkFragment(args.installerNetwork, macAddresses) ?? {},
  ];
  // What carries it to the machine may know older specs than the machine does.
  const version = ignition?.version;
  const older = isSpecVersion(version) && !atLeast(version, defaultSpec);
  const spec = older ? version : defaultSpec;
  return composeIgnition(fragments, { spec }).config;
}

/** What the machine has to have: its profile, or with a waiver what is declared of it. */
function leastOf({
  hardware,
  hardwareProfile,
  hardwareWaiver,
}: MachineBoot["args"]): HardwareProfile {
  const profile = profileOf(hardwareProfile).profile ?? standardProfile;
  if (hardwareWaiver === undefined) return profile;
  const least = (name: "vcpus" | "memoryMib" | "diskGb") =>
    Math.min(profile[name], hardware[name] ?? profile[name]);
  return {
    ...profile,
    vcpus: least("vcpus"),
    memoryMib: least("memoryMib"),
    diskGb: least("diskGb"),
  };
}
