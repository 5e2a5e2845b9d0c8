import { awsCatalogue } from "../../src/hardware/aws.js";
import { azureCatalogue } from "../../src/hardware/azure.js";
import { gcpCatalogue } from "../../src/hardware/gcp.js";
import { type Catalogue, lookUpType, type TypeFacts, typesOf } from "../../src/hardware/index.js";

type Row = [string, Catalogue, string, Partial<TypeFacts>];

const address =
  "https://www.googleapis.com/compute/v1/projects/p/zones/z/machineTypes/n2-standard-4";

describe("looking a type up", () => {
  it.each<Row>([
    [
      "an EC2 type",
      awsCatalogue,
      "m7g.xlarge",
      { vcpus: 4, memoryMib: 16384, architecture: "arm64" },
    ],
    [
      "an old EC2 type",
      awsCatalogue,
      "c3.xlarge",
      { memoryMib: 7680, traits: ["previous", "xen"] },
    ],
    [
      "a retired EC2 type",
      awsCatalogue,
      "g2.2xlarge",
      { gpu: true, traits: ["previous", "retired", "xen"] },
    ],
    ["a burstable EC2 type", awsCatalogue, "t4g.xlarge", { burstable: true, threadsPerCore: 1 }],
    ["a Mac", awsCatalogue, "mac2.metal", { architecture: undefined, traits: ["mac", "metal"] }],
    ["an Azure size", azureCatalogue, "Standard_D4s_v5", { vcpus: 4, memoryMib: 16384 }],
    ["an Azure size in lower case", azureCatalogue, "standard_d4s_v5", { type: "Standard_D4s_v5" }],
    [
      "a constrained Azure size",
      azureCatalogue,
      "Standard_E4-2s_v5",
      { vcpus: 2, memoryMib: 32768 },
    ],
    ["an Azure size with fractional GB", azureCatalogue, "Standard_D1_v2", { memoryMib: 3584 }],
    [
      "a GCP type",
      gcpCatalogue,
      "c4a-highcpu-4",
      { vcpus: 4, memoryMib: 8192, architecture: "arm64" },
    ],
    ["a GCP type by its address", gcpCatalogue, address, { type: "n2-standard-4", vcpus: 4 }],
    ["a GCP type with a shared core", gcpCatalogue, "e2-medium", { vcpus: 2, burstable: true }],
  ])("finds %s in the table", (_, catalogue, type, facts) => {
    expect(lookUpType(catalogue, type)).toMatchObject({ from: "table", ...facts });
  });

  it.each<Row>([
    [
      "an EC2 type",
      awsCatalogue,
      "m99gd.3xlarge",
      { vcpus: 12, memoryMib: 49152, architecture: "arm64" },
    ],
    ["a size named before its list", awsCatalogue, "r9g.xlarge", { vcpus: 4, memoryMib: 32768 }],
    ["an Azure size", azureCatalogue, "Standard_D4alds_v99", { vcpus: 4, memoryMib: 8192 }],
    ["a large Azure size", azureCatalogue, "Standard_E96s_v99", { vcpus: 96, memoryAtLeast: true }],
    [
      "a new size of a GCP family",
      gcpCatalogue,
      "n4-standard-6",
      { vcpus: 6, architecture: "x64", memoryAtLeast: true },
    ],
    [
      "a GCP custom type",
      gcpCatalogue,
      "e2-custom-4-8192",
      { vcpus: 4, memoryMib: 8192, architecture: "x64" },
    ],
    [
      "a GCP custom type of family n1",
      gcpCatalogue,
      "custom-6-20480-ext",
      { family: "n1", vcpus: 6, memoryMib: 20480 },
    ],
    [
      "a GCP custom type with a shared core",
      gcpCatalogue,
      "e2-custom-medium-8192",
      { vcpus: 2, burstable: true },
    ],
    ["an arm64 GCP custom type", gcpCatalogue, "n4a-custom-4-8192", { architecture: "arm64" }],
  ])("reads from its name %s", (_, catalogue, type, facts) => {
    expect(lookUpType(catalogue, type)).toMatchObject({ type, from: "name", ...facts });
  });

  it.each<[string, Catalogue, string]>([
    ["the empty type", awsCatalogue, ""],
    ["a word", awsCatalogue, "large"],
    ["an EC2 type in capitals", awsCatalogue, "M7G.XLARGE"],
    ["an Azure size without its tier", azureCatalogue, "D4s_v5"],
    ["an EC2 type on Azure", azureCatalogue, "m7g.xlarge"],
    ["a word on GCP", gcpCatalogue, "large"],
    ["a word that objects have", gcpCatalogue, "constructor"],
  ])("knows nothing of %s", (_, catalogue, type) => {
    expect(lookUpType(catalogue, type)).toBeUndefined();
  });

  it.each<[string, Catalogue, string]>([
    ["EC2", awsCatalogue, "constructor1.large"],
    ["Azure", azureCatalogue, "Standard_constructor4s_v5"],
  ])("%s: reads no memory from a family named as objects have it", (_, catalogue, type) => {
    expect(lookUpType(catalogue, type)?.memoryMib).toBeUndefined();
  });

  it("does not guess the architecture of a GCP family that it does not know", () => {
    expect(lookUpType(gcpCatalogue, "n9-standard-8")).toEqual({
      type: "n9-standard-8",
      family: "n9",
      category: "general",
      vcpus: 8,
      memoryMib: 28672,
      memoryAtLeast: true,
      traits: [],
      from: "name",
    });
  });

  it.each([awsCatalogue, azureCatalogue, gcpCatalogue])(
    "hands out sound facts of every type of $cloud that nobody can change",
    (catalogue) => {
      for (const facts of typesOf(catalogue)) {
        expect(facts).toEqual(lookUpType(catalogue, facts.type));
        expect(Object.isFrozen(facts)).toBe(true);
        expect(facts.vcpus).toBeGreaterThan(0);
        expect(facts.memoryMib).toBeGreaterThan(0);
      }
    },
  );

  it.each([awsCatalogue, azureCatalogue, gcpCatalogue])(
    "says of $cloud when the list was made and where it comes from",
    ({ table }) => {
      expect(table.date).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(table.sources.length).toBeGreaterThan(0);
      expect(table.sources.every((source) => /20\d\d-\d\d-\d\d/.test(source))).toBe(true);
    },
  );
});
