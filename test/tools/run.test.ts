import { existsSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Scratch } from "./scratch.js";

const { run } = require("../../tools/setup/run.js");

const scratch = new Scratch();

describe("a command that is run", () => {
  it("has its output captured and its lines told as they come", async () => {
    const lines: string[] = [];
    const { stdout } = await run("sh", ["-c", "echo one; echo two >&2; printf three"], {
      onLine: (line: string, stream: string) => lines.push(`${stream} ${line}`),
    });
    expect(stdout).toBe("one\nthree");
    expect(lines.sort()).toEqual(["stderr two", "stdout one", "stdout three"]);
  });

  it("rejects with its output when it fails", async () => {
    await expect(run("sh", ["-c", "echo first; echo last >&2; exit 4"])).rejects.toMatchObject({
      why: "ended with status 4",
      output: expect.stringMatching(/first\nlast|last\nfirst/),
    });
  });

  it("rejects by name when it is not there", async () => {
    await expect(run("no-such-command", [])).rejects.toThrow("no-such-command: not found");
  });

  it("rejects when it does not end in time, and takes its children with it", async () => {
    const sign = scratch.path("survived");
    const sleeper = scratch.script("sleeper", `(sleep 1; touch ${sign}) & sleep 30`);
    await expect(run(sleeper, [], { timeout: 200 })).rejects.toThrow("did not end within 0 s");
    await sleep(1200);
    expect(existsSync(sign)).toBe(false);
  });

  it("rejects when nothing arrives in the folder it downloads to", async () => {
    const folder = scratch.path("download");
    const stall = { folder, milliseconds: 400 };
    await expect(run("sleep", ["30"], { stall })).rejects.toThrow("nothing arrived");
  });

  it("is left alone as long as something arrives", async () => {
    const script = `for n in 1 2 3 4 5 6; do echo $n >> ${scratch.path("arrives", "file")}; sleep 0.2; done; echo ok`;
    writeFileSync(scratch.write("arrives/file", ""), "");
    const sizes: number[] = [];
    const stall = {
      folder: scratch.path("arrives"),
      milliseconds: 600,
      onGrowth: (bytes: number) => sizes.push(bytes),
    };
    const { stdout } = await run("sh", ["-c", script], { stall });
    expect(stdout).toBe("ok\n");
    expect(sizes.length).toBeGreaterThan(1);
  });
});
