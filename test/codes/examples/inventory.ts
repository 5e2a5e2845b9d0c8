import type { inventoryCodes } from "../../../src/report/codes/inventory.js";
import { type Example, inventory } from "../example.js";

const header = "name,macAddresses,architecture,vcpus,memoryMib";
const nodeA = "node-a,52:54:00:aa:00:01,x64,8,16384";
const nodeB = "node-b,52:54:00:aa:00:02,x64,8,16384";

/** A table of these lines. */
const table = (...lines: string[]) => ({ text: `${lines.join("\n")}\n` });
const powered = {
  phoneHomeUrl: "http://192.168.1.10:8079",
  bmcCredentials: { default: { username: "admin", password: "canary-4711" } },
};
const right = table(header, nodeA);

export const inventoryExamples = {
  INVENTORY_FILE: inventory(
    { text: Buffer.from(`${header},rackName\n${nodeA},M\u00fcnchen\n`, "latin1") },
    table(`${header},rackName`, `${nodeA},Munich`),
  ),
  INVENTORY_EMPTY: inventory(table(header), right),
  INVENTORY_SYNTAX: inventory(
    table(`${header},rackName`, `${nodeA},the "old" one`),
    table(`${header},rackName`, `${nodeA},"the ""old"" one"`),
  ),
  INVENTORY_NAME_UNKNOWN: inventory(
    table(`${header},hostnme`, `${nodeA},web`),
    table(`${header},hostname`, `${nodeA},web`),
  ),
  INVENTORY_COLUMN_DUPLICATE: inventory(
    table(`${header},macAddresses`, `${nodeA},52:54:00:aa:00:02`),
    table(header, nodeA.replace(",x64", " 52:54:00:aa:00:02,x64")),
  ),
  INVENTORY_COLUMN_MISSING: inventory(
    table(header.replace(",vcpus", ""), nodeA.replace(",8,", ",")),
    right,
  ),
  INVENTORY_CELL_STRAY: inventory(
    table(header, nodeA.replace(",x64", ",52:54:00:aa:00:02,x64")),
    table(header, nodeA.replace(",x64", " 52:54:00:aa:00:02,x64")),
  ),
  INVENTORY_VALUE: inventory(table(header, nodeA.replace("16384", "16 GB")), right),
  INVENTORY_VALUE_MISSING: inventory(table(header, nodeA.replace("x64", "")), right),
  INVENTORY_CREDENTIALS: inventory(table(`${header},bmc.password`, `${nodeA},canary-4711`), right),
  INVENTORY_REFERENCE: inventory(
    { ...table(`${header},roles`, `${nodeA},wroker`), args: { roleFragments: { worker: {} } } },
    { ...table(`${header},roles`, `${nodeA},worker`), args: { roleFragments: { worker: {} } } },
  ),
  INVENTORY_BMC_DUPLICATE: inventory(
    {
      ...table(
        `${header},bmc.endpoint`,
        `${nodeA},https://10.0.0.101`,
        `${nodeB},https://10.0.0.101`,
      ),
      args: { ...powered },
    },
    {
      ...table(
        `${header},bmc.endpoint`,
        `${nodeA},https://10.0.0.101`,
        `${nodeB},https://10.0.0.102`,
      ),
      args: { ...powered },
    },
  ),
  INVENTORY_RACK_UNIT: inventory(
    table(`${header},rackUnit`, `${nodeA},1`, `${nodeB},1`),
    table(`${header},rackUnit`, `${nodeA},1`, `${nodeB},2`),
  ),
} satisfies Record<keyof typeof inventoryCodes, Example>;
