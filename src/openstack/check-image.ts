import { type Architecture, checkArchitectures } from "../hardware/index.js";
import { Report } from "../report/index.js";
import type { OpenStackInstanceArgs } from "./args.js";

/** Glance gives every image a UUID. */
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** OPENSTACK_IMAGE: an image is named, and once. CLOUD_IMAGE_ID where its id is known. */
export function checkImageArgs({
  imageId,
  imageName,
  imageProperties,
}: OpenStackInstanceArgs): Report {
  const report = new Report();
  const problem = (word: string, message: string, hint: string) =>
    report.error("OPENSTACK_IMAGE", [word], message, hint);
  if (imageId === undefined && imageName === undefined) {
    problem(
      "imageId",
      "Flatcar publishes no images in the Glance of a cloud, and neither imageId nor imageName is given",
      "make the image with an OpenStackImage and give its imageId, or name one that is there in imageName",
    );
  } else if (imageId !== undefined && imageName !== undefined) {
    problem("imageName", "the image is given by its id and by its name", "leave one of them out");
  }
  if (imageProperties !== undefined && imageName === undefined) {
    problem(
      "imageProperties",
      "imageProperties narrow imageName, which is not given",
      "give imageName, or leave imageProperties out",
    );
  }
  return typeof imageId === "string" ? report.add(checkImageId(imageId)) : report;
}

/** CLOUD_IMAGE_ID: an id that Glance could have given. */
export function checkImageId(imageId: string): Report {
  const report = new Report();
  if (!uuid.test(imageId)) {
    report.error(
      "CLOUD_IMAGE_ID",
      ["imageId"],
      `"${imageId}" is not the identifier of an image in Glance`,
      "give its UUID, or its name in imageName",
    );
  }
  return report;
}

/** What Glance says of an image. */
export interface ImageFacts {
  readonly id: string;
  readonly properties?: { readonly [key: string]: unknown };
}

/** What is asked of an image beside its name. */
export interface ImageWish {
  readonly name: string;
  readonly properties: { readonly [key: string]: string };
  readonly architecture?: Architecture;
}

/**
 * OPENSTACK_IMAGE: whether there is an image as it is asked for; the provider compares properties only
 * where several images have the name. HARDWARE_ARCHITECTURE_MISMATCH.
 */
export function checkImageFound(
  found: ImageFacts | "none" | "several",
  { name, properties, architecture }: ImageWish,
): Report {
  const report = new Report();
  const wanted = Object.entries(properties);
  if (
    typeof found === "string" ||
    wanted.some(([key, value]) => found.properties?.[key] !== value)
  ) {
    report.error(
      "OPENSTACK_IMAGE",
      ["imageName"],
      wanted.length === 0
        ? `the project sees no image "${name}"`
        : `the project sees no image "${name}" with the properties ${wanted.map(([key, value]) => `${key}=${value}`).join(", ")}`,
      "name one that `openstack image list` shows, or make it with an OpenStackImage",
    );
    return report;
  }
  const parts = [
    { what: "the architecture asked for", architecture },
    { what: `image "${name}"`, architecture: architectureOf(found) },
  ];
  return report.add(checkArchitectures(parts, ["imageName"]));
}

const architectures: Readonly<Record<string, Architecture>> = Object.freeze({
  aarch64: "arm64",
  x86_64: "x64",
});

/** The older name of the property is `architecture` (Glance, useful image properties). */
function architectureOf({ properties = {} }: ImageFacts): Architecture | undefined {
  return architectures[String(properties.hw_architecture ?? properties.architecture)];
}
