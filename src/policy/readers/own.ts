import { architectures } from "../../hardware/index.js";
import { platforms } from "../../platforms/index.js";
import type { Inputs } from "../inputs.js";
import type { Reader } from "../machine.js";

/**
 * Our own bare-metal machine. It checks itself before anything is made; what it shows of its hardware
 * is judged again here, so that a stricter policy of an organization reaches it as well.
 */
const bareMetal: Reader = (inputs) => {
  const hardware = inputs.below("hardware");
  const [vcpus, memoryMib] = [hardware.number("vcpus"), hardware.number("memoryMib")];
  const spelled = hardware.text("architecture").value ?? inputs.text("architecture").value;
  const architecture = architectures.find((each) => each === spelled);
  const shown = [vcpus, memoryMib].some((each) => each.value !== undefined || each.unknown);
  const diskGb = hardware.number("diskGb");
  const fromDisk = (inputs.text("mode").value ?? "memory") !== "memory";
  return [
    {
      platform: platforms.baremetal,
      sizes: shown
        ? [
            {
              facts: { vcpus: vcpus.value, memoryMib: memoryMib.value, architecture },
              places: { vcpus: vcpus.path, memoryMib: memoryMib.path },
              unknown: [vcpus, memoryMib].filter((each) => each.unknown).map(({ path }) => path),
            },
          ]
        : [],
      image: {
        path: inputs.path,
        what: "the release",
        flatcar: true,
        published: true,
        architecture,
      },
      disk: fromDisk && hardware.has("diskGb") ? { size: diskGb } : undefined,
      userData: [],
      waiver: waiverOf(inputs),
    },
  ];
};

/** The reason that one of our components was given for a smaller machine. */
export function waiverOf(inputs: Inputs): string | undefined {
  return inputs.text("hardwareWaiver").value;
}

/** Whether a type is one of our components. */
export function isOwn(type: string): boolean {
  return type.startsWith("flatcar:");
}

/** Readers of our own components by type token; those of clouds are judged by what they make. */
export const ownReaders: Readonly<Record<string, Reader>> = Object.freeze({
  "flatcar:index:BareMetalInstance": bareMetal,
});
