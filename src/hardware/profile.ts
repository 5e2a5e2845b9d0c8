import { at, type Path, Report, root } from "../report/index.js";
import { type Architecture, architectures } from "./architecture.js";
import { floor, isSize } from "./units.js";

/** What a machine has to have at least. */
export interface HardwareProfile {
  /** Name that messages use. */
  readonly name: string;
  /** Virtual processors, as the operating system counts them. */
  readonly vcpus: number;
  /** Memory in MiB. */
  readonly memoryMib: number;
  /** Disk for the operating system, in the unit of the place: GiB in clouds, GB on bare metal. */
  readonly diskGb: number;
  readonly architectures: readonly Architecture[];
  /** Whether the machine needs a graphics processor. Defaults to false. */
  readonly gpu?: boolean;
  /** Whether burstable and shared-core machines will do. Defaults to true. */
  readonly burstableAllowed?: boolean;
}

/** A profile of one's own: a name, and what it asks for beyond the floor. */
export type ProfileSpec = Pick<HardwareProfile, "name"> & Partial<HardwareProfile>;

/** The floor under every machine: 4 vCPU, 8 GB memory, 32 GB disk, x64 or arm64. */
export const standardProfile: HardwareProfile = Object.freeze({
  name: "flatcar-standard",
  ...floor,
  architectures,
});

/**
 * A profile of one's own. What it leaves out is the floor's; it may ask for more and never for less.
 * Raises HARDWARE_PROFILE_BELOW_FLOOR, HARDWARE_PROFILE_NAME, HARDWARE_INVALID and
 * HARDWARE_ARCHITECTURE. There is a profile only when nothing was raised.
 */
export function defineProfile(
  spec: ProfileSpec,
  path: Path = root,
): { profile?: HardwareProfile; report: Report } {
  const report = new Report();
  const profile: HardwareProfile = {
    name: spec.name,
    vcpus: spec.vcpus ?? floor.vcpus,
    memoryMib: spec.memoryMib ?? floor.memoryMib,
    diskGb: spec.diskGb ?? floor.diskGb,
    architectures: Object.freeze([...(spec.architectures ?? architectures)]),
    gpu: spec.gpu ?? false,
    burstableAllowed: spec.burstableAllowed ?? true,
  };
  if (profile.name.trim() === "") {
    report.error(
      "HARDWARE_PROFILE_NAME",
      at(path, "name"),
      "the profile has no name",
      "name it after its machines, as in database",
    );
  }
  for (const fact of ["vcpus", "memoryMib", "diskGb"] as const) {
    const place = at(path, fact);
    if (!isSize(profile[fact])) {
      const hint = `give ${fact} as a number above 0`;
      report.error("HARDWARE_INVALID", place, `${fact} is ${profile[fact]}`, hint);
    } else if (profile[fact] < floor[fact]) {
      report.error(
        "HARDWARE_PROFILE_BELOW_FLOOR",
        place,
        `profile "${profile.name}" asks for ${fact} ${profile[fact]}, and the floor is ${floor[fact]}`,
        `raise it to ${floor[fact]} or leave it out; a single machine may be smaller by its hardwareWaiver`,
      );
    }
  }
  const place = at(path, "architectures");
  if (profile.architectures.length === 0)
    report.error("HARDWARE_ARCHITECTURE", place, "no architecture is left", architectureHint);
  profile.architectures.forEach((name, index) => {
    if (!architectures.includes(name)) {
      const message = `"${name}" is not one of ${architectures.join(", ")}`;
      report.error("HARDWARE_ARCHITECTURE", at(place, index), message, architectureHint);
    }
  });
  return report.hasErrors ? { report } : { profile: Object.freeze(profile), report };
}

const architectureHint = `name ${architectures.map((name) => `"${name}"`).join(" or ")}, or leave the list out for both`;
