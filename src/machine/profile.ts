import type * as pulumi from "@pulumi/pulumi";
import { defineProfile, type HardwareProfile, standardProfile } from "../hardware/index.js";
import { Report } from "../report/index.js";
import type { HardwareProfileArgs } from "./args.js";

/** The floor, or the profile that was asked for; none when something is wrong with it. */
export function profileOf(args: pulumi.Unwrap<HardwareProfileArgs> | undefined): {
  profile?: HardwareProfile;
  report: Report;
} {
  return args
    ? defineProfile(args, ["hardwareProfile"])
    : { profile: standardProfile, report: new Report() };
}
