import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/** What a server may do wrong with one answer. */
export interface Fault {
  /** Breaks the connection after so many bytes. */
  readonly cutAfter?: number;
  /** Pauses for so many milliseconds in the middle. */
  readonly pauseMs?: number;
  /** Answers with this status and no file. */
  readonly status?: number;
  /** Runs before the answer is made. */
  readonly before?: () => void;
}

/** A release server with ranges and ETags, that can be told to fail. */
export class ReleaseServer {
  /** Every request: path, and the part that was asked for. */
  readonly requests: string[] = [];
  readonly url: string;
  private readonly server: Server;
  private readonly folder: string;
  private readonly faults: Fault[] = [];
  private readonly ranges: boolean;

  private constructor(server: Server, folder: string, ranges: boolean) {
    this.server = server;
    this.folder = folder;
    this.ranges = ranges;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(folder: string, { ranges = true } = {}): Promise<ReleaseServer> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const release = new ReleaseServer(server, folder, ranges);
    server.on("request", (request, response) => release.answer(request, response));
    return release;
  }

  /** The next answers with a file that is no digest go wrong like this, one after the other. */
  failNext(...faults: Fault[]): void {
    this.faults.push(...faults);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? "/";
    const { range, "if-range": ifRange } = request.headers;
    this.requests.push([path, range, ifRange && "if unchanged"].filter(Boolean).join(" "));
    if (path.startsWith("/moved/")) {
      response.writeHead(302, { location: path.slice("/moved".length) }).end();
      return;
    }
    const fault = path.endsWith(".asc") ? undefined : this.faults.shift();
    fault?.before?.();
    const place = join(this.folder, path);
    const status = fault?.status ?? (existsSync(place) ? 200 : 404);
    if (status !== 200) {
      response.writeHead(status).end();
      return;
    }
    const contents = readFileSync(place);
    const etag = `"${createHash("md5").update(contents).digest("hex")}"`;
    const asked = this.ranges ? /^bytes=(\d+)-$/.exec(range ?? "")?.[1] : undefined;
    const from = asked && (ifRange === undefined || ifRange === etag) ? Number(asked) : 0;
    if (from >= contents.length) {
      response.writeHead(416).end();
      return;
    }
    const last = contents.length - 1;
    response.writeHead(from > 0 ? 206 : 200, {
      etag,
      "content-length": contents.length - from,
      ...(from > 0 && { "content-range": `bytes ${from}-${last}/${contents.length}` }),
    });
    if (fault?.pauseMs !== undefined) {
      const middle = Math.ceil((from + contents.length) / 2);
      response.write(contents.subarray(from, middle));
      setTimeout(() => response.end(contents.subarray(middle)), fault.pauseMs);
      return;
    }
    if (fault?.cutAfter === undefined) {
      response.end(contents.subarray(from));
      return;
    }
    response.write(contents.subarray(from, from + fault.cutAfter), () => response.destroy());
  }
}
