import type { Architecture } from "../../hardware/index.js";
import { firstOf, type Inputs, type Read } from "../inputs.js";
import type { Image } from "../machine.js";
import { architectureInName, toldByName } from "./image-name.js";

/** Offers of publisher kinvolk, and the architecture of each (Flatcar's documentation of Azure). */
const offers: Readonly<Record<string, Architecture>> = Object.freeze({
  "flatcar-container-linux-corevm": "arm64",
  "flatcar-container-linux-corevm-amd64": "x64",
  "flatcar-container-linux-free": "x64",
  "flatcar-container-linux": "x64",
});

const publishers = new Set(["kinvolk"]);

/** Galleries through which the Flatcar project publishes. */
const galleries = /\/communityGalleries\/flatcar(?:4capi)?-[0-9a-f-]{36}\//i;

/** An image of the marketplace, of a gallery, or one's own, by whichever way a resource names it. */
export function azureImage(reference: Inputs, ...ids: readonly Read<string>[]): Image | undefined {
  const publisher = reference.text("publisher");
  const id = firstOf(
    reference.text("id"),
    reference.text("communityGalleryImageId"),
    reference.text("sharedGalleryImageId"),
    ...ids,
  );
  if (id.value !== undefined) return byId(id.path, id.value);
  if (publisher.value !== undefined) return fromMarketplace(reference, publisher.value);
  const unknown = id.unknown ?? publisher.unknown;
  return unknown && { path: reference.path, what: "the image", unknown };
}

function byId(path: Image["path"], id: string): Image {
  const gallery = /\/galleries\/|Galleries\//i.test(id);
  const version = /\/versions\/([^/]+)$/i.exec(id)?.[1];
  return {
    path,
    what: `image ${id.slice(id.lastIndexOf("/images/") + "/images/".length) || id}`,
    // The name of a user's resource group or gallery proves nothing about another system in it.
    ...(/flatcar/i.test(id) && { flatcar: true }),
    published: galleries.test(id),
    architecture: architectureInName(id),
    ...(gallery &&
      (version === undefined || version.toLowerCase() === "latest") && {
        moving: "a gallery image without a version is the latest one",
      }),
  };
}

function fromMarketplace(reference: Inputs, publisher: string): Image {
  const [offer, sku, version] = ["offer", "sku", "version"].map((key) => reference.text(key));
  const known = publishers.has(publisher.toLowerCase());
  const name = [publisher, offer?.value, sku?.value].filter(Boolean).join(":");
  const architecture = offers[offer?.value?.toLowerCase() ?? ""];
  const latest = !version?.unknown && (version?.value ?? "latest").toLowerCase() === "latest";
  return {
    path: reference.path,
    what: `image ${name}`,
    flatcar: known || toldByName(name) === true,
    published: known,
    ...(known && { architecture }),
    ...(known && sku?.value !== undefined && { generation: generationOf(architecture, sku.value) }),
    ...(latest && { moving: 'version "latest" is the newest at each look' }),
  };
}

/** Images for x64 say generation 2 in their SKU; those for arm64 have no other. */
function generationOf(architecture: Architecture | undefined, sku: string): number | undefined {
  if (architecture === "arm64") return 2;
  return architecture && (/-gen2$/i.test(sku) ? 2 : 1);
}
