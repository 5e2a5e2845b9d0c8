export { checkPlainSecrets } from "./boot-rules/index.js";
export {
  type Composed,
  type ComposeOptions,
  compose,
  composeIgnition,
  type Source,
} from "./compose.js";
export { OnConflict } from "./conflict.js";
export type {
  FileEntry,
  FilesystemEntry,
  Fragment,
  LuksEntry,
  SystemdUnit,
} from "./fragment.js";
