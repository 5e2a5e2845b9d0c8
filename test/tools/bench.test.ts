import { execFile } from "node:child_process";
import { resolve } from "node:path";

const { digits, exponent, median } = require("../../tools/bench/figures.js");

const tool = resolve(__dirname, "../../tools/bench.js");

/** Set-up included, which compiles what was changed since. */
const patience = 120_000;

const bench = (...args: string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
    const PATH = `${process.env.FLATCAR_ENGINE_BIN ?? ""}:${process.env.PATH}`;
    const options = { env: { ...process.env, PATH } };
    const child = execFile(process.execPath, [tool, ...args], options, (_, stdout, stderr) =>
      done({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });

describe("npm run bench", () => {
  it(
    "composes fleets of two sizes and tells what they cost",
    async () => {
      const { code, stdout, stderr } = await bench("--quick", "--only", "compose");
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toMatch(/^ {2}node v\d+\.\d+\.\d+$/m);
      const [small = [], large = []] = stdout
        .split("\n")
        .filter((line) => line.startsWith("  mixed "))
        .map((line) => line.trim().split(/ +/).slice(1).map(Number));
      expect([small[0], large[0]]).toEqual([10, 100]);
      // Each of: CPU seconds, milliseconds for one, exponent (of the larger one), MiB, MiB of them.
      expect([small.length, large.length]).toEqual([5, 6]);
      expect(small.concat(large).every((figure) => figure > 0)).toBe(true);
    },
    patience,
  );

  it(
    "has the policy pack judge resources, beside an empty pack",
    async () => {
      const { code, stdout, stderr } = await bench("--quick", "--only", "policy");
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toMatch(/^ {2}empty +40 +0 +[\d.]+$/m);
      expect(stdout).toMatch(/^ {2}ours +40 +[1-9]\d* +[\d.]+ +-?[\d.]+$/m);
    },
    patience,
  );

  it(
    "makes a rack under the real engine, then one machine of it again, and the same files as raw resources",
    async () => {
      const { code, stdout, stderr } = await bench("--quick", "--only", "rack");
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      for (const work of ["up", "up of one changed row", "up of raw file resources"]) {
        expect(stdout).toMatch(new RegExp(`^ {2}${work} +2 +[\\d.]+ +\\d+ +[\\d.]+$`, "m"));
      }
    },
    patience,
  );

  it(
    "previews machines of each cloud and imports its door, beside the cloud's SDK alone",
    async () => {
      const { code, stdout, stderr } = await bench("--quick", "--only", "previews,imports");
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toMatch(/^ {2}aws +3 +ours +[\d.]+ +[\d.]+ +\d+$/m);
      expect(stdout).toMatch(/^ {2}aws +3 +raw +[\d.]+ +[\d.]+ +\d+$/m);
      expect(stdout).toMatch(/^ {2}aws +3 +ours \/ raw +\d\.\d\d +\d\.\d\d +\d\.\d\d$/m);
      expect(stdout).toMatch(/^ {2}pulumi-flatcar\/aws +\d+ +\d+ +-?\d+ % +\d+ +\d+$/m);
    },
    patience,
  );

  it.each([
    ["a section that there is not", ["--only", "speed"]],
    ["a section without --only", ["compose"]],
    ["--only without a section", ["--quick", "--only"]],
  ])("rejects %s, and names those there are", async (_, args) => {
    const { code, stderr } = await bench(...args);
    expect(code).toBe(1);
    expect(stderr).toContain("names: originals, compose, policy, rack, previews, imports");
  });
});

describe("figures", () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
  ])("the median of %j is %d", (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it.each([
    ["10 times as much for 10 times the cost", 10, 1],
    ["10 times as much for 100 times the cost", 100, 2],
    ["10 times as much for the same cost", 1, 0],
  ])("%s grows with that exponent", (_, cost, expected) => {
    expect(exponent({ size: 1, cost: 1 }, { size: 10, cost })).toBeCloseTo(expected);
  });

  it.each([
    [0.0512, "0.05"],
    [1.234, "1.23"],
    [45.67, "45.7"],
    [1234.5, "1235"],
  ])("%d is shown as %s", (value, expected) => {
    expect(digits(value)).toBe(expected);
  });
});
