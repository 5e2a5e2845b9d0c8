import { resolve } from "node:path";
import { Failure as Ended } from "../provider/index.js";
import {
  clearMark,
  type Done,
  decide,
  interruptible,
  keepsOldConfig,
  kept,
  type Place,
  Places,
  powerOff,
  provision,
  type Wanted,
} from "../provision/index.js";
import { Failure } from "../redfish/index.js";

/** How many machines may start at a time that were not there before: they share a web server and a network. */
const firstStarts = 16;

/** Who may be away, by boot directory, in this run of the engine. */
const running = new Map<string, Places>();
const starting = new Map<string, Places>();

/** Machines that were provisioned in this run, by their BMC. */
const started = new Set<string>();

/** Shown by the engine as it comes, below the stack. */
function say({ machine }: Wanted, text: string): void {
  process.stdout.write(`${machine}: ${text}\n`);
}

function placesOf(table: Map<string, Places>, { directory }: Wanted, count: number): Places {
  const key = resolve(directory);
  const places = table.get(key) ?? new Places(count);
  table.set(key, places);
  return places;
}

function bmcOf({ endpoint, systemId }: Wanted): string | undefined {
  return endpoint && `${endpoint} ${systemId ?? ""}`;
}

/** Provisions a machine when it is its turn; the error says whether the machine was touched. */
async function run(wanted: Wanted, had: Done["phase"], resume: boolean): Promise<Done> {
  const isNew = had === "new";
  const { maxUnavailable } = wanted;
  // Nobody misses a machine that never was there.
  const places = isNew
    ? placesOf(starting, wanted, firstStarts)
    : placesOf(running, wanted, maxUnavailable);
  let touched = false;
  let place: Place | undefined;
  try {
    await interruptible(async (signal) => {
      if (places.full) say(wanted, "waiting for its turn");
      place = await places.take(wanted.machine, signal);
      const touch = () => {
        touched = true;
        started.add(bmcOf(wanted) ?? "");
      };
      await provision(wanted, { signal, resume, touch, say: (text) => say(wanted, text) });
    });
    place?.free();
    return { ...wanted, phase: "ready" };
  } catch (error) {
    if (touched) place?.lose();
    else place?.free();
    throw explain(wanted, error, touched ? (isNew ? "new" : "started") : undefined);
  }
}

/**
 * What the engine prints. With an id it keeps a machine that was touched as one that is not ready, so that the next
 * update goes on with it and a destroy switches it off.
 */
function explain(wanted: Wanted, error: unknown, phase?: Done["phase"]): Error {
  if (!(error instanceof Failure)) throw error;
  const told = new Ended(`BareMetalInstance "${wanted.machine}" is not provisioned`, error.report);
  if (!phase) return told;
  const properties: Done = { ...wanted, phase };
  return Object.assign(told, { id: wanted.machine, properties, reasons: [told.message] });
}

/** What is lost when a machine is installed. */
function lossOf({ mode }: Wanted): string {
  return mode === "installed" ? ", and installed: what its disk holds is lost" : "";
}

/** Life cycle of a machine's way from power off to ready; see FileSet for how the engine gets here. */
export const provisioningProvider = {
  async check(olds: Partial<Done>, news: Wanted) {
    if (olds.machine === undefined) {
      const how = news.endpoint === undefined ? "waited for" : "booted over the network";
      say(news, `will be ${how} for the first time${lossOf(news)}`);
    }
    return { inputs: news };
  },

  async diff(_id: string, had: Done, wanted: Wanted) {
    const { action, why } = decide(had, wanted);
    if (action === "provision") {
      const how = wanted.endpoint === undefined ? "waited for" : "power-cycled";
      const same = had.generation === wanted.generation && had.mode === wanted.mode;
      const loss = same ? "" : lossOf(wanted);
      say(wanted, `will be ${how}: ${why.join(", ")}${loss}`);
    } else if (keepsOldConfig(had, wanted)) {
      say(
        wanted,
        "keeps the config that it was installed with; raise generation to install it anew",
      );
    }
    return { changes: action !== "nothing", replaces: [], deleteBeforeReplace: false };
  },

  async create(wanted: Wanted) {
    return { id: wanted.machine, outs: await run(wanted, "new", true) };
  },

  async update(_id: string, had: Done, wanted: Wanted) {
    if (decide(had, wanted).action !== "provision") return { outs: kept(had, wanted) };
    const sameAgain = had.token === wanted.token && had.configSha512 === wanted.configSha512;
    return { outs: await run(wanted, had.phase, had.phase !== "ready" && sameAgain) };
  },

  async delete(_id: string, had: Done) {
    if (had.mode === "installed") await clearMark(had);
    // A machine under another name that was started a moment ago.
    if (!had.powerOffOnDestroy || started.has(bmcOf(had) ?? "")) return;
    try {
      await interruptible((signal) => powerOff(had, { signal, say: (text) => say(had, text) }));
    } catch (error) {
      throw explain(had, error);
    }
  },
};
