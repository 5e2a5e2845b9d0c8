import { awsCatalogue } from "../../src/hardware/aws.js";
import { azureCatalogue } from "../../src/hardware/azure.js";
import { gcpCatalogue } from "../../src/hardware/gcp.js";
import { type Catalogue, typesOf } from "../../src/hardware/index.js";

/** Types with figures from a list, each beside what its name says. */
const pairs = (catalogue: Catalogue) =>
  typesOf(catalogue)
    .filter(({ from }) => from === "table")
    .map((facts) => ({ facts, name: catalogue.readName(catalogue.keyOf(facts.type)) ?? {} }));

type Fact = "architecture" | "vcpus" | "memoryMib";

/** In how many types a name says a fact, and in which of them it is wrong. */
function agreement(catalogue: Catalogue, fact: Fact) {
  const said = pairs(catalogue).filter(
    ({ name }) => name[fact] !== undefined && !(fact === "memoryMib" && name.memoryAtLeast),
  );
  const wrong = said.filter(({ facts, name }) => facts[fact] !== name[fact]);
  return { said: said.length, wrong: wrong.map(({ facts }) => facts.type) };
}

const right = (said: number) => ({ said, wrong: [] });

describe("type names against the tables", () => {
  it.each([
    ["aws", awsCatalogue, 1407],
    ["azure", azureCatalogue, 1464],
    ["gcp", gcpCatalogue, 572],
  ])("compares %s on all its listed types", (_, catalogue, count) => {
    expect(pairs(catalogue)).toHaveLength(count);
  });

  it.each([
    // All but the Mac hosts, whose architectures are not Flatcar's.
    ["aws", awsCatalogue, 1398],
    // All but one internal size.
    ["azure", azureCatalogue, 1463],
    // The family's, from the table itself.
    ["gcp", gcpCatalogue, 572],
  ])("the names of %s are right about the architecture", (_, catalogue, said) => {
    expect(agreement(catalogue, "architecture")).toEqual(right(said));
  });

  it.each([
    ["aws", awsCatalogue, 1321],
    ["azure", azureCatalogue, 1373],
    ["gcp", gcpCatalogue, 526],
  ])("the names of %s are right about processors or say nothing", (_, catalogue, said) => {
    expect(agreement(catalogue, "vcpus")).toEqual(right(said));
  });

  it.each([
    ["aws", awsCatalogue, 1125],
    ["azure", azureCatalogue, 586],
    // Only custom types, which no list has.
    ["gcp", gcpCatalogue, 0],
  ])("the names of %s are right about memory or say nothing", (_, catalogue, said) => {
    expect(agreement(catalogue, "memoryMib")).toEqual(right(said));
  });

  it.each([
    ["azure", azureCatalogue, 530],
    ["gcp", gcpCatalogue, 483],
  ])("what the names of %s say of memory at least is never too much", (_, catalogue, said) => {
    const bounds = pairs(catalogue).filter(({ name }) => name.memoryAtLeast);
    const over = bounds.filter(({ facts, name }) => (name.memoryMib ?? 0) > (facts.memoryMib ?? 0));
    expect({ said: bounds.length, wrong: over.map(({ facts }) => facts.type) }).toEqual(
      right(said),
    );
  });

  it("the names of EC2 are right about burstable types, metal and threads", () => {
    const wrong = pairs(awsCatalogue).filter(
      ({ facts, name }) =>
        (name.burstable ?? false) !== facts.burstable ||
        name.traits?.includes("metal") !== facts.traits.includes("metal") ||
        (name.threadsPerCore ?? facts.threadsPerCore) !== facts.threadsPerCore,
    );
    expect(wrong).toEqual([]);
  });

  // The sizes of these families are numbered otherwise, or their memory follows no ratio.
  it.each([
    ["vcpus", "m1.large"],
    ["vcpus", "m2.xlarge"],
    ["vcpus", "c1.xlarge"],
    ["vcpus", "c4.8xlarge"],
    ["vcpus", "d2.8xlarge"],
    ["vcpus", "hs1.8xlarge"],
    ["vcpus", "c6g.metal"],
    ["vcpus", "u-6tb1.metal"],
    ["vcpus", "m7i.metal-xl"],
    ["vcpus", "m7i.huge"],
    ["memoryMib", "c3.xlarge"],
    ["memoryMib", "c5n.9xlarge"],
    ["memoryMib", "d3en.xlarge"],
    ["memoryMib", "g6.xlarge"],
    ["memoryMib", "p5.48xlarge"],
    ["memoryMib", "t1.micro"],
    ["architecture", "mac-m9.metal"],
  ] as const)("EC2: nothing about %s of %s", (fact, type) => {
    expect(awsCatalogue.readName(type)?.[fact]).toBeUndefined();
  });

  it.each([
    ["vcpus", "standard_d3_v2"],
    ["vcpus", "standard_ds11-1_v2"],
    ["vcpus", "standard_a4"],
    ["vcpus", "standard_g5"],
    ["memoryMib", "standard_b4ms"],
    ["memoryMib", "standard_f4s_v5"],
    ["memoryMib", "standard_m64s_v3"],
    ["memoryMib", "standard_nc40ads_h100_v5"],
  ] as const)("Azure: nothing about %s of %s", (fact, type) => {
    expect(azureCatalogue.readName(type)?.[fact]).toBeUndefined();
  });

  it.each([
    ["vcpus", "a2-highgpu-1g"],
    ["vcpus", "ct5lp-hightpu-4t"],
    ["vcpus", "m2-ultramem2x-96"],
    ["vcpus", "x4-480-6t-metal"],
    ["memoryMib", "m3-ultramem-32"],
    ["architecture", "n9-standard-4"],
  ] as const)("GCP: nothing about %s of %s", (fact, type) => {
    expect(gcpCatalogue.readName(type)?.[fact]).toBeUndefined();
  });

  it.each([
    ["aws", awsCatalogue, "p6e-gb200.36xlarge", { vcpus: 144, architecture: "arm64", gpu: true }],
    ["aws", awsCatalogue, "u7inh-32tb.480xlarge", { vcpus: 1920, architecture: "x64" }],
    ["aws", awsCatalogue, "c7i-flex.xlarge", { vcpus: 4, architecture: "x64", memoryMib: 8192 }],
    ["aws", awsCatalogue, "g5g.xlarge", { architecture: "arm64" }],
    ["aws", awsCatalogue, "g5.xlarge", { architecture: "x64" }],
    ["aws", awsCatalogue, "x2iedn.xlarge", { memoryMib: 131072 }],
    ["aws", awsCatalogue, "hpc6a.48xlarge", { vcpus: 96 }],
    ["aws", awsCatalogue, "t8i.medium", { vcpus: 2, memoryMib: 4096, burstable: true }],
    ["aws", awsCatalogue, "i3.xlarge", { traits: ["xen"] }],
    ["aws", awsCatalogue, "i3.metal", { traits: ["metal"] }],
    ["aws", awsCatalogue, "i3en.xlarge", { traits: [] }],
    ["azure", azureCatalogue, "standard_np10s", { architecture: "x64" }],
    ["azure", azureCatalogue, "standard_nd128isr_gb300_v6", { vcpus: 128, architecture: "arm64" }],
    [
      "azure",
      azureCatalogue,
      "standard_e8-2s_v9",
      { vcpus: 2, memoryMib: 65536, traits: ["constrained"] },
    ],
    ["azure", azureCatalogue, "standard_b2ts_v2", { memoryMib: 1024, burstable: true }],
    ["azure", azureCatalogue, "standard_f4ams_v8", { memoryMib: 32768 }],
    ["gcp", gcpCatalogue, "c4d-standard-384-metal", { vcpus: 384, traits: ["metal"] }],
    ["gcp", gcpCatalogue, "h3-standard-88", { threadsPerCore: 1 }],
    ["gcp", gcpCatalogue, "n2-standard-8", { threadsPerCore: 2 }],
  ] as const)("of %s, in full", (_, catalogue, type, facts) => {
    expect(catalogue.readName(type)).toMatchObject(facts);
  });
});
