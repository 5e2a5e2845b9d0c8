import type { Report } from "../../report/index.js";
import { isYes, valuesOf, type WrittenUnit } from "./units.js";

/** What a kind of unit cannot be without: at least one of the settings. */
const needs: Readonly<Record<string, { section: string; settings: readonly string[] }>> = {
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
      "OnClockChange",
      "OnTimezoneChange",
    ],
  },
  path: {
    section: "Path",
    settings: ["PathExists", "PathExistsGlob", "PathChanged", "PathModified", "DirectoryNotEmpty"],
  },
};

/** Of these the last counts, when it says yes. */
const switches = ["OnClockChange", "OnTimezoneChange"];

/**
 * Raises UNIT_SETTING_REQUIRED for a unit without the one setting it is made of, which systemd refuses.
 * The mount point of a .mount and the device of a .swap follow from the unit's name.
 */
export function checkNeeds(unit: WrittenUnit, report: Report): void {
  const need = needs[unit.kind];
  if (!need || !unit.main || !unit.complete) return;
  const values = valuesOf(unit, need.section, ...need.settings);
  const given = values.some(
    ({ name, value }, index) =>
      !switches.includes(name) ||
      (isYes(value) && !values.slice(index + 1).some((later) => later.name === name)),
  );
  if (given) return;
  const [first = ""] = need.settings;
  report.error(
    "UNIT_SETTING_REQUIRED",
    unit.main.path,
    `systemd refuses a .${unit.kind} that has ${need.settings.length > 1 ? "none" : "nothing"} of ${need.settings.map((name) => `${name}=`).join(", ")}`,
    `set ${first}= in [${need.section}]`,
    { missing: true },
  );
}
