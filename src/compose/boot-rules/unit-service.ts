import type { Report } from "../../report/index.js";
import { isCommand } from "./unit-commands.js";
import { isYes, lastValueOf, valuesOf, type WrittenUnit } from "./units.js";

/**
 * The combinations that systemd refuses to load (`service_verify` in its src/core/service.c). Raises
 * SERVICE_WITHOUT_COMMAND, SERVICE_SEVERAL_COMMANDS and SERVICE_RESTART_ONESHOT.
 */
export function checkService(unit: WrittenUnit, report: Report): void {
  if (unit.kind !== "service" || !unit.main || !unit.complete) return;
  const { path } = unit.main;
  const starts = valuesOf(unit, "Service", "ExecStart").filter(isCommand);
  const oneshot = isOneshot(unit, starts.length > 0);
  if (starts.length === 0) {
    const message = withoutStart(unit, oneshot);
    if (message) {
      const hint = "set ExecStart= in [Service] to the command that the service runs";
      report.error("SERVICE_WITHOUT_COMMAND", path, message, hint, { missing: true });
    }
  }
  if (starts.length > 1 && !oneshot) {
    report.error(
      "SERVICE_SEVERAL_COMMANDS",
      starts[1]?.path ?? path,
      `systemd refuses ${starts.length} ExecStart= in a service that is not Type=oneshot; the second is in line ${starts[1]?.line}`,
      "set Type=oneshot, move the first commands to ExecStartPre=, or in a drop-in write an empty ExecStart= first",
    );
  }
  const restart = lastValueOf(unit, "Service", "Restart");
  if (oneshot && restart && /^(?:always|on-success)$/.test(restart.value)) {
    report.error(
      "SERVICE_RESTART_ONESHOT",
      restart.path,
      `systemd refuses Restart=${restart.value} in a service of Type=oneshot`,
      "use Restart=on-failure, or another Type=",
    );
  }
}

/** Without Type= and BusName=, a service that starts nothing is oneshot. */
function isOneshot(unit: WrittenUnit, starts: boolean): boolean {
  const type = lastValueOf(unit, "Service", "Type")?.value;
  if (type !== undefined) return type === "oneshot";
  return !starts && lastValueOf(unit, "Service", "BusName") === undefined;
}

function withoutStart(unit: WrittenUnit, oneshot: boolean): string | undefined {
  const success = lastValueOf(unit, "Unit", "SuccessAction")?.value ?? "none";
  const acts = success !== "none";
  if (!acts && !valuesOf(unit, "Service", "ExecStop").some(isCommand)) {
    return "systemd refuses a service without ExecStart=, ExecStop= and SuccessAction=";
  }
  if (!oneshot) return "systemd refuses a service without ExecStart= that is not Type=oneshot";
  if (acts || isYes(lastValueOf(unit, "Service", "RemainAfterExit")?.value)) return undefined;
  return "systemd refuses a service that has only ExecStop= and not RemainAfterExit=yes";
}
