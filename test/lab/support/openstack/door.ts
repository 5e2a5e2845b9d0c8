import { request } from "node:http";
import { join } from "node:path";
import { type Sandbox, waitFor } from "../sandbox.js";
import type { World } from "./world.js";

/** A service of the cloud, by the name of its kind in the catalogue. */
export type ServiceName = "identity" | "compute" | "placement" | "image" | "network";

export interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

/** The test's own way into the sandbox: the proxy's socket, past all faults. */
export class Door {
  private readonly socketPath: string;

  private constructor(socketPath: string) {
    this.socketPath = socketPath;
  }

  /** Starts the proxy. */
  static async open(sandbox: Sandbox, world: World): Promise<Door> {
    const proxy = await sandbox.start([
      ...[process.execPath, "--experimental-strip-types"],
      ...["--disable-warning=ExperimentalWarning", join(__dirname, "proxy.mts")],
      "/run/openstack/door",
    ]);
    await waitFor(proxy, /listening/);
    return new Door(join(world.folder, "door"));
  }

  ask(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string | Buffer,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asking = request({ socketPath: this.socketPath, method, path, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.once("error", reject);
        answer.once("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks),
          }),
        );
      });
      asking.once("error", reject);
      asking.end(body);
    });
  }

  /** True once a service takes requests. */
  async answers(service: ServiceName): Promise<boolean> {
    const answer = await this.ask("GET", `/${service}/`).catch(() => undefined);
    return answer !== undefined && answer.status < 500;
  }
}

/** Who asks: a user in a project of the same name. */
export interface Account {
  readonly user: string;
  readonly password: string;
}

export const accounts = {
  admin: { user: "admin", password: "admin" },
  /** Who runs programs: nobody special. */
  tenant: { user: "tenant", password: "tenant" },
} as const;

/** The cloud's API, as one user. */
export class Api {
  private readonly door: Door;
  private readonly token: string;

  private constructor(door: Door, token: string) {
    this.door = door;
    this.token = token;
  }

  static async logIn(door: Door, { user, password }: Account): Promise<Api> {
    const domain = { id: "default" };
    const auth = {
      identity: { methods: ["password"], password: { user: { name: user, domain, password } } },
      scope: { project: { name: user, domain } },
    };
    const { status, headers, body } = await door.ask(
      "POST",
      "/identity/v3/auth/tokens",
      { "Content-Type": "application/json" },
      JSON.stringify({ auth }),
    );
    if (status !== 201) throw new Error(`${user} cannot log in: ${status} ${body}`);
    return new Api(door, String(headers["x-subject-token"]));
  }

  /** Asks and expects success; a Buffer is sent as it is, anything else as JSON. */
  async ask<Body>(
    method: string,
    service: ServiceName,
    path: string,
    body?: unknown,
  ): Promise<Body> {
    const raw = Buffer.isBuffer(body);
    const headers = {
      "X-Auth-Token": this.token,
      "Content-Type": raw ? "application/octet-stream" : "application/json",
      "OpenStack-API-Version": "compute 2.79, placement 1.39",
    };
    const content = raw ? body : body === undefined ? undefined : JSON.stringify(body);
    const answer = await this.door.ask(method, `/${service}${path}`, headers, content);
    const text = answer.body.toString();
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text || "{}");
  }

  get<Body>(service: ServiceName, path: string): Promise<Body> {
    return this.ask("GET", service, path);
  }

  post<Body>(service: ServiceName, path: string, body: unknown): Promise<Body> {
    return this.ask("POST", service, path, body);
  }
}
