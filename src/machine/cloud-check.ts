import * as pulumi from "@pulumi/pulumi";
import { checkRelease } from "../flatcar/index.js";
import {
  Architecture,
  type BootImage,
  type Catalogue,
  checkArchitectures,
  checkHardware,
  checkType,
  type HardwareProfile,
  lookUpType,
  pickType,
  standardProfile,
} from "../hardware/index.js";
import { type Issue, Report } from "../report/index.js";
import type { CloudMachineArgs } from "./cloud-args.js";
import { checkDataDisks } from "./data-disks.js";
import { checkIngress } from "./ingress.js";
import { profileOf } from "./profile.js";

type Args = pulumi.Unwrap<CloudMachineArgs>;

/** What is known of the images that Flatcar publishes in a cloud. */
type PublishedImage = Pick<BootImage, "generation" | "diskControllers">;

/**
 * Everything that a machine can have wrong in any cloud. Without a catalogue its type is left alone, for
 * clouds that are asked themselves what a type has.
 */
export function checkCloudMachine(
  args: Args,
  catalogue?: Catalogue,
  published: PublishedImage = {},
): Report {
  const { profile, report } = profileOf(args.hardwareProfile);
  report
    .add(checkRelease(args, []).report)
    .add(checkIngress(args.ingress ?? [], ["ingress"]))
    .add(checkDataDisks(args.dataDisks ?? [], ["dataDisks"], args.version))
    .add(checkBootChain(args));
  const own = args.imageId !== undefined;
  const image = own ? { what: "the image", own } : { what: "Flatcar's image", ...published };
  if (!profile) return report;
  if (catalogue) {
    report.add(checkTypeOf(args, profile, catalogue, image), withoutImage(args));
  }
  return report.add(checkDisk(args, profile));
}

function checkTypeOf(
  args: Args,
  profile: HardwareProfile,
  catalogue: Catalogue,
  image: BootImage,
): Report {
  const { instanceType, architecture, hardware, hardwareWaiver: waiver } = args;
  const path = ["instanceType"];
  if (instanceType === undefined) {
    const wanted = architecture ?? usualArchitecture(profile);
    // One that there is not is said where it stands.
    if (!profile.architectures.includes(wanted)) return new Report();
    const wish = { profile, architecture: wanted, ownImage: image.own };
    return pickType(catalogue, wish, path).report;
  }
  const { facts, report } = checkType(catalogue, instanceType, path, {
    profile,
    waiver,
    declared: { ...hardware, architecture: hardware?.architecture ?? architecture },
    image,
  });
  const parts = [
    { what: "the architecture asked for", architecture },
    { what: instanceType, architecture: facts?.architecture },
  ];
  return report.add(checkArchitectures(parts, path));
}

/** An image of one's own may still come; where no type is named, it is the architecture that asks for one. */
function withoutImage({ architecture, instanceType }: Args): (issue: Issue) => Issue {
  const asked = architecture !== undefined && instanceType === undefined;
  return (issue) => {
    if (issue.code !== "HARDWARE_NO_IMAGE") return issue;
    return { ...issue, ...(asked && { path: ["architecture"] }), missing: ["imageId"] };
  };
}

/** The disk, which is no matter of a type, and the architecture that was asked for. */
function checkDisk(
  { diskGb, architecture, hardwareWaiver: waiver }: Args,
  profile: HardwareProfile,
): Report {
  const facts = {
    diskGb: diskGb ?? profile.diskGb,
    architecture: architecture ?? usualArchitecture(profile),
  };
  // Whether there is a graphics processor is a matter of the type.
  return checkHardware(facts, [], {
    profile: { ...profile, gpu: false },
    waiver,
    ignore: ["vcpus", "memoryMib"],
  });
}

function usualArchitecture({ architectures }: HardwareProfile): Architecture {
  return architectures[0] ?? Architecture.X64;
}

/** CLOUD_SECURE_BOOT and CLOUD_CONFIDENTIAL: what Flatcar does not start under. */
function checkBootChain({ secureBoot, confidential }: Args): Report {
  const report = new Report();
  if (secureBoot) {
    report.error(
      "CLOUD_SECURE_BOOT",
      ["secureBoot"],
      "Flatcar's published images have no boot loader that Secure Boot trusts",
      "leave secureBoot out",
    );
  }
  if (confidential) {
    report.error(
      "CLOUD_CONFIDENTIAL",
      ["confidential"],
      "Flatcar's published images are not registered for confidential machines",
      "leave confidential out",
    );
  }
  return report;
}

/** What a machine is made of that its args leave open. */
export interface Choice {
  readonly instanceType: pulumi.Input<string>;
  /** The architecture that its image has to be of. */
  readonly architecture: pulumi.Output<Architecture>;
  readonly diskGb: pulumi.Input<number>;
}

/** What the args name, or else the smallest that meets the profile; for args in which nothing was wrong. */
export function choose(args: CloudMachineArgs, catalogue: Catalogue): Choice {
  const { profile = standardProfile } = profileOf(args.hardwareProfile);
  const { diskGb = profile.diskGb, instanceType } = args;
  const wanted = args.architecture ?? args.hardware?.architecture ?? usualArchitecture(profile);
  if (instanceType === undefined) {
    const { facts } = pickType(catalogue, {
      profile,
      architecture: wanted,
      ownImage: args.imageId !== undefined,
    });
    return { instanceType: facts?.type ?? "", architecture: pulumi.output(wanted), diskGb };
  }
  const architecture = pulumi
    .output(instanceType)
    .apply((type) => lookUpType(catalogue, type)?.architecture ?? wanted);
  return { instanceType, architecture, diskGb };
}
