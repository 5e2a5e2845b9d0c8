import { isPacked, unpackFiles, type WantedFiles } from "./packed-files.js";
import { describeWanted, type FoundFile, type Store, type WantedFile } from "./store.js";

/** A kind of place that sets of files are kept in, and the property that names one of them. */
export interface Place<P, Name extends string> {
  readonly property: Name;
  open(place: P): Store;
  /** Whether this is another place, to which the files have to move. */
  isElsewhere(old: P, wanted: P): boolean;
  /** Whether the way to the same place is another one, which has to be remembered. */
  isReachedAnew?(old: P, wanted: P): boolean;
}

/** What the engine hands in; `packed` is what `packFiles` made, or a fixed text in a preview that does not know it. */
type Inputs<P, Name extends string> = Record<Name, P> & { packed: string };

/** What the engine keeps: digests, no contents. */
type State<P, Name extends string> = Record<Name, P> & { files: Record<string, FoundFile> };

function same(a: FoundFile, b: FoundFile): boolean {
  return a.sha512 === b.sha512 && a.mode === b.mode;
}

/** Whether what is kept and what is wanted are the same files with the same contents. */
function differs(kept: Record<string, FoundFile>, wanted: WantedFiles): boolean {
  const paths = Object.keys(wanted);
  if (paths.length !== Object.keys(kept).length) return true;
  return paths.some((path) => {
    const [file, known] = [wanted[path], kept[path]];
    return !file || !known || !same(describeWanted(file), known);
  });
}

/** Paths in the order to write them in. */
function inOrder(store: Store, paths: readonly string[]): string[] {
  const rank = (path: string): number => store.rank?.(path) ?? 0;
  return [...paths].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** Makes the store hold the files, and none of the old ones that are not among them. */
async function writeAll(
  store: Store,
  files: WantedFiles,
  old: Record<string, FoundFile> = {},
): Promise<Record<string, FoundFile>> {
  await store.prepare?.(files);
  const written: Record<string, FoundFile> = {};
  for (const path of inOrder(store, Object.keys(files))) {
    const file = files[path] as WantedFile;
    const wanted = describeWanted(file);
    const found = await store.find(path);
    if (!found || !same(found, wanted)) await store.write(path, file);
    written[path] = wanted;
  }
  const gone = Object.keys(old).filter((path) => !(path in files));
  for (const path of inOrder(store, gone).reverse()) await store.remove(path);
  return written;
}

/**
 * Life cycle of a set of files in one place. The engine calls it by way of a few lines in the state
 * that load the code from the installed package.
 */
export function fileSetProvider<P, Name extends string>(place: Place<P, Name>) {
  const { property } = place;
  const open = (props: Record<Name, P>): Store => place.open(props[property]);
  const state = (props: Record<Name, P>, files: Record<string, FoundFile>) => ({
    [property]: props[property],
    files,
  });
  return {
    async diff(_id: string, old: State<P, Name>, inputs: Inputs<P, Name>) {
      const moved = place.isElsewhere(old[property], inputs[property]);
      const anew = place.isReachedAnew?.(old[property], inputs[property]) ?? false;
      return {
        changes:
          moved ||
          anew ||
          !isPacked(inputs.packed) ||
          differs(old.files, unpackFiles(inputs.packed)),
        replaces: moved ? [property] : [],
        deleteBeforeReplace: false,
      };
    },

    async create(inputs: Inputs<P, Name>) {
      const files = await writeAll(open(inputs), unpackFiles(inputs.packed));
      return { id: Object.keys(files).sort()[0] ?? "empty", outs: state(inputs, files) };
    },

    async update(_id: string, old: State<P, Name>, inputs: Inputs<P, Name>) {
      const files = await writeAll(open(inputs), unpackFiles(inputs.packed), old.files);
      return { outs: state(inputs, files) };
    },

    /** What is there now, so that the next update mends what somebody deleted or edited. */
    async read(id: string, old: State<P, Name>) {
      const store = open(old);
      const files: Record<string, FoundFile> = {};
      for (const path of Object.keys(old.files)) {
        const found = await store.find(path);
        if (found) files[path] = found;
      }
      const gone = Object.keys(files).length === 0;
      return { id: gone ? "" : id, props: gone ? {} : state(old, files) };
    },

    async delete(_id: string, old: State<P, Name>) {
      await writeAll(open(old), {}, old.files);
    },
  };
}
