import { butaneRows, missingButaneData } from "./butane.js";
import { knownButaneDifferences } from "./butane-known-differences.js";
import { ignitionRows, missingIgnitionData } from "./ignition.js";
import { knownIgnitionDifferences } from "./known-differences.js";
import type { ConformanceRow } from "./rows.js";

/** Prints how far this project agrees with upstream's tests; fails on a difference without a reason. */
function main(): number {
  const missing = missingIgnitionData() ?? missingButaneData();
  if (missing) {
    console.error(missing);
    return 1;
  }
  const known = [...knownIgnitionDifferences, ...knownButaneDifferences];
  const isKnown = ({ check }: ConformanceRow, name: string) =>
    known.some((each) => each.name === name && each.checks.includes(check));
  const rows = [...ignitionRows(), ...butaneRows()];
  const lines = [["source", "check", "cases", "agreed", "disagreed"]];
  let unexplained = 0;
  for (const row of rows) {
    const names = row.disagreed.map((name) => (isKnown(row, name) ? `${name} (known)` : name));
    unexplained += row.disagreed.filter((name) => !isKnown(row, name)).length;
    const counts = [row.cases, row.agreed, row.disagreed.length].map(String);
    lines.push([row.source, row.check, ...counts, names.join(", ")]);
  }
  for (const { name, checks, reason } of known) {
    console.log(`known difference: ${name} ${checks.join(" ")}: ${reason}`);
  }
  const sum = (count: (row: ConformanceRow) => number) =>
    String(rows.reduce((total, row) => total + count(row), 0));
  lines.push([
    "total",
    "",
    sum((row) => row.cases),
    sum((row) => row.agreed),
    sum((row) => row.disagreed.length),
    `${unexplained} unexplained`,
  ]);
  const widths = [0, 1, 2, 3, 4].map((at) =>
    Math.max(...lines.map((line) => line[at]?.length ?? 0)),
  );
  for (const line of lines) {
    console.log(
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join("  ")
        .trimEnd(),
    );
  }
  return unexplained === 0 ? 0 : 1;
}

process.exitCode = main();
