import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Identity } from "./certificates.js";

/** How a BMC of the tests is, where it is not as the standard wants it. */
export interface FakeBmcOptions {
  readonly identity?: Identity;
  /** Names of its systems. Defaults to one. */
  readonly systems?: readonly string[];
  readonly manufacturer?: string;
  /** Whether it has sessions. Defaults to true. */
  readonly sessions?: boolean;
  readonly powerState?: "On" | "Off";
  readonly resetTypes?: readonly string[] | "unlisted" | "in an ActionInfo";
  /** For how long it can override the boot source. Defaults to once or continuously, and says so. */
  readonly durations?: readonly string[] | "unlisted" | "always continuously";
  readonly targets?: readonly string[];
  /** The boot source before anything is changed. */
  readonly boot?: { readonly enabled: string; readonly target: string };
  /** Which entity tag a change has to carry. */
  readonly etag?: { readonly shown?: string; readonly taken: string };
  /** Keeps the boot source in a resource of its own, as AMI does. */
  readonly settings?: boolean;
  /** Replies to the first so many requests of a kind. */
  readonly first?: {
    times: number;
    readonly of: RegExp;
    readonly status: number;
    message?: string;
  };
  /** Never gets to another power state, or only by force. */
  readonly stuck?: "always" | "without force";
  /** Milliseconds before each answer. */
  readonly slow?: number;
  /** Called with the number of each request, before it is answered. */
  readonly onRequest?: (count: number) => void;
  /** What the machine does when it gets power. */
  readonly onStart?: (system: string, target: string) => void;
}

const password = "canary-password";
const root = "/redfish/v1";

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: {
    readonly UserName?: string;
    readonly Password?: string;
    readonly ResetType?: string;
    readonly Boot?: Readonly<Record<string, string | undefined>>;
  };
}

interface Answer {
  readonly status: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A Redfish service with a user "admin" in front of machines that are nothing but a power state and a boot source. */
export class FakeBmc {
  /** Every request: method and path. */
  readonly requests: string[] = [];
  /** Every change of the boot source and every reset, in order. */
  readonly changes: string[] = [];
  /** Sessions that were opened and not closed. */
  readonly sessions = new Set<string>();
  private readonly options: FakeBmcOptions;
  private readonly server: Server;
  private readonly power = new Map<string, string>();
  private readonly boot = new Map<string, { enabled: string; target: string; mode: string }>();
  private tokens = 0;
  private delayed: number;

  constructor(options: FakeBmcOptions = {}) {
    this.options = options;
    this.delayed = options.first?.times ?? 0;
    const answer = (request: IncomingMessage, response: ServerResponse) =>
      void this.answer(request, response);
    this.server = options.identity
      ? createSecureServer(options.identity, answer)
      : createServer(answer);
    for (const system of this.systems) {
      this.power.set(system, options.powerState ?? "Off");
      this.boot.set(system, { enabled: "Disabled", target: "None", mode: "UEFI", ...options.boot });
    }
  }

  static async start(options: FakeBmcOptions = {}): Promise<FakeBmc> {
    const bmc = new FakeBmc(options);
    await new Promise<void>((done) => bmc.server.listen(0, "127.0.0.1", done));
    return bmc;
  }

  /** How to reach it and log in. */
  get access() {
    const { port } = this.server.address() as AddressInfo;
    const plain = this.options.identity === undefined;
    const endpoint = `${plain ? "http" : "https"}://127.0.0.1:${port}`;
    return { endpoint, username: "admin", password, insecure: plain };
  }

  powerOf(system = "1"): string | undefined {
    return this.power.get(system);
  }

