import { at, Report } from "../report/index.js";
import { linkAt, pathOf, textAt, textsAt, valueAt } from "./document.js";
import type { Reply } from "./exchange.js";
import { bmcPath } from "./replies.js";

/** What a BMC says of one machine. */
export interface SystemFacts {
  readonly path: string;
  readonly etag?: string;
  readonly manufacturer?: string;
  readonly model?: string;
  readonly redfishVersion?: string;
  /** On, Off, PoweringOn, PoweringOff, Paused. */
  readonly powerState?: string;
  /** Where resets are asked for. */
  readonly resetPath?: string;
  /** The kinds of reset that it offers; undefined when it does not say. */
  readonly resetTypes?: readonly string[];
  /** Where the kinds of reset are listed instead. */
  readonly resetInfoPath?: string;
  /** Where changes are written that the next boot takes up; undefined when that is the system itself. */
  readonly settingsPath?: string;
  readonly boot: BootFacts;
}

/** What a machine boots from. */
export interface BootFacts {
  /** Once, Continuous, Disabled. */
  readonly enabled?: string;
  readonly target?: string;
  readonly mode?: string;
  /** The values that it offers for the source; undefined when it does not say. */
  readonly targets?: readonly string[];
  /** The values that it offers for how long; undefined when it does not say. */
  readonly durations?: readonly string[];
}

const reset = ["Actions", "#ComputerSystem.Reset"] as const;

/** Reads a ComputerSystem. What is missing or of another shape is undefined. */
export function readSystem(path: string, { body, headers }: Reply, redfishVersion?: string) {
  const enabled = "BootSourceOverrideEnabled";
  const target = "BootSourceOverrideTarget";
  const facts: SystemFacts = {
    path,
    etag: headers.etag ?? textAt(body, "@odata.etag"),
    manufacturer: textAt(body, "Manufacturer"),
    model: textAt(body, "Model"),
    redfishVersion,
    powerState: textAt(body, "PowerState"),
    resetPath: pathOf(textAt(body, ...reset, "target")),
    resetTypes: textsAt(body, ...reset, "ResetType@Redfish.AllowableValues"),
    resetInfoPath: pathOf(textAt(body, ...reset, "@Redfish.ActionInfo")),
    settingsPath: linkAt(body, "@Redfish.Settings", "SettingsObject"),
    boot: {
      enabled: textAt(body, "Boot", enabled),
      target: textAt(body, "Boot", target),
      mode: textAt(body, "Boot", "BootSourceOverrideMode"),
      targets: textsAt(body, "Boot", `${target}@Redfish.AllowableValues`),
      durations: textsAt(body, "Boot", `${enabled}@Redfish.AllowableValues`),
    },
  };
  return facts;
}

/** The kinds of reset in an ActionInfo. */
export function readResetTypes(body: unknown): string[] | undefined {
  const parameters = valueAt(body, "Parameters");
  const found = (Array.isArray(parameters) ? parameters : []).find(
    (parameter) => textAt(parameter, "Name") === "ResetType",
  );
  return textsAt(found, "AllowableValues");
}

/** Picks the system that is meant: the only one, or the one of that id. Raises BMC_SYSTEM. */
export function pickSystem(
  paths: readonly string[],
  systemId: string | undefined,
): { path?: string; report: Report } {
  const report = new Report();
  const ids = paths.map(idOf);
  const found =
    systemId === undefined
      ? paths.length === 1 && paths[0]
      : paths.find((path) => path === systemId || idOf(path) === systemId);
  if (found) return { path: found, report };
  const list = ids.length === 0 ? "none" : ids.slice(0, 40).join(", ");
  const which =
    systemId === undefined
      ? `this BMC has ${ids.length} systems, and none is named: ${list}`
      : `this BMC has no system "${systemId}"; it has: ${list}`;
  const hint =
    ids.length === 0
      ? "look into the BMC's own interface whether it sees the machine"
      : "name one of them in systemId";
  report.error("BMC_SYSTEM", at(bmcPath, "systemId"), which, hint);
  return { report };
}

function idOf(path: string): string {
  return decodeURIComponent(path.replace(/\/+$/, "").split("/").at(-1) ?? "");
}
