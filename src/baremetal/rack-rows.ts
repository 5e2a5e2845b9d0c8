import { readFileSync } from "node:fs";
import { type Inventory, readInventory } from "../inventory/index.js";
import { Report } from "../report/index.js";
import type { BareMetalRackArgs, RackMachineArgs } from "./rack-args.js";

/** The machines of a rack, and how far they can be told. Paths begin with the index of a machine. */
export interface Rows extends Omit<Inventory, "machines"> {
  readonly machines: readonly RackMachineArgs[];
  /** The arg that they come from. */
  readonly source: "machines" | "inventoryFile";
}

/** The machines that the args list, or those of the file that they name. */
export function rowsOf({ machines, inventoryFile }: BareMetalRackArgs): Rows {
  if (inventoryFile === undefined) return listed(machines ?? []);
  const rows: Rows = { ...readFile(inventoryFile), source: "inventoryFile" };
  if (machines !== undefined) {
    rows.report.error(
      "INVENTORY_FILE",
      [],
      "there is a file with machines, and a list of machines as well",
      "put all machines into one of the two; what one machine has more goes into machineFragments",
    );
  }
  return rows;
}

function listed(machines: readonly RackMachineArgs[]): Rows {
  const report = new Report();
  if (machines.length === 0) {
    report.error(
      "INVENTORY_EMPTY",
      [],
      "the rack has no machine",
      "give machines or an inventoryFile; to remove all machines, remove the rack",
    );
  }
  const positionOf = () => undefined;
  return { machines, source: "machines", complete: true, unread: [], report, positionOf };
}

function readFile(path: string): Inventory {
  try {
    return readInventory(path, readFileSync(path));
  } catch (error) {
    const report = new Report();
    const { code } = error as NodeJS.ErrnoException;
    report.error(
      "INVENTORY_FILE",
      [],
      `${path} cannot be read: ${code}`,
      "name a file that can be read; a relative path is taken from the folder of the program",
    );
    return { machines: [], complete: false, unread: [], report, positionOf: () => undefined };
  }
}
