import { isUtf8 } from "node:buffer";
import { Report } from "../report/index.js";
import { readCsv } from "./csv.js";
import { type Inventory, unreadable } from "./inventory.js";
import { readJsonInventory } from "./json.js";
import { Text } from "./text.js";

/**
 * Reads the machines of a file, by its name a table or JSON. Bytes of any kind are answered by a
 * report: INVENTORY_FILE, INVENTORY_EMPTY, INVENTORY_SYNTAX, INVENTORY_NAME_UNKNOWN,
 * INVENTORY_COLUMN_MISSING, INVENTORY_COLUMN_DUPLICATE, INVENTORY_CELL_STRAY, INVENTORY_VALUE,
 * INVENTORY_VALUE_MISSING and INVENTORY_CREDENTIALS.
 */
export function readInventory(name: string, bytes: Buffer): Inventory {
  const [ending = ""] = /\.\w+$/.exec(name.toLowerCase()) ?? [];
  const read = readers.get(ending);
  if (!read) {
    return refuse(
      "the name of the file does not say what is in it",
      "end it in .csv for a table, or in .json",
    );
  }
  if (!isUtf8(bytes)) {
    return refuse(
      "the file is not UTF-8, so its letters cannot be told",
      "save it as UTF-8; spreadsheets call that CSV UTF-8",
    );
  }
  const inventory = read(new Text(bytes, name));
  if (inventory.complete && inventory.machines.length === 0) {
    inventory.report.error(
      "INVENTORY_EMPTY",
      [],
      "the file holds no machine",
      "add one; to remove all machines, remove the rack from the program",
    );
  }
  return inventory;
}

const readers: ReadonlyMap<string, (text: Text) => Inventory> = new Map([
  [".csv", readCsv],
  [".json", readJsonInventory],
]);

function refuse(message: string, hint: string): Inventory {
  const report = new Report();
  report.error("INVENTORY_FILE", [], message, hint);
  return unreadable(report);
}
