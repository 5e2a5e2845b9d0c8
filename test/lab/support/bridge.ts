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
    for (const address of addresses) await sandbox.must(`ip address add ${address} dev ${name}`);
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
    const server = await this.sandbox.start([
      ...[process.execPath, "--experimental-strip-types", "--disable-warning=ExperimentalWarning"],
      ...[join(__dirname, program), ...args],
    ]);
    if (server.stdout) {
      createInterface(server.stdout).on("line", (line) => {
        if (line !== "listening") this.requests.push(line);
      });
    }
    await waitFor(server, /listening/);
  }
}
