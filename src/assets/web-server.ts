import { Failure } from "../provider/index.js";
import { Interrupted } from "./attempts.js";
import { refuse, type Subject } from "./judge.js";
import type { Part, Source } from "./source.js";

/** No byte for this long is a broken connection. */
const silenceMs = 30_000;

/** A release server. Redirects are followed: Flatcar's moved behind a CDN (flatcar/Flatcar#1942). */
export function webServer(base: string): Source {
  return { placeOf: (path) => `${base}/${path}`, open };
}

async function open(subject: Subject, from = 0, validator?: string): Promise<Part> {
  const silence = new AbortController();
  const watch = setTimeout(() => silence.abort(new Error("it fell silent")), silenceMs);
  try {
    const { status, headers, body } = await fetch(subject.place, {
      signal: silence.signal,
      headers: {
        "accept-encoding": "identity",
        ...(from > 0 && { range: `bytes=${from}-` }),
        ...(from > 0 && validator !== undefined && { "if-range": validator }),
      },
    });
    if (status !== 200 && status !== 206) await body?.cancel();
    // All of it is here already.
    if (status === 416) return { bytes: watched(nothing(), watch), from, total: from };
    if (status === 408 || status === 429 || status >= 500) {
      throw new Interrupted(`the answer is HTTP status ${status}`);
    }
    if (status !== 200 && status !== 206) throw refuse(status, subject);
    const start = status === 206 ? from : 0;
    const length = headers.get("content-length");
    return {
      bytes: watched(body ?? nothing(), watch),
      from: start,
      ...(length !== null && { total: start + Number(length) }),
      validator: headers.get("etag") ?? headers.get("last-modified") ?? undefined,
    };
  } catch (error) {
    clearTimeout(watch);
    throw interruption(error);
  }
}

/** The bytes, with the watch set anew at each of them. */
async function* watched(bytes: AsyncIterable<Uint8Array>, watch: NodeJS.Timeout) {
  try {
    for await (const chunk of bytes) {
      watch.refresh();
      yield chunk;
    }
  } catch (error) {
    throw interruption(error);
  } finally {
    clearTimeout(watch);
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** What broke a connection, by the innermost reason; a verdict stays what it is. */
function interruption(error: unknown): Error {
  if (error instanceof Interrupted || error instanceof Failure) return error;
  let cause = error as Partial<NodeJS.ErrnoException>;
  while (cause.cause) cause = cause.cause as Partial<NodeJS.ErrnoException>;
  return new Interrupted(cause.message || cause.code || "the connection broke");
}
