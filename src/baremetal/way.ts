import type * as pulumi from "@pulumi/pulumi";
import { MachineMode } from "../flatcar/index.js";
import { knownNow, withhold } from "../machine/index.js";
import { checkProvision, Readiness, readinessOf } from "../provision/words.js";
import { checkBmc } from "../redfish/check.js";
import type { Report } from "../report/index.js";
import type { BareMetalInstanceArgs } from "./args.js";
import { modeOf } from "./mode.js";
import type { Directory } from "./registry.js";

/** What a machine reports when it is up. */
export interface Reports {
  readonly generation: number;
  /** Where to. */
  readonly url?: pulumi.Input<string>;
  /** What it proves itself with; made by a resource. */
  readonly token?: pulumi.Input<string>;
}

/** A machine's way from power off to ready, by values that are known at once. */
export interface Way {
  readonly readiness: Readiness;
  readonly reports?: Reports;
  /** Whether there is anything to do but write files. */
  readonly needed: boolean;
}

/** What a machine says about its way to ready, and then its boot directory. */
export function wayOf(args: BareMetalInstanceArgs, { defaults }: Directory): Way {
  const readiness = readinessOf(args);
  const served = defaults.serve ? args.baseUrl : undefined;
  const url = args.phoneHomeUrl ?? defaults.phoneHomeUrl ?? served;
  const { generation = 1 } = args;
  // An installer reports as well, where somebody waits for the machine.
  const installer = modeOf(args) === MachineMode.Installed && readiness === Readiness.Ssh && url;
  return {
    readiness,
    reports: readiness === Readiness.PhoneHome || installer ? { generation, url } : undefined,
    needed: args.bmc !== undefined || readiness !== Readiness.None,
  };
}

/**
 * Checks what decides no file, and so does not settle with the rest: a password that is not known in a preview must not
 * make the machine's files unknown, nor a secret of their digests.
 */
export function checkWay(args: BareMetalInstanceArgs, { reports }: Way): Report {
  const { value, promised } = knownNow(args);
  const report = checkProvision(value, reports?.url !== undefined);
  if (value.bmc) report.add(checkBmc(value.bmc, ["bmc"]));
  return withhold(report, promised);
}
