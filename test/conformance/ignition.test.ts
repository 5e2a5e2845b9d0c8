import { ignitionRows, missingIgnitionData } from "./ignition.js";
import { knownIgnitionDifferences } from "./known-differences.js";

const missing = missingIgnitionData();

if (missing) {
  it.skip(`agrees with Ignition (skipped: ${missing})`, () => undefined);
} else {
  describe("Ignition's own cases", () => {
    const rows = ignitionRows();

    it.each(rows)("agree: $source $check, $agreed of $cases", ({ check, disagreed }) => {
      const known = knownIgnitionDifferences.filter(({ checks }) => checks.includes(check));
      expect(disagreed.filter((name) => !known.some((each) => each.name === name))).toEqual([]);
    });

    it.each(knownIgnitionDifferences)("still differ: $name", ({ name, checks }) => {
      for (const check of checks) {
        expect(rows.some((row) => row.check === check && row.disagreed.includes(name))).toBe(true);
      }
    });
  });
}
