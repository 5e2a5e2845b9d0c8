import type { ChildProcess } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Command, Sandbox } from "../sandbox.js";

const config = resolve(__dirname, "../../openstack");

/** Folders that services expect to find. */
const folders = [
  "home",
  "images",
  "keys/credential",
  "keys/fernet",
  "log",
  "nova/instances",
  "nova-qemu/instances",
];

const environment = {
  HOME: "/run/openstack/home",
  PATH: "/usr/sbin:/usr/bin:/sbin:/bin",
  PYTHONPATH: "/run/openstack/config/plugins",
  PYTHONDONTWRITEBYTECODE: "1",
  RABBITMQ_CONF_ENV_FILE: "/run/openstack/config/rabbitmq-env.conf",
  ERL_EPMD_ADDRESS: "127.0.0.2",
};

/** A sandbox in which /run/openstack is a folder of its own, so that every config is a plain file with plain paths. */
export class World {
  /** /run/openstack, as it is called outside. */
  readonly folder: string;
  private readonly sandbox: Sandbox;
  private readonly ended: string[] = [];

  private constructor(sandbox: Sandbox) {
    this.sandbox = sandbox;
    this.folder = join(sandbox.folder, "openstack");
  }

  static async make(sandbox: Sandbox): Promise<World> {
    const world = new World(sandbox);
    for (const folder of folders) mkdirSync(join(world.folder, folder), { recursive: true });
    cpSync(config, join(world.folder, "config"), { recursive: true });
    await sandbox.must("mount -t tmpfs lab /run");
    await sandbox.must("mkdir /run/openstack /run/lock");
    await sandbox.must(["mount", "--bind", world.folder, "/run/openstack"]);
    return world;
  }

  /** Starts a service; what it prints goes to a log of its name. */
  async start(name: string, command: Command): Promise<ChildProcess> {
    const words = typeof command === "string" ? command.split(" ") : command;
    // Below a shell: whoever entered the sandbox would stop together with what it started, and never go on.
    const script = '"$@" >"log/$0.out" 2>&1 & echo $! >"log/$0.pid"; wait $!';
    const logged = ["sh", "-c", script, name, ...words];
    const service = await this.sandbox.start(logged, { cwd: "/run/openstack", env: environment });
    service.once("close", (code) => this.ended.push(`${name} ended with ${code}`));
    return service;
  }

  /** Sends a signal to a service: STOP and CONT make it hang and go on. */
  async signal(name: string, signal: string): Promise<void> {
    await this.must(["sh", "-c", `kill -${signal} $(cat log/${name}.pid)`]);
  }

  async startAll(services: Readonly<Record<string, Command>>): Promise<void> {
    for (const [name, command] of Object.entries(services)) await this.start(name, command);
  }

  /** Runs a command to its end. */
  async must(command: Command): Promise<string> {
    return this.sandbox.must(command, { cwd: "/run/openstack", env: environment });
  }

  /** Waits for something that a service does; fails with the logs as soon as a service ends. */
  async until(what: string, happened: () => boolean | Promise<boolean>): Promise<void> {
    const patience = Date.now() + 120_000;
    while (!(await happened())) {
      if (this.ended.length > 0 || Date.now() > patience) throw new Error(this.whyNot(what));
      await sleep(100);
    }
  }

  /** With the logs of what ended; of everything, when all goes on and nothing happens. */
  private whyNot(what: string): string {
    const logs = join(this.folder, "log");
    const names = this.ended.map((text) => `${text.split(" ")[0]}.out`);
    const told = (
      names.length > 0 ? names : readdirSync(logs).filter((name) => /\.out$/.test(name))
    ).map((name) => `${name}:\n${readFileSync(join(logs, name), "utf8").slice(-2000)}`);
    return [`OpenStack: no ${what}`, ...this.ended, ...told].join("\n");
  }
}
