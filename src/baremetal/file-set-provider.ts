import { resolve } from "node:path";
import { describeWanted, type FoundFile, find, remove, write } from "../provider/index.js";
import type { BootFiles } from "../pxe/index.js";
import { isPacked, unpackFiles } from "./packed-files.js";

/** What the engine hands in. */
interface Inputs {
  directory: string;
  /** What `packFiles` made. */
  packed: string;
}

/** What the engine keeps: digests, no contents. */
interface State {
  directory: string;
  files: Record<string, FoundFile>;
}

/** In a preview, inputs that are not known yet arrive as a fixed text in place of the value. */
function isKnown({ packed }: Inputs): boolean {
  return isPacked(packed);
}

async function writeAll({ directory, packed }: Inputs, old: State["files"] = {}): Promise<State> {
  const files = unpackFiles(packed);
  const written: State["files"] = {};
  for (const [path, file] of Object.entries(files)) {
    const wanted = describeWanted(file);
    const found = await find(directory, path);
    if (!found || !same(found, wanted)) await write(directory, path, file);
    written[path] = wanted;
  }
  for (const path of Object.keys(old)) {
    if (!(path in files)) await remove(directory, path);
  }
  return { directory, files: written };
}

function same(a: FoundFile, b: FoundFile): boolean {
  return a.sha512 === b.sha512 && a.mode === b.mode;
}

/** Whether what is kept and what is wanted are the same files with the same contents. */
function differs(state: State["files"], wanted: BootFiles): boolean {
  const paths = Object.keys(wanted);
  if (paths.length !== Object.keys(state).length) return true;
  return paths.some((path) => {
    const [file, known] = [wanted[path], state[path]];
    return !file || !known || !same(describeWanted(file), known);
  });
}

/**
 * Life cycle of a set of files in one directory. The engine calls it by way of the few lines of
 * `file-set.ts`, which are all that the state holds of it.
 */
export const fileSetProvider = {
  async diff(_id: string, state: State, inputs: Inputs) {
    const moved = resolve(String(inputs.directory)) !== resolve(state.directory);
    return {
      changes: moved || !isKnown(inputs) || differs(state.files, unpackFiles(inputs.packed)),
      replaces: moved ? ["directory"] : [],
      deleteBeforeReplace: false,
    };
  },

  async create(inputs: Inputs) {
    const outs = await writeAll(inputs);
    return { id: Object.keys(outs.files).sort()[0] ?? "empty", outs };
  },

  async update(_id: string, state: State, inputs: Inputs) {
    return { outs: await writeAll(inputs, state.files) };
  },

  /** What is on disk now, so that the next update mends what somebody deleted or edited. */
  async read(id: string, state: State) {
    const files: State["files"] = {};
    for (const path of Object.keys(state.files)) {
      const found = await find(state.directory, path);
      if (found) files[path] = found;
    }
    const gone = Object.keys(files).length === 0;
    return { id: gone ? "" : id, props: gone ? {} : { directory: state.directory, files } };
  },

  async delete(_id: string, state: State) {
    for (const path of Object.keys(state.files)) await remove(state.directory, path);
  },
};
