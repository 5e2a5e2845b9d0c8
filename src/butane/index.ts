export type { FileSource, LocalNode } from "./local-files.js";
export { mountUnit } from "./mount-units.js";
export { encodeContents } from "./resources.js";
export { type ButaneOptions, type Translation, translateButane } from "./translate.js";
