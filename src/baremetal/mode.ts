import { MachineMode } from "../flatcar/index.js";
import { didYouMean, Report } from "../report/index.js";
import type { BareMetalInstanceArgs } from "./args.js";

type ModeArgs = Pick<BareMetalInstanceArgs, "mode" | "rootDisk" | "installDisk">;

/** What a machine says it runs from, or what the disk that it names is for. */
export function modeOf({ mode, rootDisk, installDisk }: ModeArgs): MachineMode {
  if (mode !== undefined) return mode;
  if (installDisk !== undefined) return MachineMode.Installed;
  return rootDisk === undefined ? MachineMode.Memory : MachineMode.PersistentRoot;
}

/** Which mode an arg is for. */
const modeOfArg = Object.freeze({
  rootDisk: MachineMode.PersistentRoot,
  installDisk: MachineMode.Installed,
  installerNetwork: MachineMode.Installed,
});

/** Raises MACHINE_MODE. Whether an arg is given can be seen before its value is known. */
export function checkMode(
  args: ModeArgs & Pick<BareMetalInstanceArgs, "installerNetwork">,
): Report {
  const report = new Report();
  const mode = modeOf(args);
  const known = Object.values(MachineMode);
  if (!known.includes(mode)) {
    const near = didYouMean(mode, known);
    report.error(
      "MACHINE_MODE",
      ["mode"],
      `${JSON.stringify(mode)} is no mode of a machine`,
      near ? `did you mean "${near}"?` : `use one of ${known.join(", ")}`,
    );
    return report;
  }
  for (const [name, wanted] of Object.entries(modeOfArg)) {
    if (mode === wanted || args[name as keyof typeof modeOfArg] === undefined) continue;
    report.error(
      "MACHINE_MODE",
      [name],
      `${name} is for mode ${wanted}, and this machine has mode ${mode}`,
      args.mode === undefined
        ? `remove it, or say mode: "${wanted}"`
        : `remove it, or change mode to "${wanted}"`,
    );
  }
  if (mode === MachineMode.PersistentRoot && args.rootDisk === undefined) {
    report.error(
      "MACHINE_MODE",
      ["rootDisk"],
      "mode persistent-root needs a disk for the root filesystem, and none is named",
      "name it as rootDisk, best in /dev/disk/by-id",
      { missing: ["rootDisk"] },
    );
  }
  return report;
}
