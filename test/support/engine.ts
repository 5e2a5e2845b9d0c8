import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const clone = resolve(__dirname, "../..");

/** Folder with `pulumi` and its language host. */
const engine = process.env.FLATCAR_ENGINE_BIN;

/** What a command printed, and how it ended. */
export interface Ran {
  readonly code: number;
  readonly output: string;
}

/** A command that is at work. */
export class Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ran>;
  private output = "";

  constructor(child: ChildProcess) {
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.output += text;
      });
    }
    this.ended = new Promise((done, failed) => {
      child.once("error", failed);
      child.once("close", (code) => done({ code: code ?? 1, output: this.output }));
    });
  }

  /** Waits until it says something; fails with all it said when it ends without. */
  async says(sign: RegExp): Promise<void> {
    while (!sign.test(this.output)) {
      if (this.child.exitCode !== null) throw new Error(`ended without ${sign}\n${this.output}`);
      await sleep(20);
    }
  }
}

/** The part of `Pulumi.yaml` that a language needs; the program is `index.js` or `Main.yaml`. */
const runtimes = {
  nodejs: "runtime:\n  name: nodejs\n  options:\n    typescript: false\nmain: index.js\n",
  yaml: "runtime: yaml\n",
};

export type Runtime = keyof typeof runtimes;

/** A Pulumi project in a folder of its own, with a state of its own, driven by the real engine. */
export class Project {
  readonly folder: string;
  /** Words to put before `pulumi`, where it has to run somewhere else. */
  launcher: readonly string[] = [];
  protected readonly env: NodeJS.ProcessEnv;
  private stackExists = false;

  /** `parent` is the folder that its own is made in. */
  constructor(files: Record<string, string>, runtime: Runtime = "nodejs", parent = tmpdir()) {
    this.folder = mkdtempSync(join(parent, "flatcar-project-"));
    mkdirSync(join(this.folder, "state"));
    this.write({
      "Pulumi.yaml": `name: test\n${runtimes[runtime]}`,
      "package.json": '{ "name": "test", "main": "index.js" }\n',
      ...files,
    });
    mkdirSync(join(this.folder, "node_modules"));
    symlinkSync(clone, join(this.folder, "node_modules", "pulumi-flatcar"));
    symlinkSync(
      join(clone, "node_modules", "@pulumi"),
      join(this.folder, "node_modules", "@pulumi"),
    );
    this.env = {
      ...process.env,
      PATH: [engine ?? "", dirname(process.execPath), process.env.PATH ?? ""]
        .filter(Boolean)
        .join(delimiter),
      PULUMI_HOME: join(this.folder, "home"),
      PULUMI_BACKEND_URL: `file://${join(this.folder, "state")}`,
      PULUMI_CONFIG_PASSPHRASE: "test",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      PULUMI_DISABLE_REGISTRY_RESOLVE: "true",
      PULUMI_CREDENTIAL_STORE: "plaintext",
    };
  }

  /** Writes files of the project, relative to its folder. */
  write(files: Record<string, string>): void {
    for (const [path, text] of Object.entries(files)) {
      const place = join(this.folder, path);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, text);
    }
  }

  /** Copies files into the project or a folder of it, leaving out what a user would not have. */
  copy(from: string, to = "."): void {
    cpSync(from, join(this.folder, to), {
      recursive: true,
      filter: (path) => !/node_modules|netboot/.test(path),
    });
  }

  /**
   * What one does when the engine was killed while it wrote its state: one that is kept in a folder may then be gone, with
   * the one before beside it, or have an empty file of attributes, without which it can be read.
   */
  mendState(): void {
    const stacks = join(this.folder, "state/.pulumi/stacks");
    const files = readdirSync(stacks, { recursive: true, encoding: "utf8" });
    for (const file of files.map((name) => join(stacks, name))) {
      if (file.endsWith(".attrs") && !isJson(file)) rmSync(file);
      const state = file.replace(/\.bak$/, "");
      if (file.endsWith(".json.bak") && !isJson(state)) copyFileSync(file, state);
    }
  }

  /** Runs `pulumi` with the arguments. */
  async pulumi(...args: string[]): Promise<Ran> {
    return this.start(...args).ended;
  }

  /** Starts `pulumi`, to see what it says and to stop it while it works. */
  start(...args: string[]): Running {
    const [command = "", ...words] = [...this.launcher, "pulumi", ...args];
    const child = spawn(command, [...words, "--non-interactive", "--color", "never"], {
      cwd: this.folder,
      env: this.env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    return new Running(child);
  }

  /** `pulumi preview`; the stack is made at the first call. */
  async preview(...args: string[]): Promise<Ran> {
    await this.selectStack();
    return this.pulumi("preview", ...args);
  }

  /** `pulumi up`; the stack is made at the first call. */
  async up(...args: string[]): Promise<Ran> {
    await this.selectStack();
    return this.pulumi("up", "--yes", "--skip-preview", ...args);
  }

  /** `pulumi config set-all`; a name may be a path. */
  async config(settings: Readonly<Record<string, string>>): Promise<Ran> {
    await this.selectStack();
    const pairs = Object.entries(settings).flatMap(([name, value]) => [
      "--plaintext",
      `${name}=${value}`,
    ]);
    return this.pulumi("config", "set-all", "--path", ...pairs);
  }

  private async selectStack(): Promise<void> {
    if (this.stackExists) return;
    await this.pulumi("stack", "select", "--create", "test");
    this.stackExists = true;
  }

  /** Stack outputs in plain text. */
  async outputs(): Promise<Record<string, unknown>> {
    const { output } = await this.pulumi("stack", "output", "--json", "--show-secrets");
    return JSON.parse(output) as Record<string, unknown>;
  }

  /** The state as the backend holds it. */
  async state(): Promise<string> {
    return (await this.pulumi("stack", "export")).output;
  }

  /**
   * Value for `--policy-pack`: an executable that runs the pack of a folder. The engine takes the folder itself only from
   * a language host newer than the one that builds from Go modules.
   */
  policyPack(folder: string): string {
    const place = resolve(this.folder, folder);
    const runner = join(clone, "node_modules/@pulumi/pulumi/cmd/run-policy-pack");
    return this.script(
      `packs/${basename(place)}`,
      `cd "${place}" && exec "${process.execPath}" "${runner}" "$1" .`,
    );
  }

  /** Writes a shell script into the project; returns its absolute path. */
  protected script(path: string, text: string): string {
    this.write({ [path]: `#!/bin/sh\n${text}\n` });
    const place = join(this.folder, path);
    chmodSync(place, 0o755);
    return place;
  }

  exists(path: string): boolean {
    return existsSync(join(this.folder, path));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function isJson(file: string): boolean {
  try {
    JSON.parse(readFileSync(file, "utf8"));
    return true;
  } catch {
    return false;
  }
}
