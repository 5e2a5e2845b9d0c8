import { defineCodes } from "./doc.js";

/** Codes of the ignition room. */
export const ignitionCodes = defineCodes({});
