import { withhold } from "../../src/machine/index.js";
import { type Path, parsePath, Report } from "../../src/report/index.js";

const at = (text: string) => parsePath(text) ?? [];

/** A report with one issue, seen while `promised` are still promised. */
function issues(path: string, promised: string[], missing?: true | Path) {
  const report = new Report();
  report.error("HARDWARE_UNKNOWN", at(path), "message", "hint", { missing });
  return withhold(report, promised.map(at)).issues.length;
}

describe("issues while something is still promised", () => {
  it.each<[string, string, string[], true | Path | undefined, number]>([
    ["stay when nothing is promised", "$.units[0].name", [], true, 1],
    [
      "stay when something else is promised",
      "$.units[0].name",
      ["$.units[0].contents"],
      undefined,
      1,
    ],
    ["are withheld at the promised value", "$.units[0].name", ["$.units[0].name"], undefined, 0],
    ["are withheld below the promised value", "$.units[0].name", ["$.units"], undefined, 0],
    [
      "about something missing are withheld beside the promised value",
      "$.files[1].hash",
      ["$.files[1].source"],
      true,
      0,
    ],
    [
      "about something missing stay in another item",
      "$.files[1].hash",
      ["$.files[0].source"],
      true,
      1,
    ],
    [
      "about a missing value are withheld while it is promised",
      "$.firstBoot",
      ["$.rootDisk"],
      ["rootDisk"],
      0,
    ],
    [
      "about a missing value stay when another is promised",
      "$.firstBoot",
      ["$.directory"],
      ["rootDisk"],
      1,
    ],
    ["about something missing stay outside of lists", "$.macAddresses", ["$.directory"], true, 1],
  ])("%s", (_, path, promised, missing, count) => {
    expect(issues(path, promised, missing)).toBe(count);
  });
});
