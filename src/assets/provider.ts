import { resolve } from "node:path";
import { find, remove } from "../provider/index.js";
import { type Digests, type Mirror, mirror, newestVersion, pathsOf } from "./mirror.js";

/** What the engine hands in. */
interface Inputs extends Mirror {
  readonly channel: string;
  /** Exact version; without one the newest of the channel. */
  readonly version?: string;
  /** Whether a newer release of the channel is taken. */
  readonly follow: boolean;
}

/** What the engine keeps. */
interface State {
  readonly directory: string;
  readonly channel: string;
  readonly release: string;
  readonly digests: Digests;
}

/** The release that has to be there: the exact one, else the one that is there, else the newest. */
async function releaseOf(inputs: Inputs, state?: State): Promise<string> {
  if (inputs.version !== undefined) return inputs.version;
  if (state && !inputs.follow && state.channel === inputs.channel) return state.release;
  return newestVersion(inputs);
}

async function copy(inputs: Inputs, release: string): Promise<State> {
  const { directory, channel } = inputs;
  return { directory, channel, release, digests: await mirror(inputs, release) };
}

/**
 * Life cycle of a copy of a release. The engine calls it by way of the few lines of
 * `baremetal/boot-assets.ts`, which are all that the state holds of it.
 */
export const assetsProvider = {
  /**
   * Another release is a replacement: the new files come first, then machines turn to them, then the
   * old ones go.
   */
  async diff(_id: string, state: State, inputs: Inputs) {
    const moved = resolve(inputs.directory) !== resolve(state.directory);
    const release = await releaseOf(inputs, state);
    const replaces = [
      ...(moved ? ["directory"] : []),
      ...(release === state.release ? [] : ["version"]),
    ];
    const paths = pathsOf(inputs, release).sort();
    const same = paths.join() === Object.keys(state.digests).sort().join();
    return {
      changes: replaces.length > 0 || !same || inputs.channel !== state.channel,
      replaces,
      deleteBeforeReplace: false,
    };
  },

  async create(inputs: Inputs) {
    const release = await releaseOf(inputs);
    return { id: release, outs: await copy(inputs, release) };
  },

  async update(_id: string, state: State, inputs: Inputs) {
    const outs = await copy(inputs, state.release);
    for (const path of Object.keys(state.digests)) {
      if (!(path in outs.digests)) await remove(state.directory, path);
    }
    return { outs };
  },

  /** Forgets what was deleted or edited, so that the next update brings it again. */
  async read(id: string, state: State) {
    const digests: Digests = {};
    for (const [path, sha512] of Object.entries(state.digests)) {
      if ((await find(state.directory, path))?.sha512 === sha512) digests[path] = sha512;
    }
    const gone = Object.keys(digests).length === 0;
    return { id: gone ? "" : id, props: gone ? {} : { ...state, digests } };
  },

  async delete(_id: string, state: State) {
    for (const path of Object.keys(state.digests)) await remove(state.directory, path);
  },
};
