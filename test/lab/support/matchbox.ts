import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { Authority } from "./certificates.js";
import { oracle } from "./needs.js";
import { mortal, type Sandbox, waitFor } from "./sandbox.js";

/** A real Matchbox with its API open to whoever has a certificate of its authority. */
export class Matchbox {
  readonly dataFolder: string;
  readonly assetsFolder: string;
  readonly authority: Authority;
  /** What a program writes as `matchbox`. */
  readonly args: Readonly<Record<string, string>>;
  /** Where this process finds what machines would get. */
  readonly url: string;
  private readonly process: ChildProcess;

  private constructor(
    folders: Pick<Matchbox, "dataFolder" | "assetsFolder" | "authority">,
    process: ChildProcess,
    url: string,
    args: Matchbox["args"],
  ) {
    this.dataFolder = folders.dataFolder;
    this.assetsFolder = folders.assetsFolder;
    this.authority = folders.authority;
    this.process = process;
    this.url = url;
    this.args = args;
  }

  /** Starts one on this machine's loopback, or that of a sandbox, for machines that find it at `httpUrl`. */
  static async start(folder: string, httpUrl: string, sandbox?: Sandbox): Promise<Matchbox> {
    const [dataFolder, assetsFolder] = [join(folder, "data"), join(folder, "assets")];
    for (const each of [dataFolder, assetsFolder]) mkdirSync(each, { recursive: true });
    const authority = new Authority(join(folder, "tls"));
    const server = authority.sign("matchbox", "IP:127.0.0.1");
    const client = authority.sign("writer");
    const [web, api] = [await freePort(), await freePort()];
    const command = [
      oracle("matchbox"),
      ...[`-address=127.0.0.1:${web}`, `-rpc-address=0.0.0.0:${api}`],
      ...[`-data-path=${dataFolder}`, `-assets-path=${assetsFolder}`],
      ...[`-ca-file=${authority.own.file}`],
      ...[`-cert-file=${server.file}`, `-key-file=${server.keyFile}`],
    ];
    const [setpriv, ...words] = [...mortal, ...command] as const;
    const child = sandbox
      ? await sandbox.start(command)
      : spawn(setpriv, words, { stdio: ["ignore", "pipe", "pipe"] });
    await waitFor(child, /Starting matchbox HTTP server/);
    return new Matchbox({ dataFolder, assetsFolder, authority }, child, `http://127.0.0.1:${web}`, {
      endpoint: `127.0.0.1:${api}`,
      httpUrl,
      caCertificate: authority.own.text,
      clientCertificate: client.text,
      clientKey: client.key,
    });
  }

  /** Runs another one, read-only and somewhere else, on the same data. */
  commandFor(address: string): string[] {
    const folders = [`-data-path=${this.dataFolder}`, `-assets-path=${this.assetsFolder}`];
    return [oracle("matchbox"), `-address=${address}`, ...folders];
  }

  stop(): void {
    this.process.kill();
  }
}

/** One that nobody has now; Matchbox does not say which one it would choose. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (typeof address === "object" && address) return address.port;
  throw new Error("no free port");
}
