import { BucketObjectv2 } from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { type Delivered, pointTo } from "../machine/index.js";

/**
 * User data that names the config, which lies in a bucket as a private object, and the config's hash.
 * The name of the object stays the same: machines read it in their first boot only.
 */
export function storeConfig(
  machine: pulumi.Resource,
  name: string,
  bucket: pulumi.Input<string>,
  config: pulumi.Output<Delivered>,
): pulumi.Output<string> {
  const object = new BucketObjectv2(
    `${name}-config`,
    {
      bucket,
      key: `flatcar/${pulumi.getProject()}/${pulumi.getStack()}/${name}.ign`,
      content: pulumi.secret(config.rendered),
      contentType: "application/json",
    },
    { parent: machine },
  );
  return pointTo(pulumi.interpolate`s3://${object.bucket}/${object.key}`, config);
}
