import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { networkInterfaces } from "node:os";
import { bootFiles } from "../pxe/index.js";
import { type Attempt, Failure, type Pace, persist } from "../redfish/index.js";
import { Report } from "../report/index.js";
import { type InstallerVisit, isOutcome, printable } from "./installing.js";
import { type Expected, whyRefused } from "./reports.js";
import { type Found, findFile, sendFile } from "./serve.js";

/** Something that happened to a machine that is waited for. */
export type Visit =
  | { readonly kind: "ready" }
  | InstallerVisit
  | { readonly kind: "refused"; readonly from: string; readonly why: string }
  | { readonly kind: "fetched"; readonly path: string; readonly what: Found["what"] };

/** A machine that is waited for, by what it may fetch and has to say. */
export interface Guest {
  readonly machine: string;
  readonly macAddresses: readonly string[];
  /** Of the config that it fetches. */
  readonly servedSha512: string;
  /** What it reports; undefined when it does not report. */
  readonly expected?: Expected;
  /** The folder to serve to it, and where. */
  readonly served?: { readonly folder: string; readonly url: string };
  /** Called when something happens; a report is answered once that is seen to. */
  visit(visit: Visit): void | Promise<void>;
}

/** The longest report that is read. */
const longestReport = 4096;

/** Open web servers by host and port. Machines of one boot directory share one. */
const receptions = new Map<string, Reception>();

/**
 * A web server that is open while machines are waited for: it takes their reports, and serves their files where that is
 * wanted.
 */
export class Reception {
  private readonly host: string;
  private readonly server: Server;
  private readonly opened: Promise<void>;
  private readonly guests = new Map<string, Guest>();
  /** Who asked from where, to know whose kernel is loaded. */
  private readonly addresses = new Map<string, string>();

  private constructor(url: URL, pace: Pace, signal: AbortSignal) {
    this.host = url.host;
    this.server = createServer((request, response) => void this.answer(request, response));
    this.opened = this.listen(url, pace, signal);
  }

  /** Opens the servers of some URLs for one more machine; returns what closes them again. Raises PROVISION_LISTEN. */
  static async enter(
    urls: readonly string[],
    guest: Guest,
    pace: Pace,
    signal: AbortSignal,
  ): Promise<() => Promise<void>> {
    const entered: Reception[] = [];
    const leave = async () => {
      for (const reception of entered.splice(0)) await reception.leave(guest);
    };
    try {
      for (const url of urls.map((text) => new URL(text))) {
        const reception = receptions.get(url.host) ?? new Reception(url, pace, signal);
        receptions.set(url.host, reception);
        reception.guests.set(guest.machine, guest);
        if (!entered.includes(reception)) entered.push(reception);
        await reception.opened;
      }
    } catch (failure) {
      await leave();
      throw failure;
    }
    return leave;
  }

