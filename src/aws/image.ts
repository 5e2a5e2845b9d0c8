import { getAmiOutput } from "@pulumi/aws/ec2";
import { getPartitionOutput } from "@pulumi/aws/getPartition";
import * as pulumi from "@pulumi/pulumi";
import type { Release } from "../flatcar/index.js";
import { Architecture } from "../hardware/index.js";
import { lookUpsOf, raise } from "../machine/index.js";
import { checkPartition } from "./check.js";

/** The account that publishes Flatcar's images in the public regions. */
const flatcarOwner = "075585003325";

/** EC2's word for an architecture, and what the name of an image says of it. */
const spellings = Object.freeze({
  [Architecture.X64]: { ec2: "x86_64", inName: "" },
  [Architecture.Arm64]: { ec2: "arm64", inName: "arm64-" },
});

/** The id of Flatcar's published image. Raises CLOUD_NO_IMAGE where there is none. */
export function publishedImage(
  machine: pulumi.Resource,
  name: string,
  release: Release,
  architecture: pulumi.Output<Architecture>,
): pulumi.Output<string> {
  const once = lookUpsOf(machine, "aws:ec2/instance:Instance");
  const partition = once("", (options) => getPartitionOutput({}, options).partition);
  return pulumi.all([partition, architecture]).apply(([where, wanted]) => {
    raise(machine, name, checkPartition(where));
    const { ec2, inName } = spellings[wanted];
    const image = `Flatcar-${release.channel}-${release.version ?? "*"}-${inName}hvm`;
    return once(image, (options) => getAmiOutput(amiQuery(image, ec2), options).id);
  });
}

function amiQuery(name: string, architecture: string) {
  const filters = { name, architecture, "virtualization-type": "hvm" };
  return {
    owners: [flatcarOwner],
    mostRecent: true,
    filters: Object.entries(filters).map(([key, value]) => ({ name: key, values: [value] })),
  };
}
