import type { Report } from "../../report/index.js";
import { isYes, lastValueOf, valuesOf, type WrittenUnit } from "./units.js";

interface Need {
  readonly section: string;
  readonly settings: readonly string[];
  /** These count when they say yes. */
  readonly switches?: readonly string[];
}

/** What a kind of unit cannot be without: at least one of the settings. */
const needs: Readonly<Record<string, Need>> = {
  mount: { section: "Mount", settings: ["What"] },
  socket: {
    section: "Socket",
    settings: [
      "ListenStream",
      "ListenDatagram",
      "ListenSequentialPacket",
      "ListenFIFO",
      "ListenSpecial",
      "ListenNetlink",
      "ListenMessageQueue",
      "ListenUSBFunction",
    ],
  },
  timer: {
    section: "Timer",
    settings: [
      "OnCalendar",
      "OnBootSec",
      "OnStartupSec",
      "OnActiveSec",
      "OnUnitActiveSec",
      "OnUnitInactiveSec",
    ],
    switches: ["OnClockChange", "OnTimezoneChange"],
  },
  path: {
    section: "Path",
    settings: ["PathExists", "PathExistsGlob", "PathChanged", "PathModified", "DirectoryNotEmpty"],
  },
};

/**
 * Raises UNIT_SETTING_REQUIRED for a unit without the one setting it is made of, which systemd refuses.
 * The mount point of a .mount and the device of a .swap follow from the unit's name.
 */
export function checkNeeds(unit: WrittenUnit, report: Report): void {
  const need = needs[unit.kind];
  if (!need || !unit.main || !unit.complete) return;
  const { section, settings, switches = [] } = need;
  if (valuesOf(unit, section, ...settings).length > 0) return;
  if (switches.some((name) => isYes(lastValueOf(unit, section, name)?.value))) return;
  const names = [...settings, ...switches].map((name) => `${name}=`);
  report.error(
    "UNIT_SETTING_REQUIRED",
    unit.main.path,
    `systemd refuses a .${unit.kind} without ${names.length > 1 ? "any of " : ""}${names.join(", ")}`,
    `set ${names[0]} in [${section}]`,
    { missing: true },
  );
}
