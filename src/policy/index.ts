export type { Exemption } from "./exemptions.js";
export { judge, type Subject, type Verdict } from "./judge.js";
export {
  createPolicyPack,
  type LevelName,
  type PolicyPackOptions,
  pulumiPolicies,
} from "./pack.js";
export { type PolicyName, policies } from "./policies/index.js";
export type { FlatcarPolicy } from "./policy.js";
export { readTypes } from "./readers/index.js";
export {
  type DeclaredType,
  defaultSettings,
  type PolicySettings,
  readSettings,
} from "./settings.js";
