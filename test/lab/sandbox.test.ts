import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { debianPackages, describeWith, root } from "./support/needs.js";
import { Sandbox } from "./support/sandbox.js";

/** Processes anywhere on this system with a text on their command line. */
function processesWith(text: string): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const line = readFileSync(join("/proc", pid, "cmdline"), "utf8").replaceAll("\0", " ");
        return line.includes(text) ? [line] : [];
      } catch {
        return [];
      }
    });
}

async function isGone(folder: string): Promise<boolean> {
  for (let tries = 0; tries < 50; tries++) {
    if (!existsSync(folder) && processesWith(folder).length === 0) return true;
    await sleep(100);
  }
  return false;
}

/** Another test process, with a sandbox and something that runs in it; prints the sandbox's folder. */
function anotherProcess(): ChildProcess {
  const script = `
    const { Sandbox } = require(${JSON.stringify(join(__dirname, "support", "sandbox.ts"))});
    const sandbox = new Sandbox();
    sandbox.start(["tail", "-f", "/dev/null", sandbox.folder + "/"]).then(() => console.log(sandbox.folder));`;
  return spawn(process.execPath, ["-r", "ts-node/register/transpile-only", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, TS_NODE_COMPILER_OPTIONS: JSON.stringify({ rootDir: "/" }) },
  });
}

jest.setTimeout(20_000);

describeWith([root, debianPackages], "a sandbox", () => {
  it("has no network but its own, and no processes but its own", async () => {
    const sandbox = new Sandbox();
    try {
      const links = await sandbox.must(["ip", "-brief", "link"]);
      expect(links.split("\n").filter(Boolean)).toEqual([expect.stringMatching(/^lo /)]);
      expect(
        (await sandbox.must(["sh", "-c", "echo /proc/[0-9]*"])).split(" ").length,
      ).toBeLessThan(6);
    } finally {
      await sandbox.close();
    }
  });

  it("leaves nothing when it is closed", async () => {
    const sandbox = new Sandbox();
    await sandbox.start(["tail", "-f", "/dev/null", `${sandbox.folder}/`]);
    expect(processesWith(sandbox.folder)).not.toEqual([]);
    await sandbox.close();
    expect(await isGone(sandbox.folder)).toBe(true);
  });

  it.each(["SIGKILL", "SIGINT", "SIGTERM"] as const)(
    "leaves nothing when the test process ends by %s",
    async (signal) => {
      const other = anotherProcess();
      const folder = await new Promise<string>((resolve) => {
        other.stdout?.once("data", (chunk) => resolve(String(chunk).trim()));
      });
      expect(existsSync(folder)).toBe(true);
      expect(processesWith(folder)).not.toEqual([]);
      other.kill(signal);
      expect(await isGone(folder)).toBe(true);
    },
  );
});
