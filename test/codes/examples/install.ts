import { installedOtherwise, refusedBy } from "../../../src/provision/installing.js";
import type { installCodes } from "../../../src/report/codes/install.js";
import { type Example, event, machine } from "../example.js";

const hardware = { vcpus: 8, memoryMib: 16384, diskGb: 480, architecture: "x64" } as const;
const installed = { mode: "installed", hardware } as const;

export const installExamples = {
  MACHINE_MODE: machine(
    { ...installed, rootDisk: "/dev/disk/by-id/nvme-data" },
    { ...installed, installDisk: { path: "/dev/disk/by-id/nvme-data" } },
  ),
  INSTALL_DISK: machine(
    { ...installed, installDisk: { minSizeGb: 400, maxSizeGb: 200 } },
    { ...installed, installDisk: { minSizeGb: 400, maxSizeGb: 800 } },
  ),
  INSTALL_CHANGE: machine(
    { ...installed, onConfigChange: "replace" },
    { ...installed, generation: 2 },
  ),
  INSTALL_GENERATION: event(
    [
      "the machine was destroyed with pulumi, and its disk still holds what was installed for it",
      installedOtherwise(1),
    ],
    ["generation is 2 now, and the disk is erased"],
  ),
  INSTALL_REFUSED: event(
    ["the machine has fewer processors than declared", refusedBy("processors: 2, needed 4")],
    ["the machine has what its hardware profile asks for, and is installed"],
  ),
} satisfies Record<keyof typeof installCodes, Example>;
