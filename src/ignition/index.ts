export { checkIgnition } from "./check.js";
export type { CheckOptions } from "./checker.js";
export { decodeDataUrl, encodeDataUrl } from "./data-url.js";
export { isMovingDeviceName } from "./device-name.js";
export { type EngineRules, engines, type IgnitionRelease, strictEngine } from "./engines.js";
export { gzip } from "./gzip.js";
export { sha512 } from "./hash.js";
export { readJson } from "./json-value.js";
export { type Merged, mergeIgnition } from "./merge.js";
export type { Origins } from "./origins.js";
export { pathClean } from "./paths.js";
export { type Reading, readIgnition } from "./read.js";
export { renderIgnition } from "./render.js";
export {
  asBag,
  type Bag,
  type Member,
  type ObjectName,
  type ObjectSchema,
  schema,
} from "./schema.js";
export type * from "./spec.js";
export { lexUnit } from "./unit-lexer.js";
export { checkDowngrade, upgradeIgnition } from "./upgrade.js";
export { checkUrl } from "./url.js";
export {
  atLeast,
  defaultSpec,
  flatcarSince,
  isSpecVersion,
  type SpecVersion,
  supportedSpecs,
} from "./versions.js";
