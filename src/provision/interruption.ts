import { subscribe } from "node:diagnostics_channel";
import { fstatSync } from "node:fs";
import { Failure } from "../redfish/index.js";
import { Report } from "../report/index.js";

/**
 * Aborts when Pulumi is interrupted (Ctrl-C) or gone. Pulumi tells its plugins by a remote call that the host of dynamic
 * providers does not pass on, and closes their standard input when it dies; so both are watched here.
 */
const controller = new AbortController();
let watched = false;
let working = 0;

/** Runs work that ends when Pulumi is interrupted. Raises PROVISION_INTERRUPTED. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  watch();
  working++;
  try {
    controller.signal.throwIfAborted();
    return await work(controller.signal);
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    working--;
    leave();
  }
}

/** Set once nobody is there to take a result. */
let abandoned = false;

function watch(): void {
  if (watched) return;
  watched = true;
  // Node emits this from 22.17 on; before that, work ends at its own limits or at the second Ctrl-C.
  subscribe("http2.server.stream.start", (message) => {
    if (pathOf(message) === "/pulumirpc.ResourceProvider/Cancel") interrupt();
  });
  process.on("SIGINT", abandon);
  if (!fstatSync(0).isFIFO()) return;
  process.stdin.on("end", abandon).on("error", abandon).resume().unref();
}

function interrupt(): void {
  if (!controller.signal.aborted) controller.abort(new Failure(interrupted()));
}

function abandon(): void {
  abandoned = true;
  interrupt();
  leave();
}

function leave(): void {
  if (abandoned && working === 0) process.exit(1);
}

function pathOf(message: unknown): unknown {
  if (typeof message !== "object" || message === null || !("headers" in message)) return undefined;
  const { headers } = message;
  return typeof headers === "object" && headers !== null
    ? Reflect.get(headers, ":path")
    : undefined;
}

/** Raises PROVISION_INTERRUPTED. */
export function interrupted(): Report {
  const report = new Report();
  report.error(
    "PROVISION_INTERRUPTED",
    [],
    "interrupted before the machine was ready",
    "run pulumi up again: it goes on where that is possible, and starts the machine anew otherwise",
  );
  return report;
}
