import { type GetFlavorArgs, type GetFlavorResult, getFlavor } from "@pulumi/openstack/compute";
import * as pulumi from "@pulumi/pulumi";
import { type HardwareProfile, standardProfile } from "../hardware/index.js";
import { profileOf, raise, warn } from "../machine/index.js";
import type { OpenStackInstanceArgs } from "./args.js";
import { startsFromVolume } from "./check.js";
import { checkFlavor, checkFlavorFound } from "./check-flavor.js";
import { type Found, lookUp, orCount } from "./look-up.js";

/** A flavor by both its names. */
export interface Flavor {
  readonly id: string;
  readonly name: string;
}

/**
 * The flavor that the args name, or the smallest that the cloud can tell; what it has is compared with
 * the profile before the machine is made. Raises OPENSTACK_FLAVOR, HARDWARE_TOO_SMALL,
 * HARDWARE_GPU_MISSING and HARDWARE_ARCHITECTURE_MISMATCH.
 */
export function flavorOf(
  machine: pulumi.Resource,
  resourceName: string,
  args: OpenStackInstanceArgs,
): pulumi.Output<Flavor> {
  const { profile = standardProfile } = profileOf(args.hardwareProfile);
  const fromVolume = startsFromVolume(args);
  return pulumi.all([args.instanceType, args.flavorId]).apply(([instanceType, flavorId]) => {
    const found =
      (flavorId ?? instanceType) === undefined
        ? lookUp(machine, smallestFlavor, leastOf(profile, fromVolume))
        : lookUp(machine, getFlavor, flavorId ? { flavorId } : { name: instanceType });
    return found.apply((flavor) => {
      const wish = { instanceType, flavorId };
      const report = checkFlavorFound(flavor, wish, profile, fromVolume);
      if (typeof flavor !== "string") report.add(checkFlavor(flavor, args, fromVolume));
      raise(machine, resourceName, report);
      warn(machine, resourceName, report);
      const { id, name: its = id } = flavor as GetFlavorResult;
      return { id, name: its };
    });
  });
}

/** Sizes that a flavor has at least, by the words of its look-up. */
interface Least {
  readonly vcpus: number;
  readonly ram: number;
  readonly disk: number;
}

function leastOf({ vcpus, memoryMib, diskGb }: HardwareProfile, fromVolume: boolean): Least {
  return { vcpus, ram: memoryMib, disk: fromVolume ? 0 : diskGb };
}

/** Sizes that flavors have, in the order in which they are tried. */
const usual = [
  ...Array.from({ length: 16 }, (_, index) => index + 1),
  ...[18, 20, 24, 28, 30, 32, 36, 40, 48, 50, 56, 60, 64, 72, 80, 96, 100, 112, 120, 128, 160, 192],
  ...[200, 224, 240, 256, 320, 384, 400, 480, 500, 512, 640, 768, 960, 1000, 1024],
];

/** What is narrowed down, first processors, then memory, then disk. */
const measures: readonly (readonly [measure: keyof Least, sizes: readonly number[]])[] = [
  ["vcpus", usual],
  ["ram", usual.flatMap((gb) => [gb * 1000, gb * 1024]).sort((a, b) => a - b)],
  ["disk", usual],
];

/**
 * The smallest flavor of a cloud: fewest processors, then least memory, then least disk. No provider
 * lists flavors, and a look-up tells only one from none and several; so where there are several of one
 * size, each usual size of the next measure is tried.
 */
async function smallestFlavor(
  least: Least,
  options: pulumi.InvokeOptions,
): Promise<Found<GetFlavorResult>> {
  const narrow = async (
    query: GetFlavorArgs,
    [coarsest, ...finer]: typeof measures,
  ): Promise<Found<GetFlavorResult>> => {
    const found = await orCount(getFlavor(query, options));
    if (found !== "several" || !coarsest) return found;
    const [measure, sizes] = coarsest;
    for (const size of sizes.filter((each) => each >= least[measure])) {
      const smaller = await narrow({ ...query, [measure]: size }, finer);
      if (smaller !== "none") return smaller;
    }
    return found;
  };
  return narrow({ minRam: least.ram, minDisk: least.disk }, measures);
}
