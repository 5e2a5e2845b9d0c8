import { awsCatalogue } from "../../src/hardware/aws.js";
import { azureCatalogue } from "../../src/hardware/azure.js";
import { gcpCatalogue } from "../../src/hardware/gcp.js";
import { type Catalogue, defineProfile, nearestTypes } from "../../src/hardware/index.js";

describe("the nearest types that are large enough", () => {
  it.each<[string, Catalogue, string, string[]]>([
    ["of the family", awsCatalogue, "c7g.large", ["c7g.xlarge", "c7g.2xlarge", "c7g.4xlarge"]],
    [
      "then of the category",
      awsCatalogue,
      "t4g.small",
      ["t4g.xlarge", "t4g.2xlarge", "m7g.xlarge"],
    ],
    ["of an old family", awsCatalogue, "c3.xlarge", ["c3.2xlarge", "c3.4xlarge", "c3.8xlarge"]],
    [
      "of the family on Azure",
      azureCatalogue,
      "standard_d2s_v5",
      ["Standard_D4s_v5", "Standard_D8s_v5", "Standard_D16s_v5"],
    ],
    [
      "constrained ones for a constrained one",
      azureCatalogue,
      "Standard_E4-2s_v5",
      ["Standard_E8-4s_v5", "Standard_E16-4s_v5", "Standard_E16-8s_v5"],
    ],
    [
      "burstable ones of other families for a burstable one",
      azureCatalogue,
      "Standard_B2s",
      ["Standard_B4ls_v2", "Standard_B4als_v2", "Standard_D4ls_v5"],
    ],
    [
      "of the family on GCP",
      gcpCatalogue,
      "n1-highcpu-8",
      ["n1-highcpu-16", "n1-standard-4", "n1-standard-8"],
    ],
    [
      "for a custom type",
      gcpCatalogue,
      "e2-custom-4-7936",
      ["e2-standard-4", "e2-highcpu-8", "e2-highmem-4"],
    ],
    [
      "for a type known by name",
      awsCatalogue,
      "m7i.medium",
      ["m7i.xlarge", "m7i.2xlarge", "m7i.4xlarge"],
    ],
    ["none for a type of no known architecture", awsCatalogue, "mac2.metal", []],
    ["none for a type that is not known", azureCatalogue, "large", []],
  ])("%s", (_, catalogue, type, nearest) => {
    expect(nearestTypes(catalogue, type).map((facts) => facts.type)).toEqual(nearest);
  });

  it("keeps to the profile and to the number asked for", () => {
    const { profile } = defineProfile({ name: "own", vcpus: 16, burstableAllowed: false });
    const types = nearestTypes(awsCatalogue, "t3.xlarge", profile, 2).map(({ type }) => type);
    expect(types).toEqual(["m7i.4xlarge", "m7a.4xlarge"]);
  });
});
