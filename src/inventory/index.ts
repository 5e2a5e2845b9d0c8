export { drawRacks, type Front } from "./drawing.js";
export type { Inventory } from "./inventory.js";
export type { InventoryBmc, InventoryMachine } from "./machine.js";
export { checkPlacement, type Placed } from "./placement.js";
export { readInventory } from "./read.js";
export { textTable } from "./text-table.js";
