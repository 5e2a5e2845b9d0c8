export { findPlatform } from "./find.js";
export { installed } from "./installed.js";
export { PlatformName } from "./name.js";
export type { Platform } from "./platform.js";
export { platforms } from "./sheets.js";
