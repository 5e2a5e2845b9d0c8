import { getImageOutput } from "@pulumi/gcp/compute/getImage";
import type * as pulumi from "@pulumi/pulumi";
import type { Release } from "../flatcar/index.js";
import { lookUpsOf } from "../machine/index.js";

/** The project that publishes Flatcar's images, the ten newest of each channel. */
const flatcarProject = "kinvolk-public";

/** Address of Flatcar's published image, which is x64: the newest of a channel, or an exact release. */
export function publishedImage(
  machine: pulumi.Resource,
  { channel, version }: Release,
): pulumi.Output<string> {
  const family = `flatcar-${channel}`;
  const query = version ? { name: `${family}-${version.replaceAll(".", "-")}` } : { family };
  const once = lookUpsOf(machine, "gcp:compute/instance:Instance");
  return once(
    Object.values(query).join(),
    (options) => getImageOutput({ ...query, project: flatcarProject }, options).selfLink,
  );
}
