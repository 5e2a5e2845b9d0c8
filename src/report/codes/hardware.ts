import { defineCodes } from "./doc.js";

/** Codes of the hardware room. */
export const hardwareCodes = defineCodes({
  HARDWARE_TOO_SMALL: {
    title: "A machine is as large as its hardware profile asks for",
    explanation:
      "A Flatcar machine has at least 4 vCPU, 8 GB memory and 32 GB disk; a profile may ask for more. Smaller machines boot and then fail under load or run out of disk during an update. A waiver with a reason turns the error into a warning that is shown at every preview.",
  },
  HARDWARE_UNKNOWN: {
    title: "The sizes of a machine are known",
    explanation:
      "The rule holds for every machine, so a size that nobody declared and no table knows is an error and not a pass. An instance type is looked up in the cloud's lists and then read by its name; what neither tells has to be declared.",
  },
  HARDWARE_INVALID: {
    title: "A size is a number above zero",
    explanation:
      "Sizes are counts and amounts; zero, negative and infinite ones are typing errors.",
  },
  HARDWARE_ARCHITECTURE: {
    title: "The architecture is one that Flatcar is released for and the profile takes",
    explanation:
      "Flatcar is released for x64 (amd64) and arm64 only, and a profile may take fewer.",
  },
  HARDWARE_ARCHITECTURE_MISMATCH: {
    title: "All parts of a machine are made for one architecture",
    explanation:
      "Instance type, image, system extensions and containers run on one processor. With a wrong image the machine never starts; with a wrong extension or container it starts, and the program in it does not.",
  },
  HARDWARE_BURSTABLE: {
    title: "A machine has processors of its own where its profile asks for them",
    explanation:
      "Burstable and shared-core types promise a part of the time of the processors that they count. Under steady load they slow down to that part, which meets the numbers of a profile but not its purpose.",
  },
  HARDWARE_GPU_MISSING: {
    title: "A machine has a graphics processor where its profile asks for one",
    explanation: "A profile with gpu is for work that does not run without one.",
  },
  HARDWARE_CANNOT_BOOT: {
    title: "Flatcar starts on the type, from the image",
    explanation:
      "Some types start only what Flatcar has no image for: EC2 Mac hosts start macOS, and Azure refuses its confidential sizes to machines that are not confidential ones, which need an image registered for that. On Azure a size also takes images of certain generations and disk controllers only: sizes of version 6 and later start generation 2 from NVMe disks.",
  },
  HARDWARE_NO_IMAGE: {
    title: "Flatcar publishes an image of the architecture",
    explanation:
      "Flatcar is released for arm64, and not as an image in every cloud. Until there is one, a machine of that architecture needs an image of one's own.",
  },
  HARDWARE_NO_TYPE: {
    title: "A general-purpose type meets the profile",
    explanation:
      "A machine without a named type gets the smallest one of a few families for any purpose. A profile that asks for more than those have needs a type that is named.",
  },
  HARDWARE_PROFILE_BELOW_FLOOR: {
    title: "A profile asks for no less than the floor",
    explanation:
      "Profiles raise the floor of 4 vCPU, 8 GB memory and 32 GB disk and never lower it, so that a profile's name cannot hide a small machine. One machine may be smaller by a waiver that says why.",
  },
  HARDWARE_PROFILE_NAME: {
    title: "A profile has a name",
    explanation: "Messages call a profile by its name, so that a reader finds it.",
  },
  HARDWARE_WAIVER_EMPTY: {
    title: "A waiver gives its reason",
    explanation:
      "A waiver is for the next reader: without a reason nobody can tell whether it still holds, so an empty one is refused.",
  },
});
