export { awsCatalogue } from "../hardware/aws.js";
export { azureCatalogue } from "../hardware/azure.js";
export { gcpCatalogue } from "../hardware/gcp.js";
export {
  Architecture,
  applyOverrides,
  type Catalogue,
  type CpuOverrides,
  checkArchitectures,
  checkBoot,
  checkHardware,
  checkType,
  defineProfile,
  floor,
  type HardwareOptions,
  type HardwareProfile,
  lookUpType,
  type MachineFacts,
  nearestTypes,
  type ProfileSpec,
  pickType,
  standardProfile,
  type TypeFacts,
  type TypeOptions,
  type TypeWish,
} from "../hardware/index.js";
export { formatIssue, type Issue, Report } from "../report/index.js";
