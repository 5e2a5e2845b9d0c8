import type { Sandbox } from "../sandbox.js";
import type { TestOs } from "../test-os.js";
import { startDatabases } from "./databases.js";
import { Api, accounts, Door, type ServiceName } from "./door.js";
import { furnish } from "./furnish.js";
import { impatientServices, services } from "./programs.js";
import { World } from "./world.js";

/** What goes wrong with requests of clients, for as often as it says. */
export interface Fault {
  readonly service: "identity" | "compute" | "image" | "network";
  readonly method: string;
  /** A regular expression. */
  readonly path: string;
  /** What must be in the request's JSON. */
  readonly contains?: string;
  readonly times: number;
  /** The answer instead of the service's; without a status the connection breaks. */
  readonly status?: number;
  readonly body?: unknown;
}

/** An OpenStack in a sandbox: keystone, glance, placement, neutron, and nova with two hosts. */
export class OpenStack {
  /** What the user of the programs sees and may do. */
  readonly api: Api;
  /** Sees and may do everything. */
  readonly admin: Api;
  /** For clients that run in the sandbox. */
  readonly environment: NodeJS.ProcessEnv = {
    OS_AUTH_URL: "http://127.0.0.1:5000/v3",
    OS_USERNAME: accounts.tenant.user,
    OS_PASSWORD: accounts.tenant.password,
    OS_PROJECT_NAME: accounts.tenant.user,
    OS_USER_DOMAIN_ID: "default",
    OS_PROJECT_DOMAIN_ID: "default",
    OS_REGION_NAME: "RegionOne",
  };
  private readonly world: World;
  private readonly door: Door;

  private constructor(world: World, door: Door, apis: { readonly api: Api; readonly admin: Api }) {
    this.world = world;
    this.door = door;
    this.api = apis.api;
    this.admin = apis.admin;
  }

  static async start(sandbox: Sandbox, system: TestOs): Promise<OpenStack> {
    const world = await World.make(sandbox);
    const [door] = await Promise.all([Door.open(sandbox, world), startDatabases(world)]);
    const ready = async (...names: readonly ServiceName[]): Promise<void> => {
      for (const name of names) await world.until(name, () => door.answers(name));
    };
    await world.startAll(services);
    await ready("identity", "placement");
    await world.startAll(impatientServices);
    await ready("image", "network", "compute");
    const admin = await Api.logIn(door, accounts.admin);
    const api = await Api.logIn(door, accounts.tenant);
    await furnish(admin, world, system);
    return new OpenStack(world, door, { api, admin });
  }

  /** Sets what goes wrong from now on, and forgets what was set before. */
  async fail(...faults: readonly Fault[]): Promise<void> {
    await this.door.ask("PUT", "/faults", {}, JSON.stringify(faults));
  }

  /** Makes the compute host whose machines boot hang while work is done. */
  async whileHostHangs<T>(work: () => Promise<T>): Promise<T> {
    await this.world.signal("nova-compute-qemu", "STOP");
    try {
      return await work();
    } finally {
      await this.world.signal("nova-compute-qemu", "CONT");
    }
  }

  /** The id of an image. */
  async imageId(name: string): Promise<string> {
    const path = `/v2/images?name=${name}`;
    const { images } = await this.admin.get<{ images: { id: string }[] }>("image", path);
    return images[0]?.id ?? "";
  }

  /** What the console of a server has shown, a character a byte. */
  async console(server: string): Promise<string> {
    const path = `/v2.1/servers/${server}/action`;
    const asked = { "os-getConsoleOutput": {} };
    const { output } = await this.api.post<{ output: string }>("compute", path, asked);
    return Buffer.from(output).toString("latin1");
  }

  /** What clients asked for: service, method, path. */
  async requests(): Promise<readonly string[]> {
    return JSON.parse((await this.door.ask("GET", "/requests")).body.toString());
  }
}
