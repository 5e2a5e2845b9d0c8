import { awsCatalogue } from "../../src/hardware/aws.js";
import { azureCatalogue } from "../../src/hardware/azure.js";
import { gcpCatalogue } from "../../src/hardware/gcp.js";
import {
  type Catalogue,
  defineProfile,
  type ProfileSpec,
  pickType,
  type TypeWish,
  typesOf,
} from "../../src/hardware/index.js";

const pick = (catalogue: Catalogue, wish: Omit<TypeWish, "profile">, more?: Partial<ProfileSpec>) =>
  pickType(catalogue, { ...wish, profile: defineProfile({ name: "own", ...more }).profile });

const [x64, arm64] = [{ architecture: "x64" }, { architecture: "arm64" }] as const;

describe("the type of a machine that names none", () => {
  it.each<[string, Catalogue, Omit<TypeWish, "profile">, Partial<ProfileSpec>, string]>([
    ["AWS x64", awsCatalogue, x64, {}, "m7i.xlarge"],
    ["AWS arm64", awsCatalogue, arm64, {}, "m7g.xlarge"],
    ["AWS x64, burstable", awsCatalogue, { ...x64, burstable: true }, {}, "t3.xlarge"],
    ["AWS arm64, burstable", awsCatalogue, { ...arm64, burstable: true }, {}, "t4g.xlarge"],
    ["Azure x64", azureCatalogue, x64, {}, "Standard_D4ls_v5"],
    ["Azure arm64", azureCatalogue, arm64, {}, "Standard_D4pls_v6"],
    ["Azure x64, burstable", azureCatalogue, { ...x64, burstable: true }, {}, "Standard_B4ls_v2"],
    [
      "Azure arm64, burstable",
      azureCatalogue,
      { ...arm64, burstable: true },
      {},
      "Standard_B4pls_v2",
    ],
    ["GCP x64", gcpCatalogue, x64, {}, "e2-standard-4"],
    [
      "GCP x64, burstable: there is none so large",
      gcpCatalogue,
      { ...x64, burstable: true },
      {},
      "e2-standard-4",
    ],
    ["more processors", awsCatalogue, x64, { vcpus: 5 }, "m7i.2xlarge"],
    ["more memory", azureCatalogue, x64, { memoryMib: 8193 }, "Standard_D4s_v5"],
    ["more than the first family has", gcpCatalogue, x64, { vcpus: 40 }, "n2-highcpu-48"],
  ])("%s", (_, catalogue, wish, profile, type) => {
    const { facts, report } = pick(catalogue, wish, profile);
    expect(facts?.type).toBe(type);
    expect(report.issues).toEqual([]);
  });

  it("is not burstable when the profile does not take that", () => {
    const wish = { ...x64, burstable: true };
    expect(pick(awsCatalogue, wish, { burstableAllowed: false }).facts?.type).toBe("m7i.xlarge");
  });

  it.each<[string, Catalogue, Omit<TypeWish, "profile">, Partial<ProfileSpec>, string, string]>([
    [
      "arm64 on GCP",
      gcpCatalogue,
      arm64,
      {},
      "HARDWARE_NO_IMAGE",
      "Flatcar publishes no arm64 image for GCP",
    ],
    [
      "a graphics processor",
      awsCatalogue,
      x64,
      { gpu: true },
      "HARDWARE_NO_TYPE",
      'no general-purpose x64 EC2 instance type meets profile "own"',
    ],
    [
      "an architecture that the profile does not take",
      azureCatalogue,
      x64,
      { architectures: ["arm64"] },
      "HARDWARE_NO_TYPE",
      'no general-purpose x64 Azure VM size meets profile "own"',
    ],
  ])("rejects %s", (_, catalogue, wish, profile, code, message) => {
    const { facts, report } = pick(catalogue, wish, profile);
    expect(facts).toBeUndefined();
    expect(report.issues).toEqual([expect.objectContaining({ code, message })]);
  });

  it.each([awsCatalogue, azureCatalogue, gcpCatalogue])(
    "looks at families of $cloud that exist, of the right architecture and kind",
    (catalogue) => {
      const lists = (["preferred", "preferredBurstable"] as const).flatMap((list) =>
        (["x64", "arm64"] as const).flatMap((architecture) =>
          catalogue[list][architecture].map((family) => ({
            family,
            architecture,
            burstable: list === "preferredBurstable",
          })),
        ),
      );
      for (const { family, architecture, burstable } of lists) {
        const types = typesOf(catalogue).filter((facts) => facts.family === family);
        const large = types.filter(({ vcpus = 0 }) => vcpus >= 4);
        expect(large.length).toBeGreaterThan(0);
        for (const facts of large) expect(facts).toMatchObject({ architecture, burstable });
      }
    },
  );
});
