export { type FileSource, type LocalNode, translateButane } from "../butane/index.js";
export {
  type Composed,
  type ComposeOptions,
  composeIgnition,
  type Fragment,
  OnConflict,
} from "../compose/index.js";
export {
  type DeliveryOptions,
  type DeliveryPlan,
  planDelivery,
  pointerConfig,
} from "../delivery/index.js";
export {
  type CheckOptions,
  checkDowngrade,
  checkIgnition,
  engines,
  type IgnitionDocument,
  type IgnitionRelease,
  mergeIgnition,
  readIgnition,
  renderIgnition,
  type SpecVersion,
  upgradeIgnition,
} from "../ignition/index.js";
export { PlatformName } from "../platforms/index.js";
export {
  codes,
  formatIssue,
  formatPath,
  type Issue,
  type IssueCode,
  type Path,
  type Position,
  Report,
} from "../report/index.js";