  private async leave(guest: Guest): Promise<void> {
    if (this.guests.get(guest.machine) === guest) this.guests.delete(guest.machine);
    if (this.guests.size > 0 || receptions.get(this.host) !== this) return;
    receptions.delete(this.host);
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async listen(url: URL, pace: Pace, signal: AbortSignal): Promise<void> {
    const host = url.hostname.replace(/^\[|\]$/g, "");
    const port = Number(url.port || 80);
    const own = Object.values(networkInterfaces()).flat();
    // A name, or an address that is translated on the way, is nothing to listen on.
    const at = own.some((each) => each?.address === host) ? host : undefined;
    await persist(pace, pace.firstContact, signal, async (): Promise<Attempt<void>> => {
      const error = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
        this.server.once("error", done).once("listening", done);
        this.server.listen({ port, host: at });
      });
      this.server.removeAllListeners("error").removeAllListeners("listening");
      if (!error) return { done: undefined };
      // The server of a run that was killed a moment ago may still be there.
      return { failure: new Failure(cannotListen(url.host, error.code)), again: true };
    });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
      const path = decodeURIComponent(pathname);
      if (request.method === "POST") {
        const [status, text] = await this.hear(path, searchParams, request);
        response.writeHead(status, { "Content-Type": "text/plain" }).end(`${text}\n`);
      } else await this.serve(path, request, response);
    } catch {
      if (response.headersSent) response.destroy();
      else response.writeHead(400).end();
    }
  }

  private async hear(
    path: string,
    query: URLSearchParams,
    request: IncomingMessage,
  ): Promise<[status: number, text: string]> {
    const guest = this.guests.get(/\/phone-home\/([^/]+)$/.exec(path)?.[1] ?? "");
    if (!guest?.expected) return [404, "nobody waits for this machine"];
    const said: unknown = JSON.parse(await read(request));
    const [generation, token] = ["generation", "token"].map((key) =>
      typeof said === "object" && said !== null ? Reflect.get(said, key) : undefined,
    );
    const from = addressOf(request);
    const configSha512 = query.get("config");
    const outcome = query.get("outcome");
    const { expected } = guest;
    const why = whyRefused({ generation, token, configSha512 }, expected);
    // An installer tells which config it found; that it is the machine's is proven by the rest.
    const itself = { ...expected, configSha512 };
    if (isOutcome(outcome) && !whyRefused({ generation, token, configSha512 }, itself)) {
      const other = why !== undefined && outcome === "installed";
      const said = printable(query.get("said") ?? "");
      await guest.visit({ kind: "installer", outcome: other ? "other" : outcome, said });
    } else
      await guest.visit(why === undefined ? { kind: "ready" } : { kind: "refused", from, why });
    return why === undefined ? [200, "accepted"] : [403, `not accepted: ${why}`];
  }

  private async serve(
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const from = addressOf(request);
    const guests = [...this.guests.values()].filter(
      (guest) => pathBelow(guest, path) !== undefined,
    );
    const owner = guests.find((guest) => owns(guest, pathBelow(guest, path)));
    if (owner) this.addresses.set(from, owner.machine);
    const host = owner ?? guests.find(({ machine }) => machine === this.addresses.get(from));
    const guest = host ?? guests[0];
    const place = guest && pathBelow(guest, path);
    const isConfig = place?.startsWith("ignition/");
    // A config is served only while its machine is waited for.
    const open = isConfig
      ? owner !== undefined
      : !/^(?:manifest|dnsmasq)(?:\/|$)/.test(place ?? "");
    if (!guest?.served || !place || !open || !/^(?:GET|HEAD)$/.test(request.method ?? "")) {
      response.writeHead(404).end();
      return;
    }
    const sha512 = isConfig ? guest.servedSha512 : undefined;
    const found = await findFile(guest.served.folder, place, sha512);
    const visit: Visit = { kind: "fetched", path: place, what: found.what };
    // Small ones are there at once; a kernel is there when all of it was sent.
    if (owner) await owner.visit(visit);
    await sendFile(found, request, response);
    if (!owner) await host?.visit(visit);
  }
}

/** A path below the address at which a guest's folder is served. */
function pathBelow({ served }: Guest, path: string): string | undefined {
  if (!served) return undefined;
  const base = `${new URL(served.url).pathname.replace(/\/+$/, "")}/`;
  return path.startsWith(base) ? path.slice(base.length) : undefined;
}

/** Whether a file is of one machine. */
function owns({ machine, macAddresses }: Guest, place: string | undefined): boolean {
  const scripts = macAddresses.flatMap((mac) => [bootFiles.ipxe(mac), bootFiles.grub(mac)]);
  return place !== undefined && [bootFiles.ignition(machine), ...scripts].includes(place);
}

function addressOf({ socket }: IncomingMessage): string {
  return (socket.remoteAddress ?? "an unknown address").replace(/^::ffff:/, "");
}

async function read(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request) {
    text += part;
    if (text.length > longestReport) throw new Error("the report is too long");
  }
  return text;
}

/** Raises PROVISION_LISTEN for a port that cannot be opened. */
export function cannotListen(place: string, code: string | undefined): Report {
  const report = new Report();
  report.error(
    "PROVISION_LISTEN",
    ["phoneHomeUrl"],
    `pulumi up cannot open ${place} to hear from machines (${code ?? "unknown reason"})`,
    code === "EADDRINUSE"
      ? "end what listens there, or name another port; a directory that another web server serves is without serve"
      : "name a port above 1023 and an address of the computer that runs pulumi",
  );
  return report;
}
