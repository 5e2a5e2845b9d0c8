import { setTimeout as sleep } from "node:timers/promises";
import { refuse, type Subject } from "./judge.js";

/** Something on the way broke, and may work in a while. */
export class Interrupted extends Error {}

/** How long to wait after the first, second … attempt in a row that brought nothing. */
export type Pauses = readonly number[];

/** As long as a switch or a server takes that starts again. */
export const usualPauses: Pauses = Object.freeze([500, 1000, 2000, 4000]);

/**
 * Makes attempts until one comes through. Each that broke after it brought something (`progress`
 * grew) starts the count anew. Ends in ASSET_UNREACHABLE with the last reason.
 */
export async function persist<T>(
  attempt: () => Promise<T>,
  subject: Subject,
  pauses: Pauses,
  progress: () => Promise<number> = async () => 0,
): Promise<T> {
  let had = await progress();
  for (let failures = 0; ; ) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      const has = await progress();
      failures = has > had ? 1 : failures + 1;
      had = has;
      if (failures > pauses.length) throw refuse(error.message, subject);
      await sleep(pauses[failures - 1]);
    }
  }
}
