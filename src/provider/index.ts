export { endIfWrong, Failure } from "./failure.js";
export {
  describeWanted,
  type FoundFile,
  find,
  inside,
  isMissing,
  put,
  remove,
  type WantedFile,
  write,
} from "./file-store.js";
export { showProgress } from "./progress.js";
