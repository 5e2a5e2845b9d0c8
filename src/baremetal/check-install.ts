import type * as pulumi from "@pulumi/pulumi";
import { checkNetwork } from "../flatcar/index.js";
import { OnChange } from "../machine/index.js";
import { checkInstallDisk } from "../pxe/index.js";
import { Report } from "../report/index.js";
import type { BareMetalInstanceArgs } from "./args.js";

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
