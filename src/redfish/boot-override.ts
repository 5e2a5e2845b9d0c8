import { Report } from "../report/index.js";
import { quirksOf } from "./quirks.js";
import { bmcPath } from "./replies.js";
import type { BootFacts, SystemFacts } from "./system.js";

/** Where a machine can be made to boot from, in the words of Redfish. */
export type BootTarget = "Pxe" | "Hdd";

/** What is written to change what a machine boots from. */
export interface BootChange {
  readonly Boot: {
    readonly BootSourceOverrideTarget: string;
    readonly BootSourceOverrideEnabled: string;
    readonly BootSourceOverrideMode?: string;
  };
}

/**
 * How to have a machine boot from somewhere the next time: once where the BMC can, otherwise until it is set back; no
 * change where it does so for ever already. Raises BMC_BOOT_OVERRIDE.
 */
export function planOverride(
  target: BootTarget,
  facts: SystemFacts,
): { change?: BootChange; report: Report } {
  const report = new Report();
  const { targets, durations } = facts.boot;
  if (facts.boot.enabled === "Continuous" && facts.boot.target === target) return { report };
  const duration = ["Once", "Continuous"].find((value) => durations?.includes(value) ?? true);
  if (targets && !targets.includes(target)) {
    report.error(
      "BMC_BOOT_OVERRIDE",
      bmcPath,
      `this BMC boots the machine from ${targets.join(", ") || "nothing that it names"}, and not from ${target}`,
      "turn network boot on in the machine's firmware, or set its boot order by hand and leave bmc out",
    );
  } else if (duration === undefined) {
    report.error(
      "BMC_BOOT_OVERRIDE",
      bmcPath,
      `this BMC overrides the boot source neither once nor continuously, only: ${durations?.join(", ")}`,
      "set the machine's boot order by hand and leave bmc out",
    );
  } else return { change: write(facts, target, duration), report };
  return { report };
}

/**
 * What to write once the machine is up; undefined where the override ends by itself. What the BMC says after the change
 * counts: some take Once and do it for ever.
 */
export function planRestore(before: SystemFacts, after: BootFacts): BootChange | undefined {
  if (after.enabled !== "Continuous") return undefined;
  const { enabled, target } = before.boot;
  if (enabled !== "Continuous") {
    return write(before, quirksOf(before).offTarget ?? "None", "Disabled");
  }
  return target === undefined || target === after.target
    ? undefined
    : write(before, target, "Continuous");
}

function write(facts: SystemFacts, target: string, enabled: string): BootChange {
  return {
    Boot: {
      BootSourceOverrideTarget: target,
      BootSourceOverrideEnabled: enabled,
      ...(quirksOf(facts).repeatsMode && { BootSourceOverrideMode: facts.boot.mode ?? "UEFI" }),
    },
  };
}
