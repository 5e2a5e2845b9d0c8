import type { Catalogue } from "./catalogue.js";
import { readAwsName } from "./names/aws.js";
import { awsTable } from "./tables/aws.js";

/**
 * EC2 instance types. Families that are a generation old come first among the preferred ones: they are
 * offered in more regions than the newest.
 */
export const awsCatalogue: Catalogue = Object.freeze({
  cloud: "aws",
  noun: "EC2 instance type",
  table: awsTable,
  keyOf: (type: string) => type,
  readName: readAwsName,
  preferred: Object.freeze({
    x64: Object.freeze(["m7i", "m7a", "m6a", "m8i", "m8a"]),
    arm64: Object.freeze(["m7g", "m6g", "m8g", "m9g"]),
  }),
  preferredBurstable: Object.freeze({
    x64: Object.freeze(["t3", "t3a"]),
    arm64: Object.freeze(["t4g"]),
  }),
  unbootable: Object.freeze({
    mac: Object.freeze({
      reason: "is a Mac host, which starts macOS only",
      hint: "use a type of another family",
    }),
  }),
  imageless: Object.freeze({}),
});
