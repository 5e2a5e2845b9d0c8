import type * as pulumi from "@pulumi/pulumi";
import { checkNetwork } from "../flatcar/index.js";
import { OnChange } from "../machine/index.js";
import { checkRootDisk } from "../pxe/index.js";
import { at, type Path, Report } from "../report/index.js";
import type { BareMetalInstanceArgs, InstallDiskArgs } from "./args.js";

type Args = pulumi.Unwrap<
  Pick<
    BareMetalInstanceArgs,
    "installDisk" | "installerNetwork" | "onConfigChange" | "onImageChange"
  >
>;

/** Everything that only a machine that is installed on a disk can have wrong. */
export function checkInstall(args: Args, profileGb: number): Report {
  return new Report()
    .add(checkInstallDisk(args.installDisk, profileGb, ["installDisk"]))
    .add(checkNetwork(args.installerNetwork, ["installerNetwork"]))
    .add(checkChange(args, "onConfigChange", "its config changes"))
    .add(checkChange(args, "onImageChange", "another image is meant"));
}

/** Raises INSTALL_DISK and PXE_DISK_PATH. */
function checkInstallDisk(
  disk: pulumi.Unwrap<InstallDiskArgs> | undefined,
  profileGb: number,
  path: Path,
): Report {
  const report = new Report();
  if (!disk) return report;
  const { path: device, minSizeGb, maxSizeGb } = disk;
  report.add(checkRootDisk(device, at(path, "path")));
  const refuse = (member: string, message: string, hint: string): void => {
    report.error("INSTALL_DISK", at(path, member), message, hint);
  };
  for (const member of ["model", "serial"] as const) {
    const text = disk[member];
    if (text === undefined || /^[ -~]*[!-~][ -~]*$/.test(text)) continue;
    refuse(member, "no disk has this: it is empty or holds unprintable characters", "leave it out");
  }
  for (const member of ["minSizeGb", "maxSizeGb"] as const) {
    const gb = disk[member];
    if (gb === undefined || (Number.isSafeInteger(gb) && gb > 0)) continue;
    refuse(
      member,
      `${gb} is no size in whole GB`,
      "give it as 480 for a disk that is sold as 480 GB",
    );
  }
  const least = Math.max(profileGb, minSizeGb ?? 0);
  if (maxSizeGb !== undefined && maxSizeGb < least) {
    refuse(
      "maxSizeGb",
      `no disk will do: at most ${maxSizeGb} GB are wanted, and at least ${least} GB`,
      "raise it, or leave it out",
    );
  }
  const { path: _, ...rule } = disk;
  const [member] = Object.entries(rule).flatMap(([name, value]) =>
    value === undefined ? [] : name,
  );
  if (device !== undefined && member !== undefined) {
    refuse(
      member,
      `path names the disk already, and ${member} would choose among all`,
      "leave one of the two out",
    );
  }
  return report;
}

/** Raises INSTALL_CHANGE. */
function checkChange(args: Args, arg: "onConfigChange" | "onImageChange", when: string): Report {
  const report = new Report();
  if (args[arg] !== OnChange.Replace) return report;
  report.error(
    "INSTALL_CHANGE",
    [arg],
    `a machine that is installed on a disk would be erased whenever ${when}`,
    "leave it out, and raise generation to install the machine anew",
  );
  return report;
}
