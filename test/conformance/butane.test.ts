import { butaneRows, missingButaneData } from "./butane.js";
import { knownButaneDifferences } from "./butane-known-differences.js";

const missing = missingButaneData();

if (missing) {
  describe.skip(`Butane's own tests: ${missing}`, () => {
    it("needs upstream's data", () => undefined);
  });
} else {
  describe("Butane's own tests", () => {
    const rows = butaneRows();

    it("cover both sources and six checks each", () => {
      expect(rows.map(({ source, check }) => `${source} ${check}`)).toHaveLength(12);
      expect(rows.every(({ cases }) => cases > 0)).toBe(true);
    });

    it.each(rows)("$source agrees in $check", ({ check, disagreed }) => {
      const unexplained = disagreed.filter(
        (name) =>
          !knownButaneDifferences.some(
            (known) => known.name === name && known.checks.includes(check),
          ),
      );
      expect(unexplained).toEqual([]);
    });

    it("have no known difference that is gone", () => {
      const gone = knownButaneDifferences.filter(({ name, checks }) =>
        checks.some(
          (check) => !rows.some((row) => row.check === check && row.disagreed.includes(name)),
        ),
      );
      expect(gone).toEqual([]);
    });
  });
}
