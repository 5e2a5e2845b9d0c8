import fc from "fast-check";
import { awsCatalogue } from "../../src/hardware/aws.js";
import { azureCatalogue } from "../../src/hardware/azure.js";
import { gcpCatalogue } from "../../src/hardware/gcp.js";
import {
  applyOverrides,
  type Catalogue,
  type CpuOverrides,
  lookUpType,
  type TypeFacts,
  typesOf,
} from "../../src/hardware/index.js";

const vcpusOf = (catalogue: Catalogue, type: string, overrides: CpuOverrides) => {
  const facts = lookUpType(catalogue, type) ?? { type, traits: [], from: "declared" as const };
  return applyOverrides(facts, overrides).vcpus;
};

describe("what an instance says about its processors", () => {
  it.each<[string, Catalogue, string, CpuOverrides, number | undefined]>([
    ["AWS: one thread of each core", awsCatalogue, "m7i.2xlarge", { threadsPerCore: 1 }, 4],
    ["AWS: one core", awsCatalogue, "m7i.2xlarge", { coreCount: 1 }, 2],
    ["AWS: cores and threads", awsCatalogue, "m7i.4xlarge", { coreCount: 3, threadsPerCore: 1 }, 3],
    ["AWS: all of both", awsCatalogue, "m7i.xlarge", { coreCount: 2, threadsPerCore: 2 }, 4],
    ["AWS: a type without second threads", awsCatalogue, "m7g.xlarge", { threadsPerCore: 1 }, 4],
    ["AWS: cores of such a type", awsCatalogue, "m7a.2xlarge", { coreCount: 3 }, 3],
    ["AWS: more than the type has", awsCatalogue, "m7i.large", { coreCount: 64 }, 2],
    [
      "AWS: both, of a type nobody knows",
      awsCatalogue,
      "big",
      { coreCount: 4, threadsPerCore: 2 },
      8,
    ],
    ["AWS: threads of a type nobody knows", awsCatalogue, "big", { threadsPerCore: 1 }, undefined],
    [
      "AWS: threads of a type known by name",
      awsCatalogue,
      "m99i.2xlarge",
      { threadsPerCore: 1 },
      4,
    ],
    ["AWS: cores of a type known by name", awsCatalogue, "m99i.2xlarge", { coreCount: 2 }, 2],
    ["AWS: no cores", awsCatalogue, "m7i.large", { coreCount: 0 }, 0],
    ["Azure: processors", azureCatalogue, "Standard_D8s_v5", { vCPUsAvailable: 2 }, 2],
    ["Azure: one thread of each core", azureCatalogue, "Standard_D8s_v5", { vCPUsPerCore: 1 }, 4],
    ["Azure: both", azureCatalogue, "Standard_D8s_v5", { vCPUsAvailable: 4, vCPUsPerCore: 1 }, 4],
    ["Azure: threads on arm64", azureCatalogue, "Standard_D4ps_v5", { vCPUsPerCore: 1 }, 4],
    ["GCP: one thread of each core", gcpCatalogue, "n2-standard-8", { threadsPerCore: 1 }, 4],
    ["GCP: cores", gcpCatalogue, "c2-standard-60", { visibleCoreCount: 20 }, 40],
    [
      "GCP: cores and threads",
      gcpCatalogue,
      "c2-standard-60",
      { visibleCoreCount: 20, threadsPerCore: 1 },
      20,
    ],
    ["GCP: threads of a family with one", gcpCatalogue, "t2d-standard-4", { threadsPerCore: 1 }, 4],
    ["GCP: a custom type", gcpCatalogue, "n2-custom-8-16384", { threadsPerCore: 1 }, 4],
    ["nothing", awsCatalogue, "m7i.xlarge", {}, 4],
  ])("%s", (_, catalogue, type, overrides, vcpus) => {
    expect(vcpusOf(catalogue, type, overrides)).toBe(vcpus);
  });

  it("leaves everything else as the type has it", () => {
    const facts = lookUpType(awsCatalogue, "m7i.2xlarge");
    expect(facts && applyOverrides(facts, { coreCount: 1 })).toEqual({ ...facts, vcpus: 2 });
  });

  it("never raises the number of processors", () => {
    const types: TypeFacts[] = [awsCatalogue, azureCatalogue, gcpCatalogue].flatMap(typesOf);
    const count = fc.option(fc.integer({ min: 1, max: 512 }), { nil: undefined });
    const threads = fc.option(fc.constantFrom(1, 2), { nil: undefined });
    fc.assert(
      fc.property(fc.constantFrom(...types), count, count, threads, (facts, cores, all, per) => {
        const own = facts.vcpus ?? 0;
        const azure = { vCPUsAvailable: all, vCPUsPerCore: per };
        return (
          Number(applyOverrides(facts, { coreCount: cores, threadsPerCore: per }).vcpus) <= own &&
          Number(applyOverrides(facts, azure).vcpus) <= own
        );
      }),
      { seed: 4832 },
    );
  });
});
