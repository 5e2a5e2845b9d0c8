import { awsCatalogue } from "../../src/hardware/aws.js";
import { azureCatalogue } from "../../src/hardware/azure.js";
import { gcpCatalogue } from "../../src/hardware/gcp.js";
import {
  type Catalogue,
  checkType,
  defineProfile,
  type HardwareProfile,
  type ProfileSpec,
  type TypeOptions,
} from "../../src/hardware/index.js";

const issuesOf = (catalogue: Catalogue, type: string | undefined, options?: TypeOptions) =>
  checkType(catalogue, type, ["instanceType"], options).report.issues;

const codesOf = (catalogue: Catalogue, type: string, options?: TypeOptions) =>
  issuesOf(catalogue, type, options).map(({ code, severity }) => `${severity} ${code}`);

const profile = (more: Partial<ProfileSpec>): HardwareProfile | undefined =>
  defineProfile({ name: "own", ...more }).profile;

describe("a type against a profile", () => {
  it.each<[string, Catalogue, string, TypeOptions]>([
    ["exactly 4 vCPU and 8 GiB", awsCatalogue, "c7i.xlarge", {}],
    ["the same on arm64", azureCatalogue, "Standard_D4pls_v5", {}],
    ["the same on GCP", gcpCatalogue, "c3-highcpu-4", {}],
    ["a custom type of exactly the floor", gcpCatalogue, "e2-custom-4-8192", {}],
    ["a custom type of 8000 MiB", gcpCatalogue, "n2-custom-4-8000", {}],
    ["a type known by name", awsCatalogue, "m99g.xlarge", {}],
    ["a constrained size with enough left", azureCatalogue, "Standard_E8-4s_v5", {}],
    [
      "overrides that leave enough",
      awsCatalogue,
      "m7i.2xlarge",
      { overrides: { threadsPerCore: 1 } },
    ],
    [
      "a type that nobody knows and the user declares",
      awsCatalogue,
      "x99.huge",
      { declared: { vcpus: 8, memoryMib: 16384, architecture: "x64" } },
    ],
    [
      "a type whose architecture the user declares",
      gcpCatalogue,
      "n9-standard-8",
      { declared: { architecture: "x64" } },
    ],
    ["a burstable type", awsCatalogue, "t3.xlarge", {}],
    [
      "a graphics processor that is asked for",
      awsCatalogue,
      "g6.xlarge",
      { profile: profile({ gpu: true }) },
    ],
  ])("accepts %s", (_, catalogue, type, options) => {
    expect(issuesOf(catalogue, type, options)).toEqual([]);
  });

  it("says nothing of a type that is not known yet", () => {
    expect(checkType(awsCatalogue, undefined, []).facts).toBeUndefined();
    expect(issuesOf(awsCatalogue, undefined)).toEqual([]);
  });

  it("gives the numbers, the floor and the three nearest types that pass", () => {
    expect(issuesOf(awsCatalogue, "t4g.small")).toEqual([
      {
        code: "HARDWARE_TOO_SMALL",
        severity: "error",
        path: ["instanceType"],
        message: 't4g.small has 2 vCPU and 2 GiB; profile "flatcar-standard" needs 4 vCPU and 8 GB',
        hint: "use t4g.xlarge (4 vCPU, 16 GiB), t4g.2xlarge (8 vCPU, 32 GiB) or m7g.xlarge (4 vCPU, 16 GiB), or say in hardwareWaiver why this one may be smaller",
      },
    ]);
  });

  it.each<[string, Catalogue, string, TypeOptions, string]>([
    ["7.5 GiB", awsCatalogue, "c3.xlarge", {}, "c3.xlarge has 4 vCPU and 7.5 GiB"],
    ["7 GiB and 8 vCPU", awsCatalogue, "c1.xlarge", {}, "c1.xlarge has 8 vCPU and 7 GiB"],
    ["7372 MiB", gcpCatalogue, "n1-highcpu-8", {}, "n1-highcpu-8 has 8 vCPU and 7372 MiB"],
    ["7999 MiB", gcpCatalogue, "n2-custom-4-7999", {}, "n2-custom-4-7999 has 4 vCPU and 7999 MiB"],
    [
      "a constrained size",
      azureCatalogue,
      "Standard_E4-2s_v5",
      {},
      "Standard_E4-2s_v5 has 2 vCPU and 32 GiB",
    ],
    ["a type known by name", awsCatalogue, "c99.large", {}, "c99.large has 2 vCPU and 4 GiB"],
    ["a type of known processors", awsCatalogue, "g99.large", {}, "g99.large has 2 vCPU"],
    [
      "a type of which the name tells the least",
      azureCatalogue,
      "standard_e64-2s_v99",
      {},
      "standard_e64-2s_v99 has 2 vCPU and at least 384 GiB",
    ],
    [
      "a large type with processors switched off",
      awsCatalogue,
      "m7i.8xlarge",
      { overrides: { coreCount: 1 } },
      "m7i.8xlarge with its processor options has 2 vCPU and 128 GiB",
    ],
    [
      "a type below a higher profile",
      awsCatalogue,
      "m7i.xlarge",
      { profile: profile({ vcpus: 16 }) },
      "m7i.xlarge has 4 vCPU and 16 GiB",
    ],
    [
      "a type that the user declares larger than it is",
      awsCatalogue,
      "t3.small",
      { declared: { vcpus: 8, memoryMib: 16384 } },
      "t3.small has 2 vCPU and 2 GiB",
    ],
  ])("rejects %s", (_, catalogue, type, options, start) => {
    const [issue, ...others] = issuesOf(catalogue, type, options);
    expect(others).toEqual([]);
    expect(issue?.code).toBe("HARDWARE_TOO_SMALL");
    expect(issue?.message.startsWith(`${start}; profile`)).toBe(true);
  });

  it("says to switch processors on when only the overrides are in the way", () => {
    const [issue] = issuesOf(awsCatalogue, "m7i.xlarge", { overrides: { threadsPerCore: 1 } });
    expect(issue?.hint).toMatch(/^leave more processors switched on/);
  });

  it.each<[string, Catalogue, string, TypeOptions, string, string]>([
    [
      "a misspelt type",
      awsCatalogue,
      "t3.xlrge",
      {},
      "processors and memory",
      'did you mean "t3.xlarge"? otherwise declare vcpus and memoryMib in hardware',
    ],
    [
      "a size without its tier",
      azureCatalogue,
      "D4s_v5",
      {},
      "processors, memory and architecture",
      'did you mean "Standard_D4s_v5"? otherwise declare vcpus, memoryMib and architecture in hardware',
    ],
    [
      "an empty type",
      awsCatalogue,
      "",
      {},
      "processors, memory and architecture",
      "declare vcpus, memoryMib and architecture in hardware",
    ],
    [
      "a family that GCP is not known to have",
      gcpCatalogue,
      "n9-standard-8",
      {},
      "architecture",
      "declare architecture in hardware",
    ],
    [
      "a name that tells less memory than a profile needs",
      gcpCatalogue,
      "n4-standard-6",
      { profile: profile({ memoryMib: 24576 }) },
      "memory",
      "declare memoryMib in hardware",
    ],
    [
      "a graphics processor that a name does not tell",
      awsCatalogue,
      "m99i.xlarge",
      { profile: profile({ gpu: true }) },
      "graphics processor",
      "declare gpu in hardware",
    ],
  ])("rejects as not known %s", (_, catalogue, type, options, nouns, hint) => {
    const { noun, table } = catalogue;
    expect(issuesOf(catalogue, type, options)).toEqual([
      {
        code: "HARDWARE_UNKNOWN",
        severity: "error",
        path: ["instanceType"],
        message: `"${type}" is no ${noun} of the list of ${table.date}, and its name does not tell its ${nouns}`,
        hint,
        missing: true,
      },
    ]);
  });

  it.each<[string, Catalogue, string, TypeOptions, string[]]>([
    [
      "a Mac, and nothing else of it",
      awsCatalogue,
      "mac2.metal",
      {},
      ["error HARDWARE_CANNOT_BOOT"],
    ],
    [
      "a small size for confidential machines",
      azureCatalogue,
      "Standard_DC2as_v5",
      {},
      ["error HARDWARE_TOO_SMALL", "error HARDWARE_CANNOT_BOOT"],
    ],
    [
      "an image that the size does not start",
      azureCatalogue,
      "Standard_D4s_v6",
      { image: { what: "image stable", generation: 1 } },
      ["error HARDWARE_CANNOT_BOOT"],
    ],
    ["arm64 on GCP", gcpCatalogue, "t2a-standard-4", {}, ["error HARDWARE_NO_IMAGE"]],
    [
      "an architecture that the profile does not take",
      awsCatalogue,
      "m7g.xlarge",
      { profile: profile({ architectures: ["x64"] }) },
      ["error HARDWARE_ARCHITECTURE"],
    ],
    [
      "a burstable type that the profile does not take",
      awsCatalogue,
      "t3.xlarge",
      { profile: profile({ burstableAllowed: false }) },
      ["error HARDWARE_BURSTABLE"],
    ],
    [
      "a type without the graphics processor that the profile needs",
      awsCatalogue,
      "m7i.xlarge",
      { profile: profile({ gpu: true }) },
      ["error HARDWARE_GPU_MISSING"],
    ],
    [
      "overrides that make no sense",
      awsCatalogue,
      "m7i.xlarge",
      { overrides: { coreCount: 0 } },
      ["error HARDWARE_INVALID"],
    ],
    [
      "an empty waiver",
      awsCatalogue,
      "m7i.xlarge",
      { waiver: " " },
      ["error HARDWARE_WAIVER_EMPTY"],
    ],
  ])("rejects %s", (_, catalogue, type, options, codes) => {
    expect(codesOf(catalogue, type, options)).toEqual(codes);
  });

  it("names type and profile when the architecture is wrong", () => {
    const only = profile({ architectures: ["x64"] });
    const [issue] = issuesOf(awsCatalogue, "m7g.xlarge", { profile: only });
    expect(issue?.message).toBe('m7g.xlarge is arm64, and profile "own" takes x64');
  });

  it("takes a waiver for what is too small, and for nothing else", () => {
    const waiver = "bastion";
    expect(codesOf(awsCatalogue, "t3.small", { waiver })).toEqual(["warning HARDWARE_TOO_SMALL"]);
    expect(codesOf(awsCatalogue, "x99.huge", { waiver })).toEqual(["error HARDWARE_UNKNOWN"]);
    expect(codesOf(awsCatalogue, "mac2.metal", { waiver })).toEqual(["error HARDWARE_CANNOT_BOOT"]);
  });

  it("hands out the facts it judged", () => {
    const options = { overrides: { coreCount: 1 }, declared: { gpu: true } };
    const { facts } = checkType(awsCatalogue, "m99g.2xlarge", [], options);
    expect(facts).toMatchObject({ vcpus: 1, memoryMib: 32768, gpu: true, from: "name" });
  });
});
