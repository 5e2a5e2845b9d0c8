export { drawRacks } from "./drawing.js";
export type { Inventory } from "./inventory.js";
export { checkPlacement } from "./placement.js";
export { readInventory } from "./read.js";
export { textTable } from "./text-table.js";
