import { setTimeout as sleep } from "node:timers/promises";

/** How long to wait for what, in milliseconds. BMCs are slow: a minute of silence is nothing unusual. */
export interface Pace {
  /** For the answer to one request. */
  readonly answer: number;
  /** For a BMC that cannot be reached when it is asked for the first time. */
  readonly firstContact: number;
  /** For one that is busy or restarts in the middle of the work. */
  readonly busy: number;
  /** For a machine to be on, or to be off once power is cut. */
  readonly powerState: number;
  /** For a machine to go down and come back by itself, where it cannot be switched off and on. */
  readonly restart: number;
  /** Before a second attempt; every further one waits twice as long as the one before. */
  readonly firstPause: number;
  readonly longestPause: number;
}

export const usualPace: Pace = Object.freeze({
  answer: 30_000,
  firstContact: 5_000,
  busy: 60_000,
  powerState: 120_000,
  restart: 15_000,
  firstPause: 500,
  longestPause: 5_000,
});

/** What came of an attempt: a result, or why there is none yet. */
export type Attempt<T> =
  | { readonly done: T }
  | { readonly failure: Error; readonly again: boolean; readonly pause?: number };

/**
 * Tries until there is a result, with growing pauses between attempts. Throws the last failure when it is final or
 * when `limit` milliseconds have passed.
 */
export async function persist<T>(
  { firstPause, longestPause }: Pace,
  limit: number,
  signal: AbortSignal,
  attempt: () => Promise<Attempt<T>>,
): Promise<T> {
  const end = performance.now() + limit;
  for (let usual = firstPause; ; usual = Math.min(usual * 2, longestPause)) {
    signal.throwIfAborted();
    const outcome = await attempt();
    if ("done" in outcome) return outcome.done;
    const pause = Math.max(usual, outcome.pause ?? 0);
    if (!outcome.again || performance.now() + pause > end) throw outcome.failure;
    await sleep(pause, undefined, { signal });
  }
}
