/** Flatcar in Azure's marketplace, one exact release. */
export const flatcarImage = {
  publisher: "kinvolk",
  offer: "flatcar-container-linux-free",
  sku: "stable-gen2",
  version: "4593.2.5",
};

/** The same, for machines with BIOS. */
export const olderImage = { ...flatcarImage, sku: "stable" };

/** Inputs of an Azure machine of a size, started from an image. */
export const azureSize = (vmSize: string, imageReference = flatcarImage) => ({
  hardwareProfile: { vmSize },
  storageProfile: { imageReference, osDisk: { diskSizeGB: 32 } },
});

/** Inputs of a GCP machine, started from Flatcar's image of that name or address. */
export const gcpType = (machineType: string, image: string) => ({
  machineType,
  bootDisk: { initializeParams: { image, size: 32 } },
});

/** Inputs of an EC2 machine. */
export const ec2Type = (instanceType: string) => ({
  instanceType,
  rootBlockDevice: { volumeSize: 32 },
});
