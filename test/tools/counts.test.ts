import { execFileSync, spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { delimiter, resolve } from "node:path";
import { Scratch } from "./scratch.js";

const { countsLine, jestCounts, sum } = require("../../tools/checks/counts.js");

const scratch = new Scratch();

describe("the line of counts", () => {
  it.each([
    [{ passed: 3, failed: 0, skipped: 0 }, "3 passed, 0 failed"],
    [{ passed: 3, failed: 1, skipped: 2 }, "3 passed, 1 failed, 2 skipped"],
  ])("for %j is %s", (counts, line) => {
    expect(countsLine(counts)).toBe(line);
  });

  it("adds up", () => {
    const one = { passed: 1, failed: 2, skipped: 3 };
    expect(sum([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
  });
});

describe("counts of a jest run", () => {
  const results = (statuses: string[], unloadable = 0) => ({
    numPassedTests: statuses.filter((status) => status === "passed").length,
    numFailedTests: statuses.filter((status) => status === "failed").length,
    numRuntimeErrorTestSuites: unloadable,
    testResults: [
      { assertionResults: statuses.map((status, at) => ({ status, fullName: `test ${at}` })) },
    ],
  });

  it("name the tests that did not run", () => {
    expect(jestCounts(results(["passed", "pending", "failed", "todo"]))).toEqual({
      passed: 1,
      failed: 1,
      skipped: 2,
      notRun: ["test 1", "test 3"],
    });
  });

  it("count a file that cannot be loaded as a failure", () => {
    expect(jestCounts(results(["passed"], 1)).failed).toBe(1);
  });

  it("count a run without a result as a failure", () => {
    expect(jestCounts(undefined).failed).toBe(1);
  });
});

describe(".ci/run", () => {
  const repository = resolve(__dirname, "../..");

  const quickstarts = {
    "run quickstart":
      "echo 'Next: point your DHCP server at these files.'; echo 'unchanged (7 resources)'",
    "run quickstart -- destroy": "echo Removed .quickstart.",
  };

  /** Runs it in a clone of its own with an npm that does as told for `npm test`, `npm run test:lab` and others. */
  function ci(test: string, lab: string, others: Record<string, string> = quickstarts) {
    const scripts = Object.entries({ test, "run test:lab": lab, ...others });
    const cases = scripts.map(([words, script]) => `"${words}") ${script};;`);
    scratch.script("bin/npm", `case "$*" in ${cases.join(" ")} esac`);
    cpSync(resolve(repository, ".ci"), scratch.path("clone/.ci"), { recursive: true });
    const { status, stdout } = spawnSync("bash", [scratch.path("clone/.ci/run")], {
      env: { ...process.env, PATH: `${scratch.path("bin")}${delimiter}${process.env.PATH}` },
      encoding: "utf8",
    });
    return { status, last: stdout.trimEnd().split("\n").at(-1), stdout };
  }

  it.each([
    ["both pass", "echo 10 passed, 0 failed", "echo 5 passed, 0 failed", 0, "18 passed, 0 failed"],
    [
      "some are skipped",
      "echo 10 passed, 0 failed, 2 skipped",
      "echo 0 passed, 0 failed, 3 skipped",
      0,
      "13 passed, 0 failed, 5 skipped",
    ],
    [
      "a test fails",
      "echo 9 passed, 1 failed; exit 1",
      "echo 5 passed, 0 failed",
      1,
      "17 passed, 1 failed",
    ],
    [
      "npm speaks after the counts",
      "echo 9 passed, 1 failed; echo npm error >&2; exit 1",
      "echo 5 passed, 0 failed",
      1,
      "17 passed, 1 failed",
    ],
    ["a step crashes", "echo oh; exit 7", "echo 5 passed, 0 failed", 1, "8 passed, 1 failed"],
    ["a step says nothing", "true", "echo 5 passed, 0 failed", 1, "8 passed, 1 failed"],
    [
      "a step fails in spite of its counts",
      "echo 9 passed, 0 failed; exit 1",
      "echo 5 passed, 0 failed",
      1,
      "17 passed, 1 failed",
    ],
  ])("sums the counts of its steps when %s", (_, test, lab, status, last) => {
    expect(ci(test, lab)).toMatchObject({ status, last });
  });

  it("counts a quickstart that says something else, or fails, as a failure", () => {
    const others = { ...quickstarts, "run quickstart": "echo 'unchanged (7 resources)'; exit 1" };
    const { status, last } = ci("echo 1 passed, 0 failed", "echo 1 passed, 0 failed", others);
    expect({ status, last }).toEqual({ status: 1, last: "3 passed, 2 failed" });
  });

  it("runs the lab also when the tests failed, and tells the time of each", () => {
    const { stdout } = ci("exit 1", "echo lab ran; echo 1 passed, 0 failed");
    expect(stdout).toContain("lab ran");
    expect(stdout).toMatch(/npm test ended with status 1 after \d+ s/);
  });

  it("is executable", () => {
    expect(() => execFileSync("test", ["-x", resolve(repository, ".ci/run")])).not.toThrow();
  });
});
