export { Failure } from "./failure.js";
export { fileSetProvider } from "./file-set.js";
export { find, inside, isMissing, put, remove, write } from "./file-store.js";
export { showProgress } from "./progress.js";
export { describeWanted, type Store } from "./store.js";
