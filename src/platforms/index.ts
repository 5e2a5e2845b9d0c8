import { baremetal } from "./baremetal.js";
import type { Platform } from "./platform.js";

export type { Platform } from "./platform.js";

/** The sheet of every place. */
export const platforms = Object.freeze({ baremetal }) satisfies Readonly<Record<string, Platform>>;
