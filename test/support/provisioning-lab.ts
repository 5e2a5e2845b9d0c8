import { rmSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { Readiness, type Wanted } from "../../src/provision/index.js";
import {
  type ProvisionOptions,
  type ProvisionPace,
  provision,
} from "../../src/provision/provision.js";
import { Failure } from "../../src/redfish/index.js";
import { bootFolder } from "./boot-folder.js";
import { FakeBmc, type FakeBmcOptions } from "./fake-bmc.js";
import { bootFakeMachine, type Fate } from "./fake-machine.js";

/** A thousand times as fast as for real machines. */
export const pace: ProvisionPace = {
  answer: 1_000,
  firstContact: 300,
  busy: 400,
  powerState: 200,
  restart: 20,
  firstPause: 5,
  longestPause: 20,
  resume: 50,
  look: 10,
  remind: 700,
};

/** The machine that is provisioned. */
export const machine = "node-a";
export const mac = "52:54:00:aa:00:01";
const token = "canary-token-of-node-a";

export async function listen(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return (server.address() as AddressInfo).port;
}

/** One machine with all that belongs to it. */
export class Lab {
  readonly said: string[] = [];
  fate: Fate = "well";
  /** What the machine does when it is started and boots over the network. */
  boots = (signal: AbortSignal): Promise<void> =>
    bootFakeMachine(this.wanted.baseUrl, mac, this.fate, signal);
  readonly bmc: FakeBmc;
  readonly wanted: Wanted;
  readonly boot: ReturnType<typeof bootFolder>;
  private readonly started: { current: AbortController };

  private constructor(parts: Pick<Lab, "bmc" | "wanted" | "boot">, started: Lab["started"]) {
    this.bmc = parts.bmc;
    this.wanted = parts.wanted;
    this.boot = parts.boot;
    this.started = started;
  }

  static async open(options: FakeBmcOptions = {}, words: Partial<Wanted> = {}): Promise<Lab> {
    const probe = createServer();
    const url = `http://127.0.0.1:${await listen(probe)}`;
    await new Promise((done) => probe.close(done));
    const started = { current: new AbortController() };
    const boot = bootFolder({ machine, mac, url, generation: 2, token });
    const start = { run: () => {} };
    const bmc = await FakeBmc.start({
      ...options,
      onStart: (system, target) => {
        started.current.abort();
        started.current = new AbortController();
        options.onStart?.(system, target);
        if (target === "Pxe") start.run();
      },
    });
    const wanted: Wanted = {
      machine,
      generation: 2,
      mode: "memory",
      configSha512: boot.configSha512,
      kernelSha512: "",
      releaseUrl: url,
      onConfigChange: "replace",
      onImageChange: "ignore",
      ...bmc.access,
      shutdownTimeoutSeconds: 0.05,
      powerOffOnDestroy: false,
      readiness: Readiness.PhoneHome,
      readinessTimeoutMinutes: 0.02,
      sshPort: 22,
      token,
      directory: boot.folder,
      baseUrl: url,
      serve: true,
      macAddresses: [mac],
      maxUnavailable: 1,
      ...words,
    };
    const lab = new Lab({ bmc, wanted, boot }, started);
    start.run = () => {
      lab.boots(started.current.signal).catch(() => undefined);
    };
    return lab;
  }

  async provision(words: Partial<Wanted> = {}, options: Partial<ProvisionOptions> = {}) {
    const { signal } = new AbortController();
    const say = (text: string) => void this.said.push(text);
    await provision({ ...this.wanted, ...words }, { signal, say, resume: false, pace, ...options });
  }

  async close(): Promise<void> {
    this.started.current.abort();
    await this.bmc.stop();
    rmSync(this.boot.folder, { recursive: true });
  }
}

const labs: Lab[] = [];
/** Opens one that is closed after the test. */
export async function open(options?: FakeBmcOptions, words?: Partial<Wanted>): Promise<Lab> {
  const lab = await Lab.open(options, words);
  labs.push(lab);
  return lab;
}
afterEach(async () => {
  for (const lab of labs.splice(0)) await lab.close();
});

/** What a Failure says. */
export async function failure(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => new Error("did not fail"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Failure)) throw error;
  return error.message;
}
