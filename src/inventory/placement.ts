import { at, type Path, Report } from "../report/index.js";
import type { InventoryMachine } from "./machine.js";

/** What says where a machine is; a promise may stand in place of anything. */
export type Placed = Partial<
  Pick<InventoryMachine, "name" | "rackName" | "rackUnit" | "rackUnits">
>;

/** More than any rack has. */
const highest = 99;

/** The units that a machine takes, the lowest first. */
export function unitsOf({ rackUnit, rackUnits = 1 }: Placed): number[] {
  return rackUnit === undefined ? [] : Array.from({ length: rackUnits }, (_, i) => rackUnit + i);
}

/** Raises INVENTORY_RACK_UNIT for places that there are not, and for those that two machines take. */
export function checkPlacement(machines: readonly Placed[], path: Path): Report {
  const report = new Report();
  const taken = new Map<string, string>();
  for (const [index, machine] of machines.entries()) {
    const { name = "", rackName = "" } = machine;
    const place = at(path, index);
    if (!checkUnits(machine, place, report)) continue;
    const keys = unitsOf(machine).map((unit) => JSON.stringify([rackName, unit]));
    const clash = keys.findIndex((key) => taken.has(key));
    if (clash >= 0) {
      const rack = rackName === "" ? "" : ` of rack "${rackName}"`;
      report.error(
        "INVENTORY_RACK_UNIT",
        at(place, "rackUnit"),
        `unit ${unitsOf(machine)[clash]}${rack} is taken by machine "${taken.get(keys[clash] ?? "")}" already`,
        "correct one of the two, or the height of the lower one in rackUnits",
      );
    }
    for (const key of keys) if (!taken.has(key)) taken.set(key, name);
  }
  return report;
}

function checkUnits({ rackUnit, rackUnits }: Placed, path: Path, report: Report): boolean {
  const isWrong = (value?: number) =>
    value !== undefined && !(Number.isInteger(value) && value >= 1 && value <= highest);
  if (isWrong(rackUnit)) {
    const message = `${rackUnit} is not a unit from 1 to ${highest}`;
    const hint = "count the units from the floor of the rack, and give the lowest of the machine";
    report.error("INVENTORY_RACK_UNIT", at(path, "rackUnit"), message, hint);
  }
  if (isWrong(rackUnits)) {
    const message = `${rackUnits} is not a height from 1 to ${highest}`;
    const hint = "give the height of the machine in units, or leave rackUnits out for 1";
    report.error("INVENTORY_RACK_UNIT", at(path, "rackUnits"), message, hint);
  }
  return !isWrong(rackUnit) && !isWrong(rackUnits);
}
