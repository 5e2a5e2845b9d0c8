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
  Contents,
  DirectoryEntry,
  FileEntry,
  FilesystemEntry,
  Fragment,
  LinkEntry,
  LuksEntry,
  NodeEntry,
  SystemdDropin,
  SystemdUnit,
} from "./fragment.js";
export type { Written } from "./part.js";
