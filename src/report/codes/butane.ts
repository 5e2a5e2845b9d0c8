import { defineCodes } from "./doc.js";

/** Codes of the butane room. */
export const butaneCodes = defineCodes({});
