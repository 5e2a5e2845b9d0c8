/** What a program needs of this room: the rest is loaded where machines are provisioned. */
export {
  checkDirectoryWords,
  checkProvision,
  type DirectoryWords,
  type ProvisionWords,
  readinessOf,
} from "./check.js";
export { type Done, Readiness, type Wanted } from "./wanted.js";
