import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Sandbox, waitFor } from "./sandbox.js";

/** What a machine is plugged into. */
export interface Network {
  /** A socket for one more card; returns the name of the tap device. */
  plug(): Promise<string>;
  /** Every request to the web servers so far: method, path, status. */
  readonly requests: readonly string[];
}

/** A bridge in a sandbox, with servers on its addresses. */
export class Bridge implements Network {
  readonly requests: string[] = [];
  private readonly sandbox: Sandbox;
  private readonly name: string;
  private cards = 0;

  private constructor(sandbox: Sandbox, name: string) {
    this.sandbox = sandbox;
    this.name = name;
  }

  static async start(
    sandbox: Sandbox,
    name: string,
    addresses: readonly string[],
  ): Promise<Bridge> {
    await sandbox.must(`ip link add ${name} type bridge`);
    for (const address of addresses) {
      const nodad = address.includes(":") ? " nodad" : "";
      await sandbox.must(`ip address add ${address} dev ${name}${nodad}`);
    }
    await sandbox.must(`ip link set ${name} up`);
    return new Bridge(sandbox, name);
  }

  async plug(): Promise<string> {
    const card = `card${this.cards++}`;
    await this.sandbox.must(`ip tuntap add dev ${card} mode tap`);
    await this.sandbox.must(`ip link set ${card} master ${this.name} up`);
    return card;
  }

  /** Runs a web server of this folder, which prints a line for each request. */
  async serve(program: string, ...args: readonly string[]): Promise<void> {
    const node = ["--experimental-strip-types", "--disable-warning=ExperimentalWarning"];
    const command = [process.execPath, ...node, join(__dirname, program), ...args];
    await this.serveBy(command, /listening/, (line) => (line === "listening" ? undefined : line));
  }

  /** Runs a web server of another kind: when it is ready, and which request a line of its log tells. */
  async serveBy(
    command: readonly string[],
    ready: RegExp,
    requestOf: (line: string) => string | undefined,
  ): Promise<void> {
    const server = await this.sandbox.start(command);
    for (const input of [server.stdout, server.stderr]) {
      if (!input) continue;
      createInterface(input).on("line", (line) => {
        const request = requestOf(line);
        if (request !== undefined) this.requests.push(request);
      });
    }
    await waitFor(server, ready);
  }
}
