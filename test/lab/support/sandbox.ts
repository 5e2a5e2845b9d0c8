import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a command said, and how it ended. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly timeoutMs?: number;
}

/** Words, or one text with spaces between the words. */
export type Command = readonly string[] | string;

/**
 * A world of its own for one test file: processes, network, and a folder for temporary files.
 *
 * Its first process waits for the end of its standard input, which comes when the test process ends, however it ends.
 * It then removes the folder and exits, and the kernel ends every process inside and takes the network down.
 */
export class Sandbox {
  /** For temporary files; goes with the sandbox. */
  readonly folder: string;
  private readonly holder: ChildProcess;
  private readonly target: Promise<string>;

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), "pulumi-flatcar-lab-"));
    const script =
      'ip link set lo up; echo ready; cat >/dev/null; kill -9 -1 2>/dev/null; rm -rf "$0"';
    // In a session of its own: Ctrl-C must not end it before it has removed the folder.
    this.holder = spawn(
      "unshare",
      ["--net", "--pid", "--fork", "--mount-proc", "sh", "-c", script, this.folder],
      { stdio: ["pipe", "pipe", "inherit"], detached: true },
    );
    const { pid } = this.holder;
    this.target = waitFor(this.holder, /ready/).then(() =>
      readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim(),
    );
  }

  /** Words that, put before a command, run it inside, in a folder. What it leaves among temporary files goes too. */
  async launcher(folder: string): Promise<readonly string[]> {
    const target = ["--target", await this.target, "--net", "--pid", "--mount"];
    return ["nsenter", ...target, `--wdns=${folder}`, "--", "env", `TMPDIR=${this.folder}`];
  }

  /** Starts a process inside. */
  async start(
    command: Command,
    options: Pick<RunOptions, "cwd" | "env"> = {},
  ): Promise<ChildProcess> {
    const folder = options.cwd ?? this.folder;
    const [nsenter = "", ...inside] = await this.launcher(folder);
    return spawn(nsenter, [...inside, ...words(command)], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...options.env },
      detached: true,
    });
  }

  /** Runs a command inside and waits for its end. */
  async run(command: Command, options: RunOptions = {}): Promise<Outcome> {
    const child = await this.start(command, options);
    let stdout = "";
    let stderr = "";
    child.stdout?.on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr?.on("data", (chunk) => {
      stderr += chunk;
    });
    const timeoutMs = options.timeoutMs ?? 120_000;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        end(child);
        reject(
          new Error(
            `${words(command).join(" ")}: no end after ${timeoutMs / 1000} s\n${stdout}${stderr}`,
          ),
        );
      }, timeoutMs);
      child.on("error", reject);
      child.on("close", (code) => {
        clearTimeout(timer);
        resolve({ code, stdout, stderr });
      });
    });
  }

  /** Like `run`, for commands that have to succeed; returns what they printed. */
  async must(command: Command, options: RunOptions = {}): Promise<string> {
    const { code, stdout, stderr } = await this.run(command, options);
    if (code !== 0)
      throw new Error(`${words(command).join(" ")} ended with ${code}\n${stdout}${stderr}`);
    return stdout;
  }

  /** Ends every process inside, removes the network and the folder. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.holder.once("close", resolve));
    this.holder.stdin?.end();
    if (this.holder.exitCode === null) await closed;
    // A process inside may have written while the folder was being removed.
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function words(command: Command): readonly string[] {
  return typeof command === "string" ? command.split(" ") : command;
}

/** Waits until a process prints something; fails with all it said when it ends without. */
export function waitFor(child: ChildProcess, sign: RegExp): Promise<void> {
  let said = "";
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk;
      if (sign.test(said)) resolve();
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("error", reject);
    child.once("close", (code) =>
      reject(new Error(`${child.spawnargs.join(" ")} ended with ${code}\n${said}`)),
    );
  });
}

/** Words before a command outside of a sandbox: the kernel ends it when the test process ends, however that ends. */
export const mortal = ["setpriv", "--pdeathsig", "KILL", "--"] as const;

/** Ends a process that was started inside, with all that it started. */
export function end(child: ChildProcess): void {
  // Signals do not pass through nsenter: its child is ended by the whole process group's.
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
}
