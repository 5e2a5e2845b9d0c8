export { Failure } from "./failure.js";
export { fileSetProvider, type Place } from "./file-set.js";
export { find, inside, isMissing, put, remove, write } from "./file-store.js";
export { showProgress } from "./progress.js";
export { describeWanted, type FoundFile, type Store, type WantedFile } from "./store.js";
