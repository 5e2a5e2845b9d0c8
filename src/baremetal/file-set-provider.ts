import { resolve } from "node:path";
import { fileSetProvider as filesIn, find, remove, write } from "../provider/index.js";

/** Life cycle of a set of files in one directory, as `file-set.ts` leads to it. */
export const fileSetProvider = filesIn({
  property: "directory",
  open: (directory: string) => ({
    find: (path) => find(directory, path),
    write: (path, file) => write(directory, path, file),
    remove: (path) => remove(directory, path),
  }),
  isElsewhere: (old, wanted) => resolve(String(wanted)) !== resolve(old),
});
