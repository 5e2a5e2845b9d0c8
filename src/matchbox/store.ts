import { describeWanted, Failure, type Store } from "../provider/index.js";
import { type Answer, call, callIfThere, type Endpoint } from "./connection.js";
import { judgeGroups, type Selecting } from "./judge.js";
import { type Method, methods } from "./messages.js";

/** One kind of what Matchbox keeps, by the folder of its file. */
interface Kind {
  /** Its name in a call, from that of its file. */
  key(file: string): object;
  readonly get: Method;
  readonly put: Method;
  readonly remove: Method;
  /** From a text to the message that stores it, and from the message that brings it to the same text. */
  wrap(file: string, contents: string): object;
  unwrap(message: Answer): string;
  /** A group leads to a profile, and that to a config. */
  readonly rank: number;
}

const kinds: Readonly<Record<string, Kind>> = Object.freeze({
  ignition: {
    key: (file) => ({ name: file }),
    get: methods.ignitionGet,
    put: methods.ignitionPut,
    remove: methods.ignitionDelete,
    wrap: (file, contents) => ({ name: file, config: Buffer.from(contents) }),
    unwrap: ({ config }) => Buffer.from(config as Uint8Array).toString("utf8"),
    rank: 0,
  },
  profiles: {
    key: idOf,
    get: methods.profileGet,
    put: methods.profilePut,
    remove: methods.profileDelete,
    wrap: (_, contents) => ({ profile: JSON.parse(contents) }),
    unwrap: ({ profile }) => JSON.stringify(profile),
    rank: 1,
  },
  groups: {
    key: idOf,
    get: methods.groupGet,
    put: methods.groupPut,
    remove: methods.groupDelete,
    wrap: (_, contents) => ({ group: JSON.parse(contents) }),
    unwrap: ({ group }) => JSON.stringify(group),
    rank: 2,
  },
});

function idOf(file: string): { id: string } {
  return { id: file.replace(/\.json$/, "") };
}

function split(path: string): { kind: Kind; file: string } {
  const [folder = "", file = ""] = path.split("/");
  const kind = kinds[folder];
  if (!kind) throw new Error(`Matchbox keeps nothing in ${folder}`);
  return { kind, file };
}

/** Matchbox as a store of files, by the paths that they have below its data folder. */
export function matchboxStore(at: Endpoint): Store {
  return {
    async find(path) {
      const { kind, file } = split(path);
      const message = await callIfThere(at, kind.get, kind.key(file));
      return message && describeWanted({ contents: kind.unwrap(message), mode: 0 });
    },

    async write(path, { contents }) {
      const { kind, file } = split(path);
      await call(at, kind.put, kind.wrap(file, contents));
    },

    async remove(path) {
      const { kind, file } = split(path);
      await callIfThere(at, kind.remove, kind.key(file));
    },

    async prepare(files) {
      const ours = Object.entries(files)
        .filter(([path]) => split(path).kind === kinds.groups)
        .map(([, { contents }]): Selecting => JSON.parse(contents));
      if (ours.length === 0) return;
      // One that is new has no folder for groups.
      const { groups = [] } = (await callIfThere(at, methods.groupList, {})) ?? {};
      const report = judgeGroups(ours, groups as Selecting[]);
      if (report.hasErrors) throw new Failure("the machine's cards are taken", report);
    },

    rank: (path) => split(path).kind.rank,
  };
}
