import type { Architecture } from "./architecture.js";
import type { Catalogue } from "./catalogue.js";
import { lastSegment } from "./look-up.js";
import { readGcpName } from "./names/gcp.js";
import { gcpTable } from "./tables/gcp.js";

/** GCP machine types. The preferred families are those that start from every kind of persistent disk. */
export const gcpCatalogue: Catalogue = Object.freeze({
  cloud: "gcp",
  noun: "GCP machine type",
  table: gcpTable,
  // A type is written as a name or as an address that ends in one.
  keyOf: lastSegment,
  readName: (type: string) => readGcpName(type, architectureOf),
  preferred: Object.freeze({
    x64: Object.freeze(["e2", "n2", "n2d"]),
    arm64: Object.freeze(["c4a", "n4a", "t2a"]),
  }),
  preferredBurstable: Object.freeze({ x64: Object.freeze([]), arm64: Object.freeze([]) }),
  unbootable: Object.freeze({}),
  imageless: Object.freeze({
    arm64: Object.freeze({
      reason: "Flatcar publishes no arm64 image for GCP",
      hint: "use an x64 type, or an arm64 image of your own",
    }),
  }),
});

/** A family has one architecture; one that the table does not have may have either. */
function architectureOf(family: string): Architecture | undefined {
  const start = gcpTable.rows.indexOf(`\n${family}-`) + 1;
  if (start === 0) return undefined;
  const line = gcpTable.rows.slice(start, gcpTable.rows.indexOf("\n", start));
  return line.split(" ").includes("arm64") ? "arm64" : "x64";
}
