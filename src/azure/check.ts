import { Channel, checkRelease } from "../flatcar/index.js";
import { azureCatalogue } from "../hardware/azure.js";
import { checkCloudMachine } from "../machine/index.js";
import type { Report } from "../report/index.js";
import { checkDevices } from "./check-disks.js";
import type { Decisive } from "./decisive.js";
import { ownImage, publishedLts } from "./image.js";

/**
 * Everything that a machine on Azure can have wrong. Raises CLOUD_NETWORK, CLOUD_IMAGE_ID, CLOUD_NO_IMAGE,
 * CLOUD_ZONE, CLOUD_CONFIG_STORE and DATA_DISK_DEVICE beside the rest.
 */
export function checkMachine(args: Decisive): Report {
  const report = checkCloudMachine(args, azureCatalogue, { generation: 2 });
  const { imageId, zone, hasSubnet } = args;
  if (!hasSubnet) {
    report.error(
      "CLOUD_NETWORK",
      ["subnetId"],
      "Azure has no network that a machine is in by default, and there is no subnetId",
      "give the id of a subnet",
    );
  }
  if (imageId !== undefined && !ownImage(imageId)) {
    report.error(
      "CLOUD_IMAGE_ID",
      ["imageId"],
      `"${imageId}" is not the identifier of an image`,
      "give the resource id of an image or of an image in a gallery, or leave imageId out and name channel or version",
    );
  }
  if (zone !== undefined && !/^[1-3]$/.test(zone)) {
    report.error(
      "CLOUD_ZONE",
      ["zone"],
      `"${zone}" is not an availability zone`,
      'give "1", "2" or "3"; the region is location',
    );
  }
  checkStream(args, report);
  checkStore(args, report);
  return report.add(checkDevices(args));
}

function checkStream(args: Decisive, report: Report): void {
  const { release } = checkRelease(args, []);
  const { sku, major } = publishedLts;
  if (args.imageId !== undefined || release?.channel !== Channel.Lts) return;
  if (release.version === undefined || release.version.startsWith(`${major}.`)) return;
  report.error(
    "CLOUD_NO_IMAGE",
    ["version"],
    `of LTS releases only those of ${sku}, which begin with ${major}, are in Flatcar's offers on Azure`,
    `use a version of ${sku}, or give an imageId`,
  );
}

/** The first release whose Ignition, 2.21, reads private blobs. */
const readsBlobsSince = 4344;

function checkStore({ isStored, identities, channel, version }: Decisive, report: Report): void {
  if (!isStored) return;
  if (identities !== 1) {
    report.error(
      "CLOUD_CONFIG_STORE",
      ["identityIds"],
      `to read its config from a container the machine needs exactly one identity, and it has ${identities}`,
      "give one that has the role Storage Blob Data Reader on the container",
    );
  }
  const isOld =
    version === undefined ? channel === Channel.Lts : majorOf(version) < readsBlobsSince;
  if (isOld) {
    report.error(
      "CLOUD_CONFIG_STORE",
      [version === undefined ? "channel" : "version"],
      `Flatcar ${version ?? publishedLts.sku} cannot read private blobs; the first release that can is ${readsBlobsSince}`,
      "use a newer release, or leave configContainer out",
    );
  }
}

function majorOf(version: string): number {
  return Number(version.split(".")[0]);
}
