import type { KnownDifference } from "./known-differences.js";

const invalidInlineConfig =
  "upstream reports an inline config that is not JSON twice: once at the top of the document, where it is not, and once at its place; here it is one issue, at its place";

/** Cases where this project differs from Butane on purpose. */
export const knownButaneDifferences: readonly KnownDifference[] = [
  {
    name: "butane-go-tests/v0_4/Ignition.translateIgnition/67",
    checks: ["C3", "C4"],
    reason: invalidInlineConfig,
  },
  {
    name: "butane-go-tests/v0_5/Ignition.translateIgnition/162",
    checks: ["C3", "C4"],
    reason: invalidInlineConfig,
  },
];
