import { Report } from "../report/index.js";
import { bmcPath } from "./replies.js";
import type { SystemFacts } from "./system.js";

/** A kind of reset, in the words of Redfish. */
export type ResetType =
  | "On"
  | "ForceOn"
  | "ForceOff"
  | "GracefulShutdown"
  | "ForceRestart"
  | "PowerCycle"
  | "GracefulRestart";

/** How to bring a machine from the state it is in to a fresh start. */
export type StartPlan =
  /** It is off. */
  | { readonly kind: "on"; readonly on: ResetType }
  /** It is switched off, which can be seen, and then on. */
  | { readonly kind: "off-on"; readonly off: OffPlan; readonly on: ResetType }
  /** Its BMC cannot switch it off. */
  | { readonly kind: "restart"; readonly restart: ResetType };

/** How to switch a machine off: by asking its system first, by cutting its power. */
export interface OffPlan {
  readonly ask?: ResetType;
  readonly force?: ResetType;
}

/** Picks the resets for a fresh start. Raises BMC_POWER. */
export function planStart(facts: SystemFacts): { plan?: StartPlan; report: Report } {
  const on = firstOffered(facts, "On", "ForceOn");
  if (isOff(facts)) return on ? done({ kind: "on", on }) : refuse(facts, "on");
  const off = planOff(facts).plan;
  if (on && off?.force) return done({ kind: "off-on", off, on });
  const restart = firstOffered(facts, "ForceRestart", "PowerCycle", "GracefulRestart");
  return restart ? done({ kind: "restart", restart }) : refuse(facts, "off and on");
}

/** Picks the resets that switch a machine off. Raises BMC_POWER. */
export function planOff(facts: SystemFacts): { plan?: OffPlan; report: Report } {
  const ask = firstOffered(facts, "GracefulShutdown");
  const force = firstOffered(facts, "ForceOff");
  return ask || force ? done({ ask, force }) : refuse(facts, "off");
}

/** Whether the machine has no power. */
export function isOff({ powerState }: SystemFacts): boolean {
  return powerState === "Off";
}

function firstOffered({ resetTypes }: SystemFacts, ...types: ResetType[]): ResetType | undefined {
  return types.find((type) => resetTypes?.includes(type) ?? true);
}

function done<P>(plan: P): { plan: P; report: Report } {
  return { plan, report: new Report() };
}

function refuse({ resetTypes }: SystemFacts, what: string): { report: Report } {
  const report = new Report();
  report.error(
    "BMC_POWER",
    bmcPath,
    `this BMC offers no reset that switches a machine ${what}, only: ${resetTypes?.join(", ")}`,
    "look for newer firmware of the BMC, or switch the machine by other means and leave bmc out",
  );
  return { report };
}
