import { Channel, type Release } from "../flatcar/index.js";
import { Architecture } from "../hardware/index.js";

/** What a machine starts from, in the words of Azure; one of the ids or the four others. */
export interface ImageReference {
  readonly id?: string;
  readonly sharedGalleryImageId?: string;
  readonly communityGalleryImageId?: string;
  readonly publisher?: string;
  readonly offer?: string;
  readonly sku?: string;
  readonly version?: string;
  /** What `latest` was when the machine was made; Azure answers with it. */
  readonly exactVersion?: string;
}

/**
 * Flatcar's offers that ask for no plan and no accepted terms, and how they call images of generation 2
 * (flatcar.org, Running on Microsoft Azure, CoreVM and ARM64).
 */
const offers = Object.freeze({
  [Architecture.X64]: { offer: "flatcar-container-linux-corevm-amd64", suffix: "-gen2" },
  [Architecture.Arm64]: { offer: "flatcar-container-linux-corevm", suffix: "" },
});

/** The stream of LTS releases that those offers have, and its major version. */
export const publishedLts = Object.freeze({ sku: "lts2024", major: "4081" });

/** Flatcar's published image. */
export function publishedImage(
  { channel, version }: Release,
  architecture: Architecture,
): ImageReference {
  const { offer, suffix } = offers[architecture];
  const stream = channel === Channel.Lts ? publishedLts.sku : channel;
  return { publisher: "kinvolk", offer, sku: `${stream}${suffix}`, version: version ?? "latest" };
}

const definition = "/images/[^/]+(?:/versions/[^/]+)?";

/** Identifiers of images by where they are; an image without a version is the newest one. */
const places = Object.freeze({
  id: `/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft\\.Compute/(?:images/[^/]+|galleries/[^/]+${definition})`,
  sharedGalleryImageId: `/sharedGalleries/[^/]+${definition}`,
  communityGalleryImageId: `/communityGalleries/[^/]+${definition}`,
});

/** An image by its identifier; undefined when that is none. */
export function ownImage(imageId: string): ImageReference | undefined {
  const [found] = Object.entries(places).filter(([, pattern]) =>
    new RegExp(`^${pattern}$`, "i").test(imageId),
  );
  return found && { [found[0]]: imageId };
}

/** One text that says what an image is. */
export function describeImage(image: ImageReference = {}): string {
  const { publisher, offer, sku, version, exactVersion } = image;
  const id = image.id ?? image.sharedGalleryImageId ?? image.communityGalleryImageId;
  return id ?? [publisher, offer, sku, exactVersion ?? version].join(":");
}
