import { type Placed, unitsOf } from "./placement.js";

/** A machine with what is written on its front. */
export interface Front extends Placed {
  readonly name: string;
  readonly label: string;
}

/**
 * The racks as somebody in front of them sees them, by name, the highest unit first. Empty units in
 * between are one line; machines without a unit are listed below.
 */
export function drawRacks(machines: readonly Front[]): string {
  const racks = [...new Set(machines.map(({ rackName = "" }) => rackName))].sort();
  return racks
    .map((rack) =>
      drawRack(
        rack,
        machines.filter(({ rackName = "" }) => rackName === rack),
      ),
    )
    .join("\n");
}

function drawRack(rack: string, machines: readonly Front[]): string {
  const rows = rowsOf(machines);
  const width = Math.max(...rows.map(([, text]) => text.length), rack.length - 2, 0);
  const line = (left: string, cross: string, right: string) =>
    `${left}${"─".repeat(4)}${cross}${"─".repeat(width + 2)}${right}`;
  const drawn = rows.map(([unit, text]) => `│ ${unit.padStart(2)} │ ${text.padEnd(width)} │`);
  const elsewhere = machines.filter(({ rackUnit }) => rackUnit === undefined);
  return [
    ...(rack === "" ? [] : [rack]),
    ...(drawn.length > 0 ? [line("┌", "┬", "┐"), ...drawn, line("└", "┴", "┘")] : []),
    ...elsewhere.map(({ name, label }) => `  ${name}  ${label}`),
    "",
  ].join("\n");
}

/** Units and what is in them, from the top. */
function rowsOf(machines: readonly Front[]): [unit: string, text: string][] {
  const inUnit = new Map<number, string>();
  for (const machine of machines) {
    const units = unitsOf(machine);
    for (const unit of units) inUnit.set(unit, "┆");
    const top = units.at(-1);
    if (top !== undefined) inUnit.set(top, `${machine.name}  ${machine.label}`);
  }
  const units = [...inUnit.keys()].sort((a, b) => b - a);
  return units.flatMap((unit, index): [string, string][] => {
    const row: [string, string] = [`${unit}`, inUnit.get(unit) ?? ""];
    const above = units[index - 1];
    return above === undefined || above === unit + 1 ? [row] : [["⋮", ""], row];
  });
}
