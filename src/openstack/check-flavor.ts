import {
  type Architecture,
  checkArchitectures,
  checkMeasuredType,
  formatMemory,
  type HardwareProfile,
  standardProfile,
} from "../hardware/index.js";
import { profileOf } from "../machine/index.js";
import { type Path, Report } from "../report/index.js";
import type { OpenStackInstanceArgs } from "./args.js";

/** What a cloud says of a flavor. */
export interface FlavorFacts {
  readonly name?: string;
  readonly vcpus?: number;
  /** MiB */
  readonly ram?: number;
  /** GiB; 0 where the root disk is as large as the image. */
  readonly disk?: number;
  readonly extraSpecs?: { readonly [key: string]: unknown };
}

/** OPENSTACK_FLAVOR: a flavor is named once, if at all. */
export function checkFlavorArgs({ instanceType, flavorId }: OpenStackInstanceArgs): Report {
  const report = new Report();
  if (instanceType !== undefined && flavorId !== undefined) {
    report.error(
      "OPENSTACK_FLAVOR",
      ["flavorId"],
      "the flavor is given by its name in instanceType and by its id",
      "leave one of the two out",
    );
  }
  return report;
}

/** How the args name a flavor, if they do. */
export interface FlavorWish {
  readonly instanceType?: string;
  readonly flavorId?: string;
}

function pathOf({ flavorId }: Pick<OpenStackInstanceArgs, "flavorId">): Path {
  return [flavorId === undefined ? "instanceType" : "flavorId"];
}

/** OPENSTACK_FLAVOR: whether the cloud told one flavor. */
export function checkFlavorFound(
  found: FlavorFacts | "none" | "several",
  { instanceType, flavorId }: FlavorWish,
  { vcpus, memoryMib, diskGb }: HardwareProfile,
  fromVolume: boolean,
): Report {
  const report = new Report();
  const named = flavorId ?? instanceType;
  const path = pathOf({ flavorId });
  const sizes = `${vcpus} vCPU, ${formatMemory(memoryMib)}${fromVolume ? "" : ` and ${diskGb} GB disk`}`;
  if (found === "none" && named !== undefined) {
    report.error(
      "OPENSTACK_FLAVOR",
      path,
      `the project sees no flavor "${named}"`,
      "name one that `openstack flavor list` shows, or leave it out for the smallest",
    );
  } else if (found === "none") {
    report.error(
      "OPENSTACK_FLAVOR",
      path,
      `the project sees no flavor of at least ${sizes}`,
      fromVolume
        ? "ask the operator of the cloud for one"
        : "start from a volume with diskGb, if only the disk is missing, or ask the operator of the cloud for one",
    );
  } else if (found === "several") {
    report.error(
      "OPENSTACK_FLAVOR",
      path,
      named === undefined
        ? `the cloud has several flavors of at least ${sizes}, and its look-up does not tell the smallest apart`
        : `the project sees several flavors "${named}"`,
      named === undefined ? "name one in instanceType" : "give the id of one in flavorId",
    );
  }
  return report;
}

/**
 * What a flavor has, against what the args ask for. Raises HARDWARE_TOO_SMALL, HARDWARE_GPU_MISSING and
 * HARDWARE_ARCHITECTURE_MISMATCH.
 */
export function checkFlavor(
  { name = "the flavor", vcpus, ram, disk, extraSpecs = {} }: FlavorFacts,
  args: OpenStackInstanceArgs,
  fromVolume: boolean,
): Report {
  const { profile = standardProfile } = profileOf(args.hardwareProfile);
  const path = pathOf(args);
  const facts = {
    vcpus,
    memoryMib: ram,
    diskGb: fromVolume ? undefined : disk,
    gpu: Object.keys(extraSpecs).some((spec) => gpuSpecs.test(spec)),
  };
  const onlyDisk = (vcpus ?? 0) >= profile.vcpus && (ram ?? 0) >= profile.memoryMib;
  const parts = [
    { what: "the architecture asked for", architecture: args.architecture },
    { what: name, architecture: architectureOf(extraSpecs) },
  ];
  return checkMeasuredType(name, facts, path, {
    profile,
    waiver: args.hardwareWaiver,
    instead: onlyDisk ? "start from a volume, by diskGb" : "use a larger flavor",
  }).add(checkArchitectures(parts, path));
}

/** Extra specs by which a flavor asks nova for a graphics processor (nova, extra specs). */
const gpuSpecs = /^(?:pci_passthrough:alias|resources\d*:VGPU|accel:device_profile)$/;

/** A flavor has no architecture of its own; some ask for a host of one (os-traits). */
function architectureOf(extraSpecs: { readonly [key: string]: unknown }): Architecture | undefined {
  if (extraSpecs["trait:HW_ARCH_AARCH64"] === "required") return "arm64";
  if (extraSpecs["trait:HW_ARCH_X86_64"] === "required") return "x64";
  return undefined;
}
