import { awsCatalogue } from "../../src/hardware/aws.js";
import { azureCatalogue } from "../../src/hardware/azure.js";
import { gcpCatalogue } from "../../src/hardware/gcp.js";
import { type BootImage, type Catalogue, checkBoot, lookUpType } from "../../src/hardware/index.js";

const check = (catalogue: Catalogue, type: string, image?: BootImage) => {
  const facts = lookUpType(catalogue, type);
  return facts ? checkBoot(catalogue, facts, ["type"], image).issues : undefined;
};

const first: BootImage = { what: "image stable", generation: 1, diskControllers: ["scsi"] };
const second: BootImage = { what: "image stable-gen2", generation: 2 };

describe("whether Flatcar starts", () => {
  it.each<[string, Catalogue, string, BootImage | undefined]>([
    ["an EC2 type", awsCatalogue, "m7i.xlarge", undefined],
    ["a whole EC2 machine", awsCatalogue, "m7i.metal-24xl", undefined],
    ["an Azure size with an image of generation 1", azureCatalogue, "Standard_D4s_v5", first],
    ["an Azure size with an image of generation 2", azureCatalogue, "Standard_D4s_v5", second],
    ["an Azure size with NVMe disks", azureCatalogue, "Standard_D4s_v6", second],
    ["an Azure size of which no generation is known", azureCatalogue, "Standard_L8s_v3", first],
    [
      "an arm64 Azure size of version 6 from SCSI",
      azureCatalogue,
      "Standard_D4ps_v6",
      { what: "image stable", generation: 2, diskControllers: ["scsi"] },
    ],
    ["an Azure size with SGX", azureCatalogue, "Standard_DC4s_v3", second],
    ["a GCP type", gcpCatalogue, "n2-standard-4", undefined],
    [
      "an arm64 GCP type with an own image",
      gcpCatalogue,
      "c4a-standard-4",
      { what: "x", own: true },
    ],
  ])("accepts %s", (_, catalogue, type, image) => {
    expect(check(catalogue, type, image)).toEqual([]);
  });

  it.each<[string, Catalogue, string, BootImage | undefined, string, string]>([
    [
      "a Mac",
      awsCatalogue,
      "mac2.metal",
      undefined,
      "HARDWARE_CANNOT_BOOT",
      "mac2.metal is a Mac host, which starts macOS only",
    ],
    [
      "a Mac that no list has",
      awsCatalogue,
      "mac-m9.metal",
      undefined,
      "HARDWARE_CANNOT_BOOT",
      "mac-m9.metal is a Mac host, which starts macOS only",
    ],
    [
      "an AMD size for confidential machines",
      azureCatalogue,
      "Standard_DC4as_v5",
      undefined,
      "HARDWARE_CANNOT_BOOT",
      "Standard_DC4as_v5 starts only as a confidential machine, and Flatcar has no image for those",
    ],
    [
      "an Intel size for confidential machines",
      azureCatalogue,
      "Standard_EC4eds_v6",
      undefined,
      "HARDWARE_CANNOT_BOOT",
      "Standard_EC4eds_v6 starts only as a confidential machine, and Flatcar has no image for those",
    ],
    [
      "generation 1 on a size of generation 2",
      azureCatalogue,
      "Standard_D4s_v6",
      { what: "image stable", generation: 1 },
      "HARDWARE_CANNOT_BOOT",
      "Standard_D4s_v6 starts images of generation 2, and image stable is of generation 1",
    ],
    [
      "generation 1 on arm64",
      azureCatalogue,
      "Standard_D4ps_v5",
      { what: "image stable", generation: 1 },
      "HARDWARE_CANNOT_BOOT",
      "Standard_D4ps_v5 starts images of generation 2, and image stable is of generation 1",
    ],
    [
      "generation 2 on a size of generation 1",
      azureCatalogue,
      "Standard_D4_v3",
      second,
      "HARDWARE_CANNOT_BOOT",
      "Standard_D4_v3 starts images of generation 1, and image stable-gen2 is of generation 2",
    ],
    [
      "an image without NVMe on a size without SCSI",
      azureCatalogue,
      "Standard_E8ds_v7",
      { what: "image mine", generation: 2, diskControllers: ["scsi"] },
      "HARDWARE_CANNOT_BOOT",
      "Standard_E8ds_v7 has NVMe disks, and image mine is registered for SCSI",
    ],
    [
      "arm64 on GCP",
      gcpCatalogue,
      "c4a-standard-4",
      undefined,
      "HARDWARE_NO_IMAGE",
      "c4a-standard-4 is arm64: Flatcar publishes no arm64 image for GCP",
    ],
  ])("rejects %s", (_, catalogue, type, image, code, message) => {
    expect(check(catalogue, type, image)).toEqual([
      expect.objectContaining({ code, severity: "error", path: ["type"], message }),
    ]);
  });

  it("says both when generation and disks are wrong", () => {
    expect(check(azureCatalogue, "Standard_D4s_v6", first)).toHaveLength(2);
  });
});