  bootOf(system = "1") {
    return this.boot.get(system);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private get systems(): readonly string[] {
    return this.options.systems ?? ["1"];
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = "";
    for await (const part of request) text += part;
    const { method = "", url = "", headers } = request;
    this.requests.push(`${method} ${url}`);
    this.options.onRequest?.(this.requests.length);
    if (this.options.slow) await sleep(this.options.slow);
    const asked = { method, path: url.replace(/\/$/, ""), headers, body: text && JSON.parse(text) };
    const answer = this.putOff(asked) ?? this.route(asked);
    response.writeHead(answer.status, { "Content-Type": "application/json", ...answer.headers });
    response.end(answer.body && JSON.stringify(answer.body));
  }

  private putOff({ method, path }: Asked): Answer | undefined {
    const { first } = this.options;
    if (!first?.of.test(`${method} ${path}`) || this.delayed === 0) return undefined;
    this.delayed--;
    return first.message ? refuse(first.status, first.message) : { status: first.status };
  }

  private route(asked: Asked): Answer {
    const { method, path, headers } = asked;
    const { sessions = true } = this.options;
    if (path === root) {
      const links = sessions ? { Links: { Sessions: link("/SessionService/Sessions") } } : {};
      const body = { RedfishVersion: "1.6.0", Systems: link("/Systems"), ...links };
      return { status: 200, body };
    }
    if (sessions && `${method} ${path}` === `POST ${root}/SessionService/Sessions`) {
      return this.logIn(asked);
    }
    if (!this.knows(headers)) return refuse(401, "Base.1.8.NoValidSession");
    if (method === "DELETE") return { status: this.sessions.delete(path) ? 204 : 404 };
    if (path === `${root}/Systems`) {
      const body = { Members: this.systems.map((system) => link(`/Systems/${system}`)) };
      return { status: 200, body };
    }
    const [, system = "", rest = ""] = /^\/redfish\/v1\/Systems\/([^/]+)(.*)$/.exec(path) ?? [];
    if (!this.power.has(system)) return refuse(404, "Base.1.8.ResourceMissingAtURI");
    return this.routeSystem(system, rest, asked);
  }

  private routeSystem(system: string, rest: string, asked: Asked): Answer {
    const { method, body } = asked;
    const { etag, settings } = this.options;
    const { enabled, target, mode } = this.boot.get(system) ?? {};
    const Boot = {
      BootSourceOverrideEnabled: enabled,
      BootSourceOverrideTarget: target,
      BootSourceOverrideMode: mode,
    };
    if (method === "PATCH") return this.patch(system, rest, asked);
    switch (`${method} ${rest}`) {
      case "GET ":
        return {
          status: 200,
          body: this.describe(system, Boot),
          headers: etag?.shown ? { ETag: etag.shown } : {},
        };
      case "GET /SD":
        return settings ? { status: 200, body: { Boot } } : { status: 404 };
      case "GET /ResetActionInfo": {
        const AllowableValues = ["On", "ForceOff"];
        return { status: 200, body: { Parameters: [{ Name: "ResetType", AllowableValues }] } };
      }
      case "POST /Actions/ComputerSystem.Reset":
        return this.reset(system, String(body.ResetType));
      default:
        return { status: 404 };
    }
  }

  private logIn({ body }: Asked): Answer {
    if (body.UserName !== "admin" || body.Password !== password) {
      return refuse(401, "Base.1.8.ResourceAtUriUnauthorized");
    }
    const place = `${root}/SessionService/Sessions/${++this.tokens}`;
    this.sessions.add(place);
    const headers = { "X-Auth-Token": `token-${this.tokens}`, Location: place };
    return { status: 201, body: { "@odata.id": place }, headers };
  }

  private knows({ "x-auth-token": token, authorization }: IncomingMessage["headers"]): boolean {
    return token
      ? this.sessions.has(`${root}/SessionService/Sessions/${String(token).slice(6)}`)
      : authorization === `Basic ${Buffer.from(`admin:${password}`).toString("base64")}`;
  }

  private describe(system: string, boot: object): object {
    const { resetTypes = ["On", "ForceOff", "GracefulShutdown", "ForceRestart"] } = this.options;
    const { durations = ["Disabled", "Once", "Continuous"], targets, settings } = this.options;
    const listed = Array.isArray(resetTypes) && { "ResetType@Redfish.AllowableValues": resetTypes };
    const info = resetTypes === "in an ActionInfo" && {
      "@Redfish.ActionInfo": `${root}/Systems/${system}/ResetActionInfo`,
    };
    const target = `${root}/Systems/${system}/Actions/ComputerSystem.Reset`;
    return {
      Id: system,
      Manufacturer: this.options.manufacturer,
      PowerState: this.power.get(system),
      Actions: { "#ComputerSystem.Reset": { target, ...listed, ...info } },
      ...(settings && {
        "@Redfish.Settings": { SettingsObject: link(`/Systems/${system}/SD`) },
      }),
      Boot: {
        ...boot,
        ...(Array.isArray(durations) && {
          "BootSourceOverrideEnabled@Redfish.AllowableValues": durations,
        }),
        ...(targets && { "BootSourceOverrideTarget@Redfish.AllowableValues": targets }),
      },
    };
  }

  private patch(system: string, rest: string, { body, headers }: Asked): Answer {
    const { etag, settings, durations } = this.options;
    if (rest !== (settings ? "/SD" : "")) {
      return refuse(400, "Ami.1.0.OperationSupportedInFutureStateURI");
    }
    const tag = headers["if-match"];
    if (etag && tag !== etag.taken) {
      return refuse(tag === undefined ? 428 : 412, "Base.1.8.PreconditionFailed");
    }
    const enabled = body.Boot?.BootSourceOverrideEnabled ?? "";
    const target = body.Boot?.BootSourceOverrideTarget ?? "";
    const mode = body.Boot?.BootSourceOverrideMode;
    if (Array.isArray(durations) && !durations.includes(enabled)) {
      return refuse(400, "Base.1.8.PropertyValueNotInList");
    }
    this.changes.push([target, enabled, ...(mode ? [mode] : [])].join(" "));
    const kept = durations === "always continuously" ? "Continuous" : enabled;
    this.boot.set(system, { enabled: kept, target, mode: mode ?? "UEFI" });
    return { status: 204 };
  }

  private reset(system: string, type: string): Answer {
    const { resetTypes, stuck, onStart } = this.options;
    if (Array.isArray(resetTypes) && !resetTypes.includes(type)) {
      return refuse(400, "Base.1.8.ActionParameterNotSupported");
    }
    const goal = /Off|Shutdown/.test(type) ? "Off" : "On";
    if (goal === this.power.get(system) && !/Restart|Cycle/.test(type)) {
      return refuse(409, "Base.1.8.NoOperation");
    }
    this.changes.push(type);
    if (stuck === "always" || (stuck === "without force" && type === "GracefulShutdown")) {
      return { status: 204 };
    }
    this.power.set(system, goal);
    const boot = this.boot.get(system);
    if (goal === "On" && boot) {
      onStart?.(system, boot.enabled === "Disabled" ? "Hdd" : boot.target);
      if (boot.enabled === "Once") this.boot.set(system, { ...boot, enabled: "Disabled" });
    }
    return { status: 204 };
  }
}

function link(place: string): { "@odata.id": string } {
  return { "@odata.id": `${root}${place}` };
}

/** The texts of messages repeat what was sent, as those of real BMCs do. */
function refuse(status: number, MessageId: string): Answer {
  const Message = `The value ${password} is not valid.`;
  const code = "Base.1.8.GeneralError";
  return { status, body: { error: { code, "@Message.ExtendedInfo": [{ MessageId, Message }] } } };
}
